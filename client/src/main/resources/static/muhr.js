// The page's flow: files and fields come in, each document's fingerprint is taken here, the client on this computer is
// asked, and a card per document leaves.

import { answerCard, faultCard, inWords } from "./card.js";

const RECEIPT_NAME = ".muhr.json";
const LONGEST_RECEIPT = 1 << 16;
const PATIENCE = 15_000;

const $ = (id) => document.getElementById(id);
// Loaded with the page, so that it is there even when the client is not any more.
const worker = new Worker("fingerprint-worker.js", { type: "module" });
const loaded = new Promise((resolve) => {
  worker.onmessage = () => resolve(true);
  worker.onerror = () => resolve(false);
});
let run = 0;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The receipt a file holds, by name and content; undefined for a document. */
const readReceipt = async (file) => {
  const named = file.name.toLowerCase().endsWith(RECEIPT_NAME);
  if (!named && (!file.name.toLowerCase().endsWith(".json") || file.size > LONGEST_RECEIPT)) {
    return undefined;
  }
  try {
    const content = file.size > LONGEST_RECEIPT ? undefined : JSON.parse(await file.text());
    if (isObject(content) && (named || ["format", "document", "fingerprint", "check"].every((name) => name in content))) {
      return { name: file.name, content };
    }
  } catch {
    // Not JSON, which only a file that calls itself a receipt has to be.
  }
  return named ? { name: file.name, fault: "This is called a receipt, but it is none. Take it as the issuer gave it." } : undefined;
};

/** One question per document, its receipt beside it; receipts without a document are asked by themselves. */
const pair = async (files) => {
  const receipts = [];
  const documents = [];
  for (const file of files) {
    const receipt = await readReceipt(file);
    if (receipt) {
      receipts.push(receipt);
    } else {
      documents.push({ name: file.name, file });
    }
  }
  const take = (fits) => {
    const at = receipts.findIndex(fits);
    return at < 0 ? undefined : receipts.splice(at, 1)[0];
  };
  for (const found of documents) {
    found.receipt = take(({ name }) => name.toLowerCase() === (found.name + RECEIPT_NAME).toLowerCase());
  }
  if (documents.length === 1 && !documents[0].receipt && receipts.length === 1) {
    documents[0].receipt = receipts.pop();
  }
  for (const found of documents.filter(({ receipt }) => !receipt && receipts.length > 0)) {
    found.early = await fingerprint(found.file);
    found.receipt = found.early.fingerprint && take(({ content }) => content?.fingerprint === found.early.fingerprint);
  }
  return [...documents, ...receipts.map((receipt) => ({ name: receipt.name, receipt }))];
};

/** {fingerprint} or {fault}; a later file takes the place of one that is still read. */
const fingerprint = async (file) => await loaded
  ? taken(file)
  : { fault: "This page was not loaded whole. Load it again; an old browser cannot run it at all." };

const taken = (file) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  const end = (outcome) => {
    port1.close();
    $("progress").hidden = true;
    resolve(outcome);
  };
  $("progress-text").textContent = `Taking the fingerprint of ${file.name}`;
  $("share").value = 0;
  $("progress").hidden = false;
  worker.onerror = () => end({ fault: "The fingerprint could not be taken. Load the page again, or use another browser." });
  port1.onmessage = ({ data }) => {
    if (data.share === undefined) {
      end(data);
    } else {
      $("share").value = data.share;
    }
  };
  worker.postMessage(file, [port2]);
});

const ask = async (question) => {
  const response = await fetch("/api/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(question),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return { refused: !response.ok, body: await response.json() };
};

const judge = async ({ name, file, receipt, early }, fields) => {
  const print = file ? early ?? await fingerprint(file) : {};
  const fault = print.fault ?? receipt?.fault;
  if (fault) {
    return faultCard(name, fault);
  }
  try {
    const { refused, body } = await ask({ ...print, receipt: receipt?.content, ...fields });
    return refused ? faultCard(name, body.detail) : answerCard(name, body, receipt?.content);
  } catch {
    return faultCard(name, "The Muhr client on this computer does not answer. Is it still running?");
  }
};

const fields = () => Object.fromEntries(["number", "issuer", "type"]
  .map((id) => [id, $(id).value.trim()])
  .filter(([, value]) => value !== ""));

const show = (cards) => {
  $("results").replaceChildren(...cards);
  $("status").textContent = cards
    .map((card) => `${card.querySelector(".file").textContent}: ${inWords(card.dataset.verdict)}. `
      + card.querySelector(".sentence").textContent)
    .join(" ");
  cards[0]?.scrollIntoView({ block: "nearest" });
};

/** Asks one question after the other; a later drop takes the place of one that is still under way. */
const verify = async (questions, extra) => {
  const mine = ++run;
  $("results").replaceChildren();
  $("status").textContent = "Asking the ledger.";
  const cards = [];
  for (const question of await questions()) {
    if (mine === run) {
      cards.push(await judge(question, extra));
    }
    if (mine === run) {
      show(cards);
    }
  }
};

const verifyFiles = async (files) => {
  const extra = fields();
  if (files.filter(({ name }) => !name.toLowerCase().endsWith(RECEIPT_NAME)).length > 1 && Object.keys(extra).length > 0) {
    show([faultCard(`${files.length} files`, "A number goes with one file. Clear the number, or drop one file and its receipt.")]);
  } else if (files.length > 0) {
    await verify(() => pair(files), extra);
  }
};

$("files").addEventListener("change", async ({ target }) => {
  const files = [...target.files];
  target.value = "";
  await verifyFiles(files);
});

$("question").addEventListener("submit", async (event) => {
  event.preventDefault();
  const extra = fields();
  await verify(() => [{ name: extra.number ?? "No number" }], extra);
});

for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  // On the whole window: a file dropped a little beside the box would otherwise be opened in the page's place.
  window.addEventListener(kind, (event) => {
    event.preventDefault();
    $("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
  });
}
window.addEventListener("drop", (event) => verifyFiles([...event.dataTransfer.files]));

loaded.then(() => $("drop").removeAttribute("aria-busy"));

const identity = await fetch("/api/identity").then((response) => (response.ok ? response.json() : undefined), () => undefined);
if (identity) {
  $("identity").textContent = `This computer acts for ${identity.organisation}`;
  $("identity").hidden = false;
}
