// What people call the codes that several pages show.

import { hasWord, word } from "../page.js";

/** A type of documents. */
export const typeName = (type) => hasWord(`type.${type}`) ? word(`type.${type}`) : word("type.other", type);

/** Why a document was revoked. */
export const revocation = (code) => hasWord(`revocation.${code}`) ? word(`revocation.${code}`) : code;

/** The word under KIND.CODE; the code itself where a later client names one that this page does not know. */
export const named = (key) => hasWord(key) ? word(key) : key.slice(key.indexOf(".") + 1);
