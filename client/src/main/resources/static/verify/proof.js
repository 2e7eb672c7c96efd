// Draws what a proof shows: the verdict, every check and who vouched for it, and how to check it without a server.

import { element, hasWord, phrase, time, word } from "../page.js";
import { icon } from "../icon.js";
import { howOffline } from "../proof/offline.js";
import { facts } from "./facts.js";
import { advice, drawn, inWords, reasonList, shadeOf } from "./frame.js";

// How the client names those who vouched, and under which words they stand here.
const VOUCHERS = [
  [/^computed here$/, "computed"],
  [/^the trust file$/, "trust-file"],
  [/^the configurations in the bundle$/, "configurations"],
  [/^the authority of (.+)$/, "authority"],
  [/^a client of (.+)$/, "client"],
  [/^a peer of (.+)$/, "peer"],
  [/^peers of (.+)$/, "peers"],
  [/^orderers (.+)$/, "orderers"],
];

const voucher = (name) => {
  const [form, kind] = VOUCHERS.find(([pattern]) => pattern.test(name)) ?? [];
  return kind ? word(`voucher.${kind}`, form.exec(name)[1] ?? "") : name;
};

const checkWords = ({ name, sentence }) => hasWord(`check.${name}`) ? word(`check.${name}`) : sentence;

const checkList = (checks) => element("ul", checks.map((check) => element("li", [
  icon("passed"),
  element("span", [checkWords(check), element("small", word("vouched-by", check.vouchedBy.map(voucher).join("; ")))]),
])), "checks passed");

const checks = ({ proven, checks: ofProof }, timestamps) => {
  const made = [...ofProof, ...timestamps?.checks ?? []];
  return element("details", [
    element("summary", word(proven ? "checks-all" : "checks-before", made.length)),
    checkList(made),
  ]);
};

const original = (sentence) => {
  const made = element("p", sentence, "hint");
  made.lang = "en";
  return made;
};

const failure = ({ failed, fault }) => [
  element("p", word("nothing-proven"), "sentence"),
  element("ul", element("li", checkWords({ name: failed, sentence: failed })), "reasons"),
  original(fault),
];

const proven = ({ verdict, sentence, reasons, vouchers, answeredAt, askedAt, record }, receipt) => [
  element("p", inWords("sentence", { code: verdict, sentence }), "sentence"),
  element("p", phrase("said-at", vouchers.join(", "), time(answeredAt), time(askedAt)), "said-at"),
  reasonList(reasons),
  advice(verdict),
  facts({ record }, receipt),
];

const byWhom = (name, proofFile, trust) => element("div", [
  element("p", word("checked-here", trust.channel, trust.organisations.join(", "))),
  ...howOffline(name, proofFile, trust.pin),
], "proof-check on-screen");

const stamped = ({ outcome, stamps }) => outcome === "NOT_LOOKED_AT"
  ? [element("p", word("stamp-unlooked"), "hint stamp")]
  : stamps.map(({ authority, time: at, by }) => element("p", phrase("stamped", authority, time(at), time(by)), "stamp"));

/** Passed only for a verdict of VALID of which every check held. */
export const proofCard = (title, { name, proof: file, receipt, outcome: { proven: { proof, timestamps, trust } } }) => {
  const shade = proof.proven ? shadeOf(proof.verdict, proof.indication) : "open";
  return drawn(title, proof.proven ? proof.verdict : "UNDETERMINED", shade, [
    ...proof.proven ? proven(proof, receipt?.content) : [...failure(proof), advice("UNDETERMINED")],
    ...timestamps ? stamped(timestamps) : [],
    checks(proof, timestamps),
    byWhom(name, file.name, trust),
  ]);
};
