// What a record's stored status leaves open: validity, customs' holds and write-offs are not stored in it. No verdict is
// given here; that is for the ledger, which compares the file.

import { icon } from "../icon.js";
import { element, word } from "../page.js";

const SCALE = 6;

// Amounts are decimals of up to 15 digits before the point and 6 behind it, too long for a number.
const scaled = (amount) => {
  const [whole, part = ""] = amount.split(".");
  return BigInt(whole + part.padEnd(SCALE, "0"));
};

/** What is left of a quantity when so much is drawn. */
export const remaining = (quantity, drawn = "0") => {
  const digits = (scaled(quantity) - scaled(drawn)).toString().padStart(SCALE + 1, "0");
  const part = digits.slice(-SCALE).replace(/0+$/, "");
  return digits.slice(0, -SCALE) + (part ? `.${part}` : "");
};

/** Keys of what else is to be known of a record at this moment. */
export const remarks = ({ validFrom, validUntil, quantity }, { drawn, held }, now = Date.now()) => [
  held ? "remark.held" : undefined,
  validUntil && Date.parse(validUntil) < now ? "remark.ended" : undefined,
  validFrom && Date.parse(validFrom) > now ? "remark.not-begun" : undefined,
  quantity !== undefined && drawn === quantity ? "remark.used-up" : undefined,
].filter(Boolean);

/** passed only for what stands and has nothing against it. */
export const shade = (record, customs) => {
  if (record.status === "REVOKED") {
    return "failed";
  }
  return record.status === "VALID" && remarks(record, customs).length === 0 ? "passed" : "open";
};

/** Status and remarks, by sign, word and colour. */
export const state = (record, customs) => {
  const tone = shade(record, customs);
  return [
    element("span", [icon(tone), word(`status.${record.status}`)], `state ${tone}`),
    ...remarks(record, customs).map((remark) => element("span", word(remark), "remark")),
  ];
};
