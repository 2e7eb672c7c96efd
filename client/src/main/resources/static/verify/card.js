// Draws the answer to one question.

import { complaint, element, originalWords, phrase, signedIn, time, word } from "../page.js";
import { icon } from "../icon.js";
import { proofButton } from "../proof/download.js";
import { age } from "./age.js";
import { facts, typeName } from "./facts.js";
import { advice, drawn, fault, inWords, reasonList, shadeOf, verdictWord } from "./frame.js";
import { proofCard } from "./proof.js";

// What no file can mend.
const LOST = ["REVOKED", "NOT_AUTHORISED"];

const records = (answer, receipt) => answer.records.length === 1
  ? [facts(answer.records[0], receipt)]
  : answer.records.flatMap((judged) => [
    element("h3", phrase("record-title", verdictWord(judged.verdict), typeName(judged.record.type), judged.record.issuer)),
    facts(judged),
  ]);

// Where nothing was compared, what is known of the record all the same: nobody should have to look for the file first, to
// learn that it is revoked.
const standingOf = ({ verdict, records: found }) =>
  verdict === "UNDETERMINED" && found.length === 1 ? found[0].standing : undefined;

const standing = (state) => {
  // Never as passed: the file is not compared yet.
  const shade = LOST.includes(state) ? "failed" : "open";
  return element("p", [
    icon(shade),
    element("span", phrase("record-state", element("strong", verdictWord(state)))),
  ], `standing ${shade}`);
};

const witness = (answer, received) => element("dl", [
  element("dt", word("answered-by")),
  element("dd", answer.answeredBy.length === 0
    ? word("answered-by-nobody")
    : word("answered-by-peer", answer.answeredBy.join(", "), answer.blockHeight)),
  answer.askedAt ? [element("dt", word("as-of")), element("dd", time(answer.askedAt))] : undefined,
  element("dt", word("age"), "on-screen"),
  element("dd", age(received), "on-screen"),
], "facts witness");

/** Whoever may read documents takes the proof of a valid one along. */
const proofOf = ({ verdict, records: found }, file) => verdict === "VALID" && found.length === 1 && file && signedIn()
  ? proofButton(found[0].record.document, file.name)
  : undefined;

const answerBody = ({ outcome: { answer, received }, receipt, file }) => {
  const state = standingOf(answer);
  return [
    state ? standing(state) : undefined,
    element("p", inWords("sentence", { code: answer.verdict, sentence: answer.sentence }), "sentence"),
    reasonList(answer.reasons),
    advice(LOST.includes(state) ? state : answer.verdict),
    ...records(answer, receipt?.content),
    witness(answer, received),
    proofOf(answer, file),
  ];
};

/** The card of a question that has its outcome: {answer, received}, {proven}, {refused} or {fault}. */
export const card = (asked) => {
  const { outcome, proof } = asked;
  const name = proof ? word("proof.of", asked.name) : asked.name;
  if (outcome.proven) {
    return proofCard(name, asked);
  }
  if (outcome.answer) {
    const { verdict, indication } = outcome.answer;
    return drawn(name, verdict, shadeOf(verdict, indication), answerBody(asked));
  }
  return outcome.refused
    ? fault(name, complaint(outcome.refused), originalWords(outcome.refused))
    : fault(name, word(outcome.fault));
};
