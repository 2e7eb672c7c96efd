// Codes of container seals in words.

import { named } from "../desk/terms.js";
import { element, hasWord, phrase, shownLanguage, word } from "../page.js";

/** A reason in words; the client's own sentence for one that this page does not know. */
export const reason = (key, sentence) => hasWord(key) ? word(key) : sentence;

const countries = () => new Intl.DisplayNames([shownLanguage()], { type: "region" });

/** A UN/LOCODE with its country. */
export const place = (code) => [element("b", code), element("small", countries().of(code.slice(0, 2)))];

const READING = /^(opened|closed)(?:, battery (\d+) %)?$/;
const OTHER = /^(to|by|in place of) (.+)$/;

/** What an act took, such as the receiver or the condition that was found. */
export const detail = (text) => {
  const [, reading, battery] = READING.exec(text) ?? [];
  if (reading) {
    return [word(`reading.${reading}`), battery ? `, ${word("battery", battery)}` : ""];
  }
  const [, how, whom] = OTHER.exec(text) ?? [];
  return how ? phrase(`way.${how.replaceAll(" ", "-")}`, whom) : named(`detail.${text}`);
};
