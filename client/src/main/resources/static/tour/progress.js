// How far somebody came and what the tour has to know of it again, in this browser alone. The papers are samples, so that
// nothing of it is worth hiding; a real receipt of a consignment does not belong here.

import { containerNumber, declarationNumber, secret } from "./sample.js";

const KEPT = "muhr.tour";

let walk;

// A browser may forbid keeping anything; then the walk lasts as long as the page.
const quietly = (act) => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

/** The walk that is under way; undefined before the first. */
export const present = () => {
  walk ??= quietly(() => JSON.parse(localStorage.getItem(KEPT))) ?? undefined;
  return walk;
};

/** Keeps what was learnt on the way. */
export const learn = (facts) => {
  walk = { ...walk, ...facts };
  quietly(() => localStorage.setItem(KEPT, JSON.stringify(walk)));
};

/** A new walk, with papers of its own. */
export const begin = () => {
  const day = new Date().toISOString().slice(0, 10);
  walk = undefined;
  learn({
    step: 0, day, number: declarationNumber(day), secret: secret(), delivery: declarationNumber(day),
    container: containerNumber(), before: {},
  });
};

/** Forgets it all. What is on the ledger stays there. */
export const forget = () => {
  walk = undefined;
  quietly(() => localStorage.removeItem(KEPT));
};
