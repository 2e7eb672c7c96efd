// A consignment by its receipt, which holds the secret: the client needs it to find out what the hashes on the ledger mean,
// keeps nothing of it, and answers everything at once.

import { route, seal, shade } from "./consignment/seal.js";
import { reason } from "./consignment/words.js";
import { documentAt, link } from "./desk/link.js";
import { named, typeName } from "./desk/terms.js";
import { icon } from "./icon.js";
import { call, complaint, element, open, phrase, time, word } from "./page.js";

const $ = (id) => document.getElementById(id);
const LONGEST_RECEIPT = 1 << 20;
// A history of thousands of readings takes the peer that long.
const PATIENCE = 45_000;

let receipt;
let answer;
let run = 0;

const lead = ({ verdict, reasons, at, answeredBy, opener, opened, ucr }) => {
  const tone = shade(verdict);
  return element("section", [
    element("div", [icon(tone), element("p", named(`seal-verdict.${verdict}`))], "lead"),
    element("p", named(`seal-sentence.${verdict}`)),
    reasons.length > 0 ? element("ul", reasons.map((each) => element("li", reason(`seal-reason.${each.code}`, each.sentence)))) : undefined,
    element("dl", [
      ucr ? [element("dt", word("ucr")), element("dd", ucr)] : undefined,
      element("dt", word("opened")), element("dd", phrase("opened-by", opener, time(opened))),
      element("dt", word("as-known")), element("dd", at ? time(at) : word("present")),
      element("dt", word("answered-by")), element("dd", answeredBy),
    ], "facts"),
  ], `panel tone ${tone}`);
};

const taint = (verdict) => ["TAMPERED", "MISSING"].includes(verdict)
  ? element("p", word(`taint.${verdict}`), "warning") : undefined;

const paper = (seals) => (each) => element("li", each.document
  ? [
    link(`${typeName(each.type)} ${each.number}`, documentAt(each.document)), `, ${each.issuer}: `,
    element("strong", named(`verdict.${each.verdict}`)),
    each.reasons.length > 0 ? element("ul", each.reasons.map((why) => element("li", reason(`reason.${why.code}`, why.sentence)))) : undefined,
    taint(seals),
  ]
  : word("unknown-document"));

const container = (each) => element("section", [
  element("h2", each.container ? word("container", each.container) : word("unknown-container")),
  each.seals.length === 0 ? element("p", word("no-seal"), "warning") : each.seals.map(seal),
], "panel");

const panel = (heading, content) => element("section", [element("h2", word(heading)), content], "panel");

const show = () => {
  if (!answer) {
    return;
  }
  const stops = route(answer.containers.flatMap(({ seals }) => seals));
  $("answer").replaceChildren(...[
    lead(answer),
    stops && panel("route", stops),
    answer.documents.length > 0 && panel("documents", element("ul", answer.documents.map(paper(answer.verdict)))),
    ...answer.containers.map(container),
  ].filter(Boolean));
};

const say = (text) => {
  $("status-line").textContent = text;
};

const ask = async () => {
  const mine = ++run;
  answer = undefined;
  $("answer").replaceChildren();
  say(word("asking"));
  const at = $("at").value ? { at: `${$("at").value.slice(0, 16)}:00Z` } : {};
  const reply = await call("/api/consignments/answers", { json: { receipt, ...at }, patience: PATIENCE });
  if (mine !== run) {
    return;
  }
  if (!reply.ok) {
    say(complaint(reply));
    return;
  }
  answer = reply.body;
  show();
  say(word("answered", named(`seal-verdict.${answer.verdict}`)));
};

const take = async (file) => {
  if (!file) {
    return;
  }
  try {
    receipt = file.size > LONGEST_RECEIPT ? undefined : JSON.parse(await file.text());
  } catch {
    receipt = undefined;
  }
  if (typeof receipt === "object" && receipt !== null && !Array.isArray(receipt)) {
    await ask();
  } else {
    receipt = undefined;
    $("answer").replaceChildren();
    say(word("no-receipt", file.name));
  }
};

await open("consignment", { also: ["verdict", "desk"], redraw: show });
$("file").addEventListener("change", ({ target }) => take(target.files[0]));
$("at").addEventListener("change", () => receipt && ask());
$("question").addEventListener("submit", (event) => event.preventDefault());
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  window.addEventListener(kind, (event) => {
    event.preventDefault();
    $("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
  });
}
window.addEventListener("drop", (event) => take(event.dataTransfer.files[0]));
