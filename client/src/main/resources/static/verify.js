// The page's flow: files and fields come in, each document's fingerprint is taken here, the client is asked, and a card per
// document leaves.

import { call, duration, element, open, word } from "./page.js";
import { card } from "./verify/card.js";
import { typeName } from "./verify/facts.js";
import { fingerprint, loaded } from "./verify/fingerprint.js";
import { verdictWord } from "./verify/frame.js";
import { readLink } from "./verify/link.js";
import { liesBeside, pair } from "./verify/pairing.js";
import { listenToScanner, redrawScanner } from "./verify/scanner.js";

const $ = (id) => document.getElementById(id);
const FIELDS = ["number", "issuer", "type"];
// Who waits longer wants to know how much longer.
const LONG_WAIT = 3;
// Larger ones are for the command line.
const LARGEST_PROOF = 4 * 1024 * 1024;
const PROOF_PATIENCE = 60_000;

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

/** Has the client check a proof, and not ask the ledger. */
const judgeProof = async ({ proof, receipt, fields }, { fingerprint: print }) => {
  const form = new FormData();
  Object.entries({ fingerprint: print, receipt: receipt && JSON.stringify(receipt.content), ...fields, proof })
    .filter(([, value]) => value !== undefined)
    .forEach(([name, value]) => form.append(name, value));
  const reply = await call("/api/proofs/verification", { form, patience: PROOF_PATIENCE });
  return reply.ok ? { proven: reply.body } : { refused: reply };
};

const faultOf = ({ file, proof }) => {
  if (proof && !file) {
    return "fault.proof-alone";
  }
  return proof?.size > LARGEST_PROOF ? "fault.proof-large" : undefined;
};

const judge = async (question) => {
  const { file, receipt, fields, known } = question;
  const given = Object.keys(fields).length;
  if (given !== FIELDS.length && (given > 0 || !(file || receipt || question.proof))) {
    return { fault: "fault.incomplete" };
  }
  const taken = file ? known.taken ?? await print(file) : {};
  const fault = taken.fault ?? receipt?.fault ?? faultOf(question);
  if (fault) {
    return { fault };
  }
  known.taken = file && taken;
  if (question.proof) {
    return judgeProof(question, taken);
  }
  const reply = await call("/api/verifications", { json: { ...taken, receipt: receipt?.content, ...fields } });
  return reply.ok ? { answer: reply.body, received: performance.now() } : { refused: reply };
};

const counts = () => {
  const perVerdict = new Map();
  for (const { outcome } of answered.filter(({ proof }) => !proof)) {
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
  element("p", answered.filter(({ proof }) => !proof).length > 1 ? counts() : undefined, "summary"),
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

/** The ledger is asked about each document; what is beside it is checked as well, with the fingerprint that was taken once. */
const asked = (fields) => ({ early, proof, ...found }) => {
  const question = { ...found, fields, known: { taken: early } };
  return [
    ...found.file || found.receipt ? [question] : [],
    ...proof ? [{ ...question, proof }] : [],
  ];
};

const verifyFiles = async (files) => {
  const extra = fields();
  const documents = files.filter(({ name }) => !liesBeside(name));
  if (documents.length > 1 && Object.keys(extra).length > 0) {
    run++;
    answered = [{ name: word("several-files", files.length), outcome: { fault: "fault.several" } }];
    show();
  } else if (files.length > 0) {
    await verify(async () => (await pair(files, print)).flatMap(asked(extra)));
  }
};

const verifyNumber = async () => {
  const extra = fields();
  await verify(() => [{ name: extra.number ?? word("no-number"), fields: extra, known: {} }]);
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
  also: ["verdict", "proof"],
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
