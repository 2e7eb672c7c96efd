// What the ledger holds of one document, as rows of names and values.

import { element, hasWord, phrase, shownLanguage, time, word } from "../page.js";

/** What people call a type of documents. */
export const typeName = (type) => hasWord(`type.${type}`) ? word(`type.${type}`) : word("type.other", type);

const small = (text) => element("small", text);

const capital = (text) => text.charAt(0).toLocaleUpperCase(shownLanguage()) + text.slice(1);

const validity = ({ validFrom, validUntil }) => {
  if (validFrom && validUntil) {
    return phrase("validity.both", time(validFrom), time(validUntil));
  }
  if (validFrom) {
    return phrase("validity.from", time(validFrom));
  }
  return validUntil ? phrase("validity.until", time(validUntil)) : word("validity.unlimited");
};

// A proof says nothing of it by itself: there it is in the verdict.
const authority = ({ authorisedThen, authorisedNow }) => {
  if (authorisedThen === undefined) {
    return undefined;
  }
  if (!authorisedThen) {
    return small(word("authority.never"));
  }
  return small(authorisedNow ? word("authority.still") : word("authority.then"));
};

const reason = (code) => hasWord(`revocation.${code}`) ? word(`revocation.${code}`) : code;

/** receipt is the one that came with the file, when the record is of its document; its number is not on the ledger. */
export const facts = (judged, receipt) => {
  const { record } = judged;
  const rows = [["document", [capital(typeName(record.type)), small(word("type-code", record.type))]]];
  // The client has checked that the number gives the receipt's document; the record may be of another one.
  if (receipt?.number && receipt.document === record.document) {
    rows.push(["number", [receipt.number, small(word("from-receipt"))]]);
  }
  rows.push(
    ["issuer", [record.issuer, authority(judged)]],
    ["validity", validity(record)],
    ["anchored", time(record.anchored.time)]);
  if (record.sequence > 1) {
    rows.push([record.status === "REVOKED" ? "revoked" : "changed", [
      time(record.changed.time),
      record.reason ? small(word("because", reason(record.reason))) : undefined,
    ]]);
  }
  if (judged.remaining !== undefined) {
    rows.push(["quantity", word("quantity-left", judged.remaining, record.quantity, record.unit)]);
  }
  rows.push(["document-id", element("code", record.document)]);
  return element("dl", rows.flatMap(([name, value]) => [element("dt", word(`fact.${name}`)), element("dd", value)]), "facts");
};
