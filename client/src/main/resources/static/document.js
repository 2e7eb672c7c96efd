// One document: what its record says, what customs left of it, where it comes from, and all that happened to it.

import { acts } from "./document/acts.js";
import { lineage } from "./document/lineage.js";
import { balances, timeline } from "./document/timeline.js";
import { link } from "./desk/link.js";
import { remaining, state } from "./desk/state.js";
import { table } from "./desk/table.js";
import { revocation, typeName } from "./desk/terms.js";
import { proofButton, proofName } from "./proof/download.js";
import { offlineDetails } from "./proof/offline.js";
import { call, complaint, element, open, shownLanguage, time, word } from "./page.js";

const SHORT = 12;

const $ = (id) => document.getElementById(id);

const validity = ({ validFrom, validUntil }) => validFrom || validUntil
  ? [validFrom ? time(validFrom) : "…", " – ", validUntil ? time(validUntil) : "…"]
  : word("unlimited");

const inForce = ({ periods }, at) => periods.some(({ from, until }) =>
  Date.parse(from) <= at && (!until || at < Date.parse(until)));

const authority = (record, authorities) => {
  const known = authorities?.find(({ type }) => type === record.type);
  if (!authorities) {
    return word("authority.unknown");
  }
  return [
    word(known && inForce(known, Date.parse(record.anchored.time)) ? "authority.then" : "authority.not-then"), " ",
    word(known && inForce(known, Date.now()) ? "authority.now" : "authority.not-now"),
  ];
};

const quantity = ({ quantity: whole, unit, status }, { drawn }) => status === "SUPERSEDED"
  ? word("passed-on", whole, unit)
  : word("quantity-left", remaining(whole, drawn), whole, unit);

const rows = (pairs) => element("dl", pairs.filter(([, value]) => value !== undefined)
  .flatMap(([name, value]) => [element("dt", word(name)), element("dd", value)]), "facts");

const summary = (record, customs, authorities) => element("section", [
  rows([
    ["status", state(record, { drawn: customs.drawn, held: customs.holds.held })],
    ["reason", record.reason && revocation(record.reason)],
    ["issuer", [record.issuer, element("small", authority(record, authorities))]],
    ["validity", validity(record)],
    ["quantity", record.quantity && quantity(record, customs)],
    ["kind", word(`kind.${record.kind}`)],
    ["document-id", element("code", record.document)],
    ["commitment", element("code", record.commitment)],
  ]),
  element("p", word("no-verdict"), "hint"),
  element("div", ways(record), "ways below"),
  // How the file is called, only its holder knows.
  offlineDetails("FILE", proofName(record.document.slice(0, SHORT))),
], "panel");

const ways = (record) => {
  const report = link(word("report"), `/api/documents/${record.document}/report?language=${shownLanguage()}`);
  report.className = "button";
  report.download = "";
  const verify = link(word("verify"), "/");
  verify.className = "button quiet";
  return [report, proofButton(record.document, record.document.slice(0, SHORT)), verify];
};

const panel = (heading, ...content) => element("section", [element("h2", word(heading)), ...content], "panel");

const writeOffs = (customs, record) => panel("write-offs", table(word("write-offs-caption"), [
  { name: word("when"), value: ({ drawn }) => time(drawn.time) },
  { name: word("amount"), value: ({ amount, unit }) => `${amount} ${unit}` },
  { name: word("declaration"), value: ({ declaration, line }) => [element("code", `${declaration.slice(0, 12)}…`), " ", word("line", line)] },
  { name: word("left-after"), value: ({ left, unit, reversed }) => reversed ? word("taken-back") : `${left} ${unit}` },
], balances(customs, record.quantity)));

let session;

const show = async (history, customs, authorities) => {
  const [record] = history;
  const family = await lineage(record);
  $("heading").textContent = word("heading-of", typeName(record.type), record.issuer);
  $("status-line").textContent = "";
  $("document").replaceChildren(
    summary(record, customs, authorities),
    acts(record, customs, session, told),
    ...[
      family && panel("lineage", family),
      customs.writeOffs.length > 0 ? writeOffs(customs, record) : undefined,
      panel("timeline", element("p", word("vouched"), "hint"), timeline(history, customs)),
    ].filter(Boolean));
};

/** Gives whether it could be shown; else the page says why not. */
const load = async () => {
  $("status-line").textContent = word("asking");
  const [history, customs] = await Promise.all([call(`/api/documents/${id}/history`), call(`/api/documents/${id}/customs`)]);
  const refused = [history, customs].find(({ ok }) => !ok);
  if (refused) {
    $("status-line").textContent = complaint(refused);
  } else {
    const authorities = await call(`/api/organisations/${history.body[0].issuer}/authorities`);
    await show(history.body, customs.body, authorities.ok ? authorities.body : undefined);
  }
  return !refused;
};

/** What became of an act. Whoever goes by keyboard is left at the sentence, since the button may be gone. */
const told = async (sentence, outdated) => {
  if (!outdated || await load()) {
    $("status-line").textContent = sentence;
  }
  $("status-line").focus();
};

({ session } = await open("document", { also: ["verdict", "desk", "proof"] }));
const id = new URLSearchParams(location.search).get("id");
if (id && /^[0-9a-f]{64}$/.test(id)) {
  await load();
} else {
  $("status-line").textContent = word("no-id");
}
