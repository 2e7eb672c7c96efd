// What the client says of what was done. Nothing here takes a person's word for it.

import { call } from "../page.js";

/** The client refused, or did not answer; the step says what it says. */
export class Unanswered extends Error {
  constructor(reply) {
    super("unanswered");
    this.reply = reply;
  }
}

/** The body of an answer. */
export const ask = async (path, request) => {
  const reply = await call(path, request);
  if (!reply.ok || reply.status === 202) {
    throw new Unanswered(reply);
  }
  return reply.body;
};

/** How often this client gave a verdict since a day; who asked and about what is kept nowhere, so it is counted. */
export const given = async (verdict, since) => {
  const { tallies } = await ask(`/api/tallies?${new URLSearchParams({ from: since })}`);
  return tallies.filter(({ kind, code }) => kind === "VERDICT" && code === verdict)
    .reduce((sum, { times }) => sum + times, 0);
};

/** Whether an organisation is customs: its authority over import declarations is in force. */
export const isCustoms = async (organisation) => {
  const authorities = await ask(`/api/organisations/${organisation}/authorities`);
  return authorities.some(({ type, periods }) => type === "929" && periods.some(({ until }) => !until));
};

/** The record of the tour's paper in the register, once it is there. */
export const anchored = async ({ number, organisation }) => {
  const filters = new URLSearchParams({ number, issuer: organisation, type: "929" });
  const { documents } = await ask(`/api/register/documents?${filters}`);
  return documents[0]?.record;
};

/** All versions of the tour's paper, newest first. */
export const versions = ({ document }) => ask(`/api/documents/${document}/history`);
