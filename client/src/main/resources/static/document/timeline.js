// What happened to a document, out of its versions and of what customs did.

import { documentAt, link, short } from "../desk/link.js";
import { remaining } from "../desk/state.js";
import { revocation } from "../desk/terms.js";
import { element, phrase, time, word } from "../page.js";

/** What made a version out of the one before it; nothing before the first. */
const step = (version, before) => {
  if (!before) {
    return "ANCHORED";
  }
  if (version.commitment !== before.commitment) {
    return "REISSUED";
  }
  if (version.status === before.status) {
    return "RENEWED";
  }
  return version.status === "VALID" ? "REINSTATED" : version.status;
};

const noteOn = (version, name) => {
  if (name === "REVOKED" && version.reason) {
    return revocation(version.reason);
  }
  if (name === "SUPERSEDED") {
    return phrase("by-successor", link(short(version.replacedBy), documentAt(version.replacedBy)));
  }
  return name === "ANCHORED" && version.replaces
    ? phrase("for-predecessor", link(short(version.replaces), documentAt(version.replaces)))
    : undefined;
};

const ofVersions = (history) => history.map((version, at) => {
  const name = step(version, history[at + 1]);
  return { step: name, role: "issuer", change: version.changed, note: noteOn(version, name) };
});

const amount = ({ amount: much, unit }) => `${much} ${unit}`;

const ofCustoms = ({ writeOffs, holds }) => [
  ...writeOffs.flatMap((each) => [
    each.reversed ? { step: "REVERSED", role: "officer", change: each.reversed, note: amount(each) } : undefined,
    { step: "DRAWN", role: "officer", change: each.drawn, note: [amount(each), " ", word("line", each.line)] },
  ]),
  ...holds.holds.flatMap((each) => [
    each.released ? { step: "RELEASED", role: "officer", change: each.released } : undefined,
    { step: "HELD", role: "officer", change: each.held },
  ]),
].filter(Boolean);

// Of two within one second the time does not tell which came first; but nothing precedes an anchoring, and customs does
// nothing more with a document that is replaced.
const RANK = { SUPERSEDED: 1, ANCHORED: -1 };

const newestFirst = (one, other) => Date.parse(other.change.time) - Date.parse(one.change.time)
  || (RANK[other.step] ?? 0) - (RANK[one.step] ?? 0);

const TONES = { REVOKED: "failed", SUSPENDED: "open", SUPERSEDED: "open", HELD: "open", ANCHORED: "passed", REINSTATED: "passed" };

const proof = ({ transaction, block, certificate }) => element("details", [
  element("summary", word("evidence")),
  element("dl", [
    element("dt", word("transaction")), element("dd", element("code", transaction)),
    block === undefined ? undefined : [element("dt", word("block")), element("dd", String(block))],
    element("dt", word("certificate")), element("dd", element("code", certificate)),
  ], "facts"),
]);

const item = ({ step: name, role, change, note }) => element("li", [
  element("strong", word(`step.${name}`)),
  note ? element("span", note) : undefined,
  element("span", word("actor", change.organisation, word(`role.${role}`)), "who"),
  time(change.time),
  proof(change),
], TONES[name]);

/** The newest first. */
export const timeline = (history, customs) => element("ol",
  [...ofCustoms(customs), ...ofVersions(history)].sort(newestFirst).map(item), "timeline");

/** Write-offs with what was left of the quantity after each, newest first; those that were taken back count as never made. */
export const balances = ({ writeOffs }, quantity) => {
  let left = quantity;
  return [...writeOffs].reverse().map((each) => {
    left = each.reversed ? left : remaining(left, each.amount);
    return { ...each, left };
  }).reverse();
};
