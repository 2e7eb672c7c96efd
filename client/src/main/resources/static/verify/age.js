// How old an answer is, counting up while it is looked at: what was true then need not be true now.

import { element, shownLanguage } from "../page.js";

const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

const inWords = (seconds) => {
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? UNITS.at(-1);
  return new Intl.NumberFormat(shownLanguage(), { style: "unit", unit, unitDisplay: "long" }).format(Math.floor(seconds / length));
};

const put = (shown) => {
  shown.textContent = inWords((performance.now() - Number(shown.dataset.received)) / 1000);
};

/** received is when the answer came, by this page's own clock. */
export const age = (received) => {
  const shown = element("span", undefined, "age");
  shown.dataset.received = received;
  put(shown);
  return shown;
};

setInterval(() => document.querySelectorAll(".age").forEach(put), 1000);
