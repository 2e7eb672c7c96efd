// What was anchored, what this client answered, and what the ledger refused it, by day; and how far the register is behind.

import { asked, between, series } from "./audit/days.js";
import { plot } from "./audit/plot.js";
import { asOf } from "./desk/asof.js";
import { link } from "./desk/link.js";
import { table } from "./desk/table.js";
import { named } from "./desk/terms.js";
import { call, complaint, element, open, word } from "./page.js";

const $ = (id) => document.getElementById(id);

let run = 0;

const panel = (heading, ...content) => element("section", [element("h2", word(heading)), ...content.flat().filter(Boolean)], "panel");

const exported = (path) => {
  const made = link(word("export"), path);
  made.className = "button quiet";
  made.download = "";
  return element("div", made, "ways below");
};

const numbers = (caption, days, drawn) => {
  const rows = days.map((day, at) => ({ day, at })).filter(({ at }) => drawn.some(({ values }) => values[at] > 0)).reverse();
  return element("details", [
    element("summary", word("numbers")),
    table(caption, [
      { name: word("day"), value: ({ day }) => day },
      ...drawn.map(({ name, values }) => ({ name, number: true, value: ({ at }) => String(values[at]) })),
    ], rows),
  ]);
};

const byDay = (heading, days, rows, path) => {
  const drawn = series(days, rows);
  return drawn.length === 0
    ? panel(heading, element("p", word("nothing")))
    : panel(heading, plot(word(heading), days, drawn), numbers(word(heading), days, drawn), exported(path));
};

const refusals = (tallies) => {
  const found = new Map();
  for (const { code, times } of tallies.filter(({ kind }) => kind === "REFUSAL")) {
    found.set(code, (found.get(code) ?? 0) + times);
  }
  const rows = [...found].sort(([, one], [, other]) => other - one);
  return panel("refusals", element("p", word("refusals-hint"), "hint"), rows.length === 0
    ? element("p", word("nothing"))
    : table(word("refusals"), [
      { name: word("code"), value: ([code]) => [named(`problem.${code}`), " ", element("code", code)] },
      { name: word("times"), number: true, value: ([, times]) => String(times) },
    ], rows));
};

const verdicts = (tallies) => tallies.filter(({ kind }) => kind === "VERDICT")
  .map(({ day, code, times }) => ({ day, name: named(`verdict.${code}`), count: times }));

const show = async () => {
  const mine = ++run;
  const range = asked();
  $("from").value = range.from;
  $("until").value = range.until;
  $("status-line").textContent = word("asking");
  const [status, counts, counted] = await Promise.all([
    call("/api/register/status"),
    call(`/api/register/counts?anchoredFrom=${range.from}&anchoredUntil=${range.until}`),
    call(`/api/tallies?from=${range.from}&until=${range.until}`),
  ]);
  if (mine !== run) {
    return;
  }
  const refused = [status, counts, counted].find(({ ok }) => !ok);
  if (refused) {
    $("figures").replaceChildren();
    $("status-line").textContent = complaint(refused);
    return;
  }
  const days = between(range);
  $("status-line").textContent = "";
  $("figures").replaceChildren(
    panel("register", element("p", asOf(status.body))),
    byDay("anchored", days, counts.body.counts.map(({ day, issuer, documents }) => ({ day, name: issuer, count: documents })),
      `/api/register/counts.csv?anchoredFrom=${range.from}&anchoredUntil=${range.until}`),
    byDay("verdicts", days, verdicts(counted.body.tallies), `/api/tallies.csv?from=${range.from}&until=${range.until}`),
    refusals(counted.body.tallies));
};

await open("audit", { also: ["verdict", "desk"] });
$("days").addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({ from: $("from").value, until: $("until").value })}`);
  show();
});
window.addEventListener("popstate", show);
await show();
