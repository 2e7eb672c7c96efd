// The page's flow: files and fields come in, each document's fingerprint is taken here, the client is asked, and a card per
// document leaves.

import { call, duration, element, open, word } from "./page.js";
import { card, verdictWord } from "./verify/card.js";
import { typeName } from "./verify/facts.js";
import { fingerprint, loaded } from "./verify/fingerprint.js";
import { readLink } from "./verify/link.js";
import { isReceiptName, pair } from "./verify/pairing.js";
import { listenToScanner, redrawScanner } from "./verify/scanner.js";

const $ = (id) => document.getElementById(id);
const FIELDS = ["number", "issuer", "type"];
// Who waits longer wants to know how much longer.
const LONG_WAIT = 3;

let run = 0;
let answered = [];
let named;
let identity;

/** Takes a fingerprint and shows how far it is. */
const print = async (file) => {
  const began = performance.now();
  $("progress-text").textContent = word("progress", file.name);
  $("progress-left").textContent = "";
  $("share").value = 0;
  $("progress").hidden = false;
  $("progress").scrollIntoView({ block: "nearest" });
  const outcome = await fingerprint(file, (share) => {
    $("share").value = share;
    const left = ((performance.now() - began) / 1000) * (1 / share - 1);
    $("progress-left").textContent = left > LONG_WAIT ? word("progress-left", duration(left)) : "";
  });
  $("progress").hidden = true;
  return outcome;
};

const judge = async (question) => {
  const { file, receipt, fields } = question;
  const given = Object.keys(fields).length;
  if (given !== FIELDS.length && (given > 0 || !(file || receipt))) {
    return { fault: "fault.incomplete" };
  }
  const taken = file ? question.early ?? await print(file) : {};
  const fault = taken.fault ?? receipt?.fault;
  if (fault) {
    return { fault };
  }
  question.early = file && taken;
  const reply = await call("/api/verifications", { json: { ...taken, receipt: receipt?.content, ...fields } });
  return reply.ok ? { answer: reply.body, received: performance.now() } : { refused: reply };
};

const counts = () => {
  const perVerdict = new Map();
  for (const { outcome } of answered) {
    const found = verdictWord(outcome.answer?.verdict ?? "UNDETERMINED");
    perVerdict.set(found, (perVerdict.get(found) ?? 0) + 1);
  }
  return [...perVerdict].map(([found, count]) => `${found}: ${count}`).join(" · ");
};

const button = (text, act) => {
  const made = element("button", text, "button quiet");
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

/** What is above the cards: how many of which verdict, and what can be done with all of them. */
const bar = () => element("div", [
  element("p", answered.length > 1 ? counts() : undefined, "summary"),
  button(word("again"), () => {
    const questions = answered.map(({ outcome, ...question }) => question);
    return verify(() => questions);
  }),
  button(word("print"), () => window.print()),
], "results-bar");

const show = () => {
  const cards = answered.map(card);
  $("results").replaceChildren(...cards.length > 0 ? [bar(), ...cards] : []);
  $("status").textContent = cards
    .map((made) => `${made.querySelector(".file").textContent}: ${made.querySelector("h2").textContent}. `
      + made.querySelector(".sentence").textContent)
    .join(" ");
  return cards;
};

/** Asks one question after the other; a later drop takes the place of one that is still under way. */
const verify = async (questions) => {
  const mine = ++run;
  answered = [];
  show();
  $("status").textContent = word("asking");
  for (const question of await questions()) {
    if (mine !== run) {
      return;
    }
    const outcome = await judge(question);
    if (mine !== run) {
      return;
    }
    answered.push({ ...question, outcome });
    show()[0].scrollIntoView({ block: "nearest" });
  }
};

const fields = () => Object.fromEntries(FIELDS.map((id) => [id, $(id).value.trim()]).filter(([, value]) => value !== ""));

const verifyFiles = async (files) => {
  const extra = fields();
  const documents = files.filter(({ name }) => !isReceiptName(name));
  if (documents.length > 1 && Object.keys(extra).length > 0) {
    run++;
    answered = [{ name: word("several-files", files.length), outcome: { fault: "fault.several" } }];
    show();
  } else if (files.length > 0) {
    await verify(async () => (await pair(files, print)).map((question) => ({ ...question, fields: extra })));
  }
};

const verifyNumber = async () => {
  const extra = fields();
  await verify(() => [{ name: extra.number ?? word("no-number"), fields: extra }]);
};

/** Says which document a code or an address named, and whose address it was when it was another's. */
const showNamed = () => {
  $("named").hidden = !named;
  $("named").replaceChildren(...named
    ? [
      element("p", word("named", typeName(named.type), named.number, named.issuer)),
      named.host === location.host ? "" : element("p", word("named-host", named.host)),
      element("p", word("named-next")),
    ]
    : []);
};

const take = async (link) => {
  named = link;
  FIELDS.forEach((name) => {
    $(name).value = link[name];
  });
  $("by-number").open = true;
  showNamed();
  await verifyNumber();
};

const showIdentity = () => {
  $("identity").textContent = identity ? word("through", identity.organisation) : "";
  $("identity").hidden = !identity;
  $("tour").hidden = !identity?.training;
};

const listen = () => {
  $("files").addEventListener("change", async ({ target }) => {
    const files = [...target.files];
    target.value = "";
    await verifyFiles(files);
  });
  $("question").addEventListener("submit", async (event) => {
    event.preventDefault();
    await verifyNumber();
  });
  $("question").addEventListener("reset", () => {
    named = undefined;
    showNamed();
  });
  listenToScanner(take);
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    // On the whole window: a file dropped a little beside the box would otherwise be opened in the page's place.
    window.addEventListener(kind, (event) => {
      event.preventDefault();
      $("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  window.addEventListener("drop", (event) => verifyFiles([...event.dataTransfer.files]));
};

await open("verify", {
  also: ["verdict"],
  redraw: () => {
    show();
    showNamed();
    showIdentity();
    redrawScanner();
  },
});
listen();
redrawScanner();
loaded.then(() => $("drop").removeAttribute("aria-busy"));
const asking = call("/api/identity");
const link = readLink(location.href);
if (link) {
  await take(link);
}
const { ok, body } = await asking;
identity = ok ? body : undefined;
showIdentity();
