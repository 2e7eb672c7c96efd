// As of when an answer of the register holds, and how far that is behind the peer.

import { phrase, time, word } from "../page.js";

/** Text and elements for one line. */
export const asOf = ({ block, time: at, lagBlocks, lagSeconds, fault }) => [
  phrase("as-of", String(block), time(at)),
  " ",
  lagBlocks === 0 ? word("level") : word("behind", lagBlocks, lagSeconds),
  fault ? ` ${word("not-followed")}` : undefined,
];
