// The page's flow: files and fields come in, each document's fingerprint is taken here, the client is asked, and a card per
// document leaves.

import { call, element, open, word } from "./page.js";
import { card, verdictWord } from "./verify/card.js";
import { fingerprint, loaded } from "./verify/fingerprint.js";
import { isReceiptName, pair } from "./verify/pairing.js";

const $ = (id) => document.getElementById(id);
const FIELDS = ["number", "issuer", "type"];

let run = 0;
let answered = [];
let identity;

/** Takes a fingerprint and shows how far it is. */
const print = async (file) => {
  $("progress-text").textContent = word("progress", file.name);
  $("share").value = 0;
  $("progress").hidden = false;
  const outcome = await fingerprint(file, (share) => {
    $("share").value = share;
  });
  $("progress").hidden = true;
  return outcome;
};

const judge = async ({ file, receipt, early, fields }) => {
  const taken = file ? early ?? await print(file) : {};
  const fault = taken.fault ?? receipt?.fault;
  if (fault) {
    return { fault };
  }
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

const printButton = () => {
  const button = element("button", word("print"), "button quiet");
  button.type = "button";
  button.addEventListener("click", () => window.print());
  return button;
};

const show = () => {
  const cards = answered.map(card);
  const summary = element("p", answered.length > 1 ? counts() : undefined, "summary");
  $("results").replaceChildren(...cards.length > 0 ? [element("div", [summary, printButton()], "results-bar"), ...cards] : []);
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

const showIdentity = () => {
  $("identity").textContent = identity ? word("through", identity.organisation) : "";
  $("identity").hidden = !identity;
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
    showIdentity();
  },
});
listen();
loaded.then(() => $("drop").removeAttribute("aria-busy"));
const { ok, body } = await call("/api/identity");
identity = ok ? body : undefined;
showIdentity();
