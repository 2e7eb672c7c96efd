// Finds documents in the register: what is looked for lives in the address, so that a search can be kept and sent.

import { asOf } from "./desk/asof.js";
import { documentAt, link, short } from "./desk/link.js";
import { state } from "./desk/state.js";
import { table } from "./desk/table.js";
import { typeName } from "./desk/terms.js";
import { call, complaint, date, element, open, time, word } from "./page.js";

const $ = (id) => document.getElementById(id);
const FILTERS = ["number", "type", "issuer", "status", "anchoredFrom", "anchoredUntil", "validAt", "commitment"];
const TYPES = ["271", "380", "705", "720", "730", "740", "785", "811", "830", "851", "852", "853", "861", "865", "911", "929", "954"];
const STATUSES = ["VALID", "SUSPENDED", "REVOKED", "SUPERSEDED"];

let run = 0;

const option = (value, text) => {
  const made = element("option", text);
  made.value = value;
  return made;
};

const choices = (id, values, name) => $(id).replaceChildren(
  option("", word("any")), ...values.map((value) => option(value, name(value))));

/** The filters of the address, and no other of its parts. */
const asked = () => {
  const address = new URLSearchParams(location.search);
  return new URLSearchParams(FILTERS.filter((name) => address.get(name)).map((name) => [name, address.get(name)]));
};

const fill = () => {
  const filters = asked();
  for (const name of FILTERS) {
    const value = filters.get(name) ?? "";
    if ($(name).tagName === "SELECT" && value && ![...$(name).options].some((each) => each.value === value)) {
      $(name).append(option(value, value));
    }
    $(name).value = value;
  }
};

const typed = () => new URLSearchParams(
  FILTERS.map((name) => [name, $(name).value.trim()]).filter(([, value]) => value !== ""));

const validity = ({ validFrom, validUntil }) => {
  if (!validFrom && !validUntil) {
    return word("unlimited");
  }
  return [validFrom ? date(validFrom) : "…", " – ", validUntil ? date(validUntil) : "…"];
};

const columns = () => [
  { name: word("document"), value: ({ record }) => [link(typeName(record.type), documentAt(record.document)), " ", short(record.document)] },
  { name: word("issuer"), value: ({ record }) => record.issuer },
  { name: word("status"), value: ({ record, drawn, held }) => state(record, { drawn, held }) },
  { name: word("validity"), value: ({ record }) => validity(record) },
  { name: word("anchored"), value: ({ record }) => time(record.anchored.time) },
  { name: word("changed"), value: ({ record }) => record.sequence > 1 ? time(record.changed.time) : word("never") },
];

const point = (id, filters, path) => {
  $(id).href = `${path}?${filters}`;
  $(id).hidden = false;
};

const show = ({ asOf: mark, documents, next }, filters, after) => {
  $("found").replaceChildren(documents.length === 0
    ? element("p", word("none"))
    : table(word("page-of", documents.length), columns(), documents));
  $("status-line").replaceChildren(element("span", asOf(mark)));
  for (const id of ["first", "next", "export"]) {
    $(id).hidden = true;
  }
  if (after) {
    point("first", filters, "/documents");
  }
  if (next) {
    point("next", new URLSearchParams([...filters, ["after", next]]), "/documents");
  }
  if (documents.length > 0) {
    point("export", filters, "/api/register/documents.csv");
  }
};

const search = async () => {
  const mine = ++run;
  const filters = asked();
  const after = new URLSearchParams(location.search).get("after");
  $("status-line").textContent = word("searching");
  const reply = await call(`/api/register/documents?${new URLSearchParams([...filters, ...(after ? [["after", after]] : [])])}`);
  if (mine !== run) {
    return;
  }
  if (reply.ok) {
    show(reply.body, filters, after);
  } else {
    $("found").replaceChildren();
    $("status-line").textContent = complaint(reply);
  }
};

const go = (query) => {
  history.pushState(null, "", query.size > 0 ? `?${query}` : location.pathname);
  fill();
  search();
};

await open("documents", { also: ["verdict", "desk"] });
choices("type", TYPES, (type) => `${typeName(type)} (${type})`);
choices("status", STATUSES, (status) => word(`status.${status}`));
fill();
$("search").addEventListener("submit", (event) => {
  event.preventDefault();
  go(typed());
});
$("search").addEventListener("reset", (event) => {
  event.preventDefault();
  go(new URLSearchParams());
});
for (const id of ["first", "next"]) {
  $(id).addEventListener("click", (event) => {
    event.preventDefault();
    go(new URL($(id).href).searchParams);
    $("status-line").scrollIntoView({ block: "nearest" });
  });
}
window.addEventListener("popstate", () => {
  fill();
  search();
});
await search();
const members = await call("/api/members");
if (members.ok) {
  $("members").replaceChildren(...members.body.organisations.map((each) => option(each, each)));
}
