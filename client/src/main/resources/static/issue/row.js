// Draws one file: what it is to be anchored as, to be corrected by hand, and how far it came.

import { element, hasWord, word } from "../page.js";
import { icon } from "../icon.js";

// The sign beside a state; the others are under way.
const SIGNS = { anchored: "passed", refused: "failed", failed: "open", unusable: "failed" };
const UNDER_WAY = ["reading", "stamping", "sending", "waiting"];

const size = (bytes) => {
  const language = document.documentElement.lang;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "kilobyte"] : [bytes / 1024 / 1024, "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
};

const labelled = (id, text, input, hint) => {
  const label = element("label", text);
  label.htmlFor = id;
  input.id = id;
  const beside = hint ? element("p", hint, "hint") : undefined;
  if (beside) {
    beside.id = `${id}-hint`;
    input.setAttribute("aria-describedby", beside.id);
  }
  return element("div", [label, input, beside]);
};

const inputs = {
  type: (input) => {
    input.setAttribute("list", "types");
    input.inputMode = "numeric";
    input.maxLength = 3;
    input.placeholder = word("type-example");
  },
  number: (input) => {
    input.maxLength = 200;
  },
  validFrom: (input) => {
    input.type = "date";
  },
  validUntil: (input) => {
    input.type = "date";
  },
  quantity: (input) => {
    input.inputMode = "decimal";
    input.maxLength = 20;
  },
  unit: (input) => {
    input.maxLength = 3;
    input.placeholder = word("unit-example");
  },
};

const typeName = (code) => hasWord(`type.${code}`) ? word(`type.${code}`) : undefined;

const hintOf = (entry, name) => {
  if (entry.checked && entry.lacks().includes(name)) {
    return word(`lacks.${name}`);
  }
  const where = entry.found[name] ? word("found", entry.found[name]) : undefined;
  return name === "type" ? [typeName(entry.fields.type), where].filter(Boolean).join(" · ") || undefined : where;
};

const field = (entry, name, actions) => {
  const input = element("input");
  input.autocomplete = "off";
  input.spellcheck = false;
  inputs[name](input);
  input.value = entry.fields[name];
  input.disabled = !entry.state.open;
  const made = labelled(`${name}-${entry.id}`, word(`field.${name}`), input, hintOf(entry, name));
  if (entry.checked && entry.lacks().includes(name)) {
    input.setAttribute("aria-invalid", "true");
  }
  input.addEventListener("input", () => {
    entry.fields[name] = name === "unit" ? input.value.trim().toUpperCase() : input.value.trim();
    delete entry.found[name];
    entry.copy = undefined;
    input.removeAttribute("aria-invalid");
    const hint = made.querySelector(".hint");
    if (hint) {
      hint.textContent = hintOf(entry, name) ?? "";
    }
    actions.changed();
  });
  return made;
};

const wayChoice = (entry) => {
  const choice = element("select", ["stamp", "open", "salted"].map((way) => {
    const option = element("option", word(`way.${way}`));
    option.value = way;
    option.selected = way === entry.way;
    option.disabled = way === "stamp" && entry.stamping !== "POSSIBLE";
    return option;
  }));
  choice.disabled = !entry.state.open;
  const explained = (way) => [
    word(`way-hint.${way}`),
    entry.stamping !== "POSSIBLE" && entry.stamping !== "NOT_A_PDF" ? word(`stamping.${entry.stamping}`) : undefined,
  ].filter(Boolean).join(" ");
  const made = labelled(`way-${entry.id}`, word("field.way"), choice, explained(entry.way));
  choice.addEventListener("change", () => {
    entry.way = choice.value;
    entry.copy = undefined;
    made.querySelector(".hint").textContent = explained(entry.way);
  });
  return made;
};

const more = (entry, actions) => {
  const names = ["validFrom", "validUntil", "quantity", "unit"];
  const details = element("details", [
    element("summary", word("more")),
    element("div", names.map((name) => field(entry, name, actions)), "fields"),
  ]);
  details.open = entry.moreOpen ?? names.some((name) => entry.fields[name] !== "" || (entry.checked && entry.lacks().includes(name)));
  details.addEventListener("toggle", () => {
    entry.moreOpen = details.open;
  });
  return details;
};

/** What an anchored file is: nothing is left to correct. */
const anchoredAs = ({ fields: { type, number } }) =>
  element("p", [typeName(type) ?? type, " · ", element("b", number)]);

const state = ({ state: { name, sentence } }) => {
  if (name === "ready") {
    return undefined;
  }
  const working = UNDER_WAY.includes(name) ? element("progress") : undefined;
  working?.setAttribute("aria-label", word(`state.${name}`));
  return element("p", [
    working ?? icon(SIGNS[name]),
    element("span", [element("strong", word(`state.${name}`)), sentence ? ` ${sentence()}` : undefined]),
  ], "state");
};

/** `actions.changed` is called when something was typed, `actions.remove` to take the file away. */
export const drawRow = (entry, actions) => {
  const remove = element("button", word("remove"), "plain remove");
  remove.type = "button";
  remove.setAttribute("aria-label", word("remove-file", entry.name));
  remove.addEventListener("click", () => actions.remove(entry));
  const title = element("h2", entry.name);
  title.id = `name-${entry.id}`;
  const shown = !["reading", "unusable", "anchored"].includes(entry.state.name);
  const row = element("li", [
    element("header", [
      title,
      element("span", size(entry.file.size), "size"),
      entry.state.open || entry.state.name === "unusable" ? remove : undefined,
    ]),
    entry.note && entry.state.open ? element("p", entry.note(), "hint") : undefined,
    entry.state.name === "anchored" ? anchoredAs(entry) : undefined,
    shown ? element("div", [field(entry, "type", actions), field(entry, "number", actions), wayChoice(entry)], "fields") : undefined,
    shown ? more(entry, actions) : undefined,
    state(entry),
  ], `row ${SIGNS[entry.state.name] ?? ""}`);
  row.setAttribute("aria-labelledby", title.id);
  row.dataset.state = entry.state.name;
  return row;
};
