// The page's flow: files come in, each is read and becomes a row that a person corrects; one button anchors them all; what
// became of each is told as it happens; receipts and stamped copies leave as one archive.

import { element, open, word } from "./page.js";
import { anchorAll } from "./issue/anchor.js";
import { archiveOf } from "./issue/archive.js";
import { Entry } from "./issue/entry.js";
import { collectProofs } from "./issue/proofs.js";
import { readAll } from "./issue/reading.js";
import { drawRow } from "./issue/row.js";
import { save } from "./proof/download.js";

const $ = (id) => document.getElementById(id);
const MOST_FILES = 500;
const TYPES = ["271", "380", "705", "720", "730", "740", "785", "811", "830", "851", "852", "853", "861", "865", "911", "929", "954"];

let entries = [];
let rows = new Map();
let busy = false;
let proving = false;
let proofFault;

// What a link filled in; a person sees it, and corrects it like what was read.
const filledIn = new URLSearchParams(location.search);

const entryOf = (file) => {
  const entry = new Entry(file);
  for (const name of ["type", "validFrom", "validUntil", "quantity", "unit"]) {
    entry.fields[name] = filledIn.get(name) ?? "";
  }
  entry.way = filledIn.get("way") === "open" ? "open" : entry.way;
  return entry;
};

const show = (entry) => {
  const row = drawRow(entry, { changed: sum, remove });
  rows.get(entry)?.replaceWith(row);
  rows.set(entry, row);
  sum();
};

const remove = (entry) => {
  const at = entries.indexOf(entry);
  rows.get(entry).remove();
  rows.delete(entry);
  entries.splice(at, 1);
  sum();
  // Whoever goes by keyboard is left beside what was removed, not at the page's beginning.
  (rows.get(entries[Math.min(at, entries.length - 1)])?.querySelector("button.remove") ?? $("files")).focus();
};

const sum = () => {
  const waiting = entries.filter(({ state }) => state.open);
  const anchored = entries.filter(({ receipt }) => receipt);
  $("wish").hidden = entries.length === 0;
  $("sum").textContent = word("sum", anchored.length, entries.length);
  $("anchor").textContent = word("anchor", waiting.length);
  $("anchor").disabled = busy || proving || waiting.length === 0 || entries.some(({ state }) => state.name === "reading");
  $("clear").disabled = busy || proving;
  for (const id of ["archive", "archive-hint", "proofs"]) {
    $(id).hidden = anchored.length === 0 || busy;
  }
  $("archive").disabled = proving;
  showProofs(anchored);
};

/** How many have their proof, and why others have none. */
const showProofs = (anchored) => {
  const proven = anchored.filter(({ proof }) => proof).length;
  const lacking = !proving && proven < anchored.length;
  $("prove").hidden = !lacking || busy;
  if (proving) {
    $("proofs").textContent = word("proofs-under-way", proven, anchored.length);
  } else {
    $("proofs").textContent = lacking
      ? [word("proofs-lacking", anchored.length - proven), proofFault?.()].filter(Boolean).join(" ")
      : word("proofs-there");
  }
};

/** The archive waits for the proofs as long as may be, and is made without those that did not come. */
const prove = async () => {
  const waiting = entries.filter(({ receipt, proof }) => receipt && !proof);
  if (waiting.length === 0) {
    return;
  }
  proving = true;
  sum();
  proofFault = await collectProofs(waiting, sum);
  proving = false;
  sum();
};

const proveAgain = async () => {
  await prove();
  $("status").textContent = $("proofs").textContent;
  $("archive").focus();
};

const take = async (files) => {
  const room = MOST_FILES - entries.length;
  if (busy || proving || files.length === 0) {
    return;
  }
  const fresh = files.slice(0, room).map(entryOf);
  entries.push(...fresh);
  fresh.forEach(show);
  $("rows").append(...fresh.map((entry) => rows.get(entry)));
  $("status").textContent = files.length > room ? word("too-many", MOST_FILES) : word("reading-some", fresh.length);
  await readAll(fresh, show);
  $("status").textContent = word("read-some", fresh.length);
};

const anchor = async () => {
  const waiting = entries.filter(({ state }) => state.open);
  const lacking = waiting.filter((entry) => !entry.complete());
  lacking.forEach(show);
  if (lacking.length > 0) {
    $("status").textContent = word("lacking", lacking.length);
    rows.get(lacking[0]).querySelector("[aria-invalid=true]").focus();
    return;
  }
  busy = true;
  await anchorAll(waiting, (entry) => {
    show(entry);
    $("status").textContent = $("sum").textContent;
  });
  busy = false;
  entries.forEach(show);
  await prove();
  const anchored = entries.filter(({ receipt }) => receipt).length;
  $("status").textContent = [word("sum", anchored, entries.length), anchored > 0 ? $("proofs").textContent : ""].join(". ");
  $("archive").focus();
};

const download = async () => {
  save(await archiveOf(entries, proofFault), "muhr-receipts.zip");
  entries.filter(({ receipt }) => receipt).forEach((entry) => {
    entry.saved = true;
  });
};

/** Whether something is here that is nowhere else: stamped copies that were anchored, and not downloaded. */
const owes = () => busy || entries.some(({ copy, receipt, saved }) => copy && receipt && !saved);

const clear = () => {
  if (owes() && !window.confirm(word("clear-sure"))) {
    return;
  }
  entries = [];
  rows = new Map();
  $("rows").replaceChildren();
  sum();
  $("files").focus();
};

const drawTypes = () => $("types").replaceChildren(...TYPES.map((code) => {
  const option = element("option");
  option.value = code;
  option.label = word(`type.${code}`);
  return option;
}));

const listen = () => {
  $("files").addEventListener("change", async ({ target }) => {
    const files = [...target.files];
    target.value = "";
    await take(files);
  });
  $("wish").addEventListener("submit", async (event) => {
    event.preventDefault();
    await anchor();
  });
  $("archive").addEventListener("click", download);
  $("prove").addEventListener("click", proveAgain);
  $("clear").addEventListener("click", clear);
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    // On the whole window: a file dropped a little beside the box would otherwise be opened in the page's place.
    window.addEventListener(kind, (event) => {
      event.preventDefault();
      $("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  window.addEventListener("drop", (event) => take([...event.dataTransfer.files]));
  window.addEventListener("beforeunload", (event) => {
    if (owes()) {
      event.preventDefault();
    }
  });
};

await open("issue", {
  also: ["verdict", "proof"],
  redraw: () => {
    drawTypes();
    entries.forEach(show);
    sum();
  },
});
drawTypes();
listen();
sum();
$("drop").removeAttribute("aria-busy");
