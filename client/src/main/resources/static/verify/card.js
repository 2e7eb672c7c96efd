// Draws the answer to one question.

import { complaint, element, hasWord, originalWords, phrase, time, word } from "../page.js";
import { icon } from "../icon.js";
import { age } from "./age.js";
import { facts, typeName } from "./facts.js";

// Anything that is not plainly passed or failed stays open, a verdict of a later version included.
const shadeOf = (verdict, indication) => {
  if (verdict === "VALID" && indication === "TOTAL-PASSED") {
    return "passed";
  }
  return indication === "TOTAL-FAILED" ? "failed" : "open";
};

// What no file can mend.
const LOST = ["REVOKED", "NOT_AUTHORISED"];

const signOf = (verdict, shade) => shade === "open" && ["UNKNOWN", "UNDETERMINED"].includes(verdict) ? "unknown" : shade;

/** The word of a verdict; one that this page does not know decides nothing. */
export const verdictWord = (verdict) => hasWord(`verdict.${verdict}`) ? word(`verdict.${verdict}`) : word("verdict.UNDETERMINED");

const inWords = (kind, { code, sentence }) => hasWord(`${kind}.${code}`) ? word(`${kind}.${code}`) : sentence;

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

const advice = (verdict) => hasWord(`advice.${verdict}`)
  ? element("p", [element("strong", word("what-next")), " ", word(`advice.${verdict}`)], "advice")
  : undefined;

const witness = (answer, received) => element("dl", [
  element("dt", word("answered-by")),
  element("dd", answer.answeredBy.length === 0
    ? word("answered-by-nobody")
    : word("answered-by-peer", answer.answeredBy.join(", "), answer.blockHeight)),
  answer.askedAt ? [element("dt", word("as-of")), element("dd", time(answer.askedAt))] : undefined,
  element("dt", word("age"), "on-screen"),
  element("dd", age(received), "on-screen"),
], "facts witness");

const answerBody = ({ outcome: { answer, received }, receipt }) => {
  const state = standingOf(answer);
  return [
    state ? standing(state) : undefined,
    element("p", inWords("sentence", { code: answer.verdict, sentence: answer.sentence }), "sentence"),
    answer.reasons.length > 0
      ? element("ul", answer.reasons.map((reason) => element("li", inWords("reason", reason))), "reasons")
      : undefined,
    advice(LOST.includes(state) ? state : answer.verdict),
    ...records(answer, receipt?.content),
    witness(answer, received),
  ];
};

const drawn = (name, verdict, shade, body) => {
  const made = element("article", [
    element("header", [
      icon(signOf(verdict, shade)),
      element("div", [element("p", name, "file"), element("h2", verdictWord(verdict))]),
    ]),
    element("div", body, "body"),
  ], `card ${shade}`);
  made.dataset.verdict = verdict;
  made.tabIndex = -1;
  return made;
};

/** A question that nobody answered. */
const fault = (name, sentence, original) => drawn(name, "UNDETERMINED", "open", [
  element("p", sentence, "sentence"),
  original,
  advice("UNDETERMINED"),
]);

/** The card of a question that has its outcome: {answer, received}, {refused} or {fault}. */
export const card = (asked) => {
  const { name, outcome } = asked;
  if (outcome.answer) {
    const { verdict, indication } = outcome.answer;
    return drawn(name, verdict, shadeOf(verdict, indication), answerBody(asked));
  }
  return outcome.refused
    ? fault(name, complaint(outcome.refused), originalWords(outcome.refused))
    : fault(name, word(outcome.fault));
};
