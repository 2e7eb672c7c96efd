// Has the client collect the proofs of what was anchored, to travel beside each document.

import { call, complaint } from "../page.js";

// So many documents have a proof each, which says nothing of another's. Of more, each would hold again the block that all of
// them stand in, so that the whole grows with the square of their number: then a hundred share one.
const APART = 25;
const TOGETHER = 100;
const AGAIN = 5_000;
// Whoever waits for the archive waits no longer than this, and a little more for each document.
const PATIENCE = 30_000;
const FOR_EACH = 200;
const TOO_MANY_REQUESTS = 429;

const groups = (entries) => {
  const size = entries.length > APART ? TOGETHER : 1;
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, at) => entries.slice(at * size, (at + 1) * size));
};

const ask = (group, patience) => {
  const ids = group.map(({ receipt }) => receipt.document);
  return ids.length === 1
    ? call(`/api/documents/${ids[0]}/proof`, { patience })
    : call("/api/proofs", { json: { documents: ids }, patience });
};

const pause = (millis) => new Promise((resolve) => {
  setTimeout(resolve, millis);
});

/** The reply, once it is another than that too many ask at this moment. */
const inTurn = async (group, end) => {
  for (;;) {
    const left = end - performance.now();
    const reply = left > 0 ? await ask(group, left) : { ok: false, status: 0 };
    if (reply.status !== TOO_MANY_REQUESTS || end - performance.now() < AGAIN) {
      return reply;
    }
    await pause(AGAIN);
  }
};

/**
 * Collects, a few or many at a time, and keeps what it gets with each entry: documents that share a proof have the same one.
 * `show` is told of each step. Gives what went wrong, for a person, or nothing.
 */
export const collectProofs = async (entries, show) => {
  const end = performance.now() + PATIENCE + entries.length * FOR_EACH;
  let fault;
  for (const group of groups(entries)) {
    const reply = await inTurn(group, end);
    if (reply.ok) {
      group.forEach((entry) => {
        entry.proof = reply.body;
      });
    } else {
      fault = () => complaint(reply);
    }
    show();
  }
  return fault;
};
