// The ten steps: where each is done, what is taken along, and what the client has to say before it counts as done.
//
// `places` are links, which open beside the tour unless they say `here`; `papers` files that the page makes, `field` asks for what stands on another page, `file` for a file to
// hand in, `act` is what this page does itself, `count` a verdict that is counted from when the step is reached on. `check`
// gives what has to be, as [[word, whether it is], ...], and what was learnt.

import { shownLanguage } from "../page.js";
import { anchored, ask, given, isCustoms, versions } from "./asking.js";
import { declaration, forged } from "./sample.js";

const ROLES = ["ISSUER", "OFFICER", "AUDITOR"];
const TYPE = "929";
const QUANTITY = "100";
const UNIT = "TNE";
const DELIVERED = "40";
const XML = "application/xml";
const SHOWN_DIGITS = 6;

const at = (path, words) => `${path}?${new URLSearchParams(words)}`;

const paper = (facts) => `declaration-${facts.number.slice(-7)}.xml`;

const ofDocument = (facts, more = {}) => ({ word: "go.document", href: at("/document", { id: facts.document, ...more }) });

const gave = async ({ day, before }, verdict) => await given(verdict, day) > (before[verdict] ?? Infinity);

const verdictGiven = (verdict) => async (facts) => ({ checks: [[`check.${verdict}`, await gave(facts, verdict)]] });

const comeIn = async () => {
  const { signedIn, roles, organisation } = await ask("/api/session");
  return {
    checks: [
      ["check.signed-in", signedIn],
      ["check.roles", signedIn && ROLES.every((role) => roles.includes(role))],
      ["check.customs", signedIn && roles.length > 0 && await isCustoms(organisation)],
    ],
    learnt: { organisation },
  };
};

const issued = async (facts) => {
  const record = await anchored(facts);
  return {
    checks: [
      ["check.anchored", Boolean(record)],
      ["check.open", record?.kind === "open"],
      ["check.quantity", record?.quantity === QUANTITY],
    ],
    learnt: { document: record?.document },
  };
};

const found = async ({ document }, typed) => {
  const digits = typed.trim().toLowerCase().replace(/…$/, "");
  return { checks: [["check.identifier", digits.length >= SHOWN_DIGITS && document.startsWith(digits)]] };
};

const writtenOff = async ({ document }) => {
  const { writeOffs } = await ask(`/api/documents/${document}/customs`);
  return { checks: [["check.written-off", writeOffs.some(({ reversed }) => !reversed)]] };
};

const suspended = async (facts) => {
  const all = await versions(facts);
  const ever = all.some(({ status }) => status === "SUSPENDED");
  return {
    checks: [
      ["check.suspended", ever],
      ["check.SUSPENDED", await gave(facts, "SUSPENDED")],
      ["check.reinstated", ever && all[0].status === "VALID"],
    ],
  };
};

const openConsignment = async ({ container }) =>
  ({ receipt: await ask("/api/consignments", { json: { containers: [container], documents: [] } }) });

const consigned = async ({ receipt }, typed) => {
  const answer = receipt && await ask("/api/consignments/answers", { json: { receipt } });
  const number = typed.replaceAll(/\s/g, "").toUpperCase();
  return {
    checks: [
      ["check.opened", Boolean(answer)],
      ["check.container", Boolean(answer?.containers.some(({ container }) => container === number))],
    ],
  };
};

const told = async (facts, typed) => {
  const version = (await versions(facts)).find(({ status }) => status === "SUSPENDED");
  return { checks: [["check.block", String(version?.changed.block) === typed.trim()]] };
};

// A table of some minutes ago has less than what is counted now.
const audited = async ({ day }, typed, file) => {
  const lines = file ? (await file.text()).split(/\r?\n/) : [];
  const times = Number(lines.find((line) => line.startsWith(`${day},VERDICT,ALTERED,`))?.split(",")[3] ?? 0);
  return { checks: [["check.table", times > 0 && times <= await given("ALTERED", day)]] };
};

export const STEPS = [
  {
    name: "come-in",
    places: () => [
      { word: "go.accounts", href: `/accounts?roles=${ROLES}` },
      { word: "go.sign-in", href: "/login?to=/tour", here: true },
    ],
    check: comeIn,
  },
  {
    name: "issue",
    papers: (facts) => [{ word: "take.paper", name: paper(facts), text: declaration(facts), type: XML }],
    places: () => [{ word: "go.issue", href: at("/issue", { way: "open", quantity: QUANTITY, unit: UNIT }) }],
    check: issued,
  },
  {
    name: "verify",
    places: () => [{ word: "go.verify", href: "/" }],
    count: "VALID",
    check: verdictGiven("VALID"),
  },
  {
    name: "alter",
    papers: (facts) => [{ word: "take.forged", name: `forged-${paper(facts)}`, text: forged(facts), type: XML }],
    places: ({ number, organisation }) =>
      [{ word: "go.verify-number", href: at("/", { number, issuer: organisation, type: TYPE }) }],
    count: "ALTERED",
    check: verdictGiven("ALTERED"),
  },
  {
    name: "find",
    places: ({ number }) => [{ word: "go.documents", href: at("/documents", { number }) }],
    field: "ask.identifier",
    check: found,
  },
  {
    name: "write-off",
    places: (facts) => [ofDocument(facts, { amount: DELIVERED, declaration: facts.delivery })],
    check: writtenOff,
  },
  {
    name: "suspend",
    places: (facts) => [ofDocument(facts), { word: "go.verify", href: "/" }],
    count: "SUSPENDED",
    check: suspended,
  },
  {
    name: "consignment",
    act: openConsignment,
    papers: ({ receipt }) => receipt
      ? [{
        word: "take.receipt", name: "voyage.muhr-consignment.json", text: JSON.stringify(receipt), type: "application/json",
      }]
      : [],
    places: () => [{ word: "go.consignment", href: "/consignment" }],
    field: "ask.container",
    check: consigned,
  },
  {
    name: "history",
    places: (facts) => [
      ofDocument(facts),
      { word: "go.report", href: `/api/documents/${facts.document}/report?language=${shownLanguage()}` },
    ],
    field: "ask.block",
    check: told,
  },
  {
    name: "audit",
    places: () => [{ word: "go.audit", href: "/audit" }],
    file: "hand-in",
    check: audited,
  },
];
