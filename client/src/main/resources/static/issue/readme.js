// README.txt of the archive: how what is in it is verified, also by somebody without a network.

import { word } from "../page.js";
import { command } from "../proof/offline.js";

// As a plain editor on Windows reads it, too.
const LINE = "\r\n";

const indented = (lines) => lines.map((line) => `    ${line}`).join(LINE);

const withProofs = (parts) => {
  const proven = parts.filter(({ proof }) => proof);
  if (proven.length === 0) {
    return [];
  }
  const shared = proven.some(({ shares }) => shares);
  return [
    word("readme.offline"),
    indented(proven.map(({ name, proof }) => command(name, proof))),
    word("readme.trust"),
    word("readme.time", new Date().toISOString().slice(0, 16).replace("T", " ")),
    shared ? word("readme.shared") : undefined,
  ];
};

const withoutProofs = (parts, fault) => {
  const lacking = parts.filter(({ proof }) => !proof).map(({ name }) => name);
  return lacking.length === 0 ? [] : [[word("readme.lacking"), fault?.()].filter(Boolean).join(" "), indented(lacking)];
};

/**
 * The text.
 *
 * parts are {name, proof, shares}: what a document and its proof are called, and whether others share it; fault gives why
 * some have none.
 */
export const readme = (parts, fault) => [
  word("readme.title"),
  word("readme.contents"),
  word("readme.online"),
  ...withProofs(parts),
  ...withoutProofs(parts, fault),
].filter(Boolean).join(LINE + LINE) + LINE;
