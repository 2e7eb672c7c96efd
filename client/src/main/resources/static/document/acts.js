// What somebody who has signed in may do with a document. Roles decide what is offered; whether the ledger lets it happen,
// it says itself.

import { call, complaint, element, word } from "../page.js";
import { remaining } from "../desk/state.js";
import { revocation } from "../desk/terms.js";

const PATIENCE = 30_000;
const REASONS = ["unspecified", "keyCompromise", "affiliationChanged", "superseded", "cessationOfOperation", "privilegeWithdrawn"];

/** Sends it once at a time; `told` gets what became of it in a sentence, and whether the page is out of date now. */
const send = async (form, path, json, told) => {
  const buttons = [...form.querySelectorAll("button")];
  buttons.forEach((each) => {
    each.disabled = true;
  });
  const reply = await call(path, { json, patience: PATIENCE });
  buttons.forEach((each) => {
    each.disabled = false;
  });
  if (reply.ok) {
    await told(word(reply.status === 202 ? "act-accepted" : "act-done"), true);
  } else {
    await told(complaint(reply), false);
  }
};

/** A form of one button; `wish` gives the request's JSON, or nothing when somebody thought better of it. */
const form = (key, fields, path, wish, told) => {
  const made = element("form", [fields, element("button", word(key), "button quiet")]);
  made.noValidate = true;
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const json = wish(made);
    if (json) {
      send(made, path, json, told);
    }
  });
  return made;
};

const labelled = (id, text, control) => {
  const label = element("label", text);
  label.htmlFor = id;
  control.id = id;
  return element("p", [label, control]);
};

const input = (value, mode = "text") => {
  const made = element("input");
  made.autocomplete = "off";
  made.inputMode = mode;
  made.value = value;
  return made;
};

const reasonChoice = () => element("select", REASONS.map((reason) => {
  const option = element("option", revocation(reason));
  option.value = reason;
  return option;
}));

const ofIssuer = ({ document, status, sequence }, told) => {
  const at = (what) => `/api/documents/${document}/${what}`;
  if (!["VALID", "SUSPENDED"].includes(status)) {
    return [];
  }
  return [
    status === "VALID"
      ? form("act.suspend", undefined, at("suspension"), () => ({ sequence }), told)
      : form("act.reinstate", undefined, at("reinstatement"), () => ({ sequence }), told),
    element("details", [
      element("summary", word("act.revoke-summary")),
      form("act.revoke", labelled("revocation", word("act.why"), reasonChoice()), at("revocation"),
        (made) => window.confirm(word("act.revoke-sure")) ? { sequence, reason: made.querySelector("select").value } : undefined, told),
    ]),
  ];
};

// What a link filled in is for a person to look at before it is sent.
const writeOff = ({ document, unit }, given, told) => form("act.write-off", element("div", [
  labelled("amount", word("act.amount", unit), input(given.get("amount") ?? "", "decimal")),
  labelled("declaration", word("act.declaration"), input(given.get("declaration") ?? "")),
  labelled("line", word("act.line"), input("1", "numeric")),
], "fields"), `/api/documents/${document}/write-offs`, (made) => ({
  declaration: made.querySelector("#declaration").value.trim(), line: Number(made.querySelector("#line").value),
  quantity: made.querySelector("#amount").value.trim(), unit,
}), told);

const ofOfficer = (record, { drawn, holds }, given, told) => {
  const at = (what) => `/api/documents/${record.document}/${what}`;
  const sequence = holds.sequence ?? 0;
  const left = record.quantity !== undefined && remaining(record.quantity, drawn) !== "0";
  return [
    record.status === "VALID" && left && !holds.held ? writeOff(record, given, told) : undefined,
    holds.held ? form("act.release", undefined, at("release"), () => ({ sequence }), told) : undefined,
    !holds.held && ["VALID", "SUSPENDED"].includes(record.status)
      ? form("act.hold", undefined, at("hold"), () => ({ sequence }), told) : undefined,
  ];
};

/** All that is offered to somebody; a sentence says whose the rest is. `told` is called with what became of an act. */
export const acts = (record, customs, { roles, organisation }, told) => {
  const given = new URLSearchParams(location.search);
  const issuer = roles.includes("ISSUER") && record.issuer === organisation;
  const officer = roles.includes("OFFICER");
  return element("section", [
    element("h2", word("acts")),
    issuer ? ofIssuer(record, told) : undefined,
    officer ? ofOfficer(record, customs, given, told) : undefined,
    issuer ? undefined : element("p", word("acts-of-issuer", record.issuer), "hint"),
    officer ? undefined : element("p", word("acts-of-officer"), "hint"),
  ], "panel acts");
};
