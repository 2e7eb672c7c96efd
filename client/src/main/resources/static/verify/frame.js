// What the cards of all answers have in common.

import { element, hasWord, word } from "../page.js";
import { icon } from "../icon.js";

/** Anything that is not plainly passed or failed stays open, a verdict of a later version included. */
export const shadeOf = (verdict, indication) => {
  if (verdict === "VALID" && indication === "TOTAL-PASSED") {
    return "passed";
  }
  return indication === "TOTAL-FAILED" ? "failed" : "open";
};

const signOf = (verdict, shade) => shade === "open" && ["UNKNOWN", "UNDETERMINED"].includes(verdict) ? "unknown" : shade;

/** The word of a verdict; one that this page does not know decides nothing. */
export const verdictWord = (verdict) => hasWord(`verdict.${verdict}`) ? word(`verdict.${verdict}`) : word("verdict.UNDETERMINED");

/** What a code means, in the page's words where it has some. */
export const inWords = (kind, { code, sentence }) => hasWord(`${kind}.${code}`) ? word(`${kind}.${code}`) : sentence;

/** The reasons of a verdict, if there are any. */
export const reasonList = (reasons) => reasons.length > 0
  ? element("ul", reasons.map((reason) => element("li", inWords("reason", reason))), "reasons")
  : undefined;

export const advice = (verdict) => hasWord(`advice.${verdict}`)
  ? element("p", [element("strong", word("what-next")), " ", word(`advice.${verdict}`)], "advice")
  : undefined;

/** A card: of what, the verdict large, and all else below. */
export const drawn = (name, verdict, shade, body) => {
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

/** The card of a question that nobody answered. */
export const fault = (name, sentence, original) => drawn(name, "UNDETERMINED", "open", [
  element("p", sentence, "sentence"),
  original,
  advice("UNDETERMINED"),
]);
