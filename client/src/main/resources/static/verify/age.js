// How old an answer is, counting up while it is looked at: what was true then need not be true now.

import { duration, element } from "../page.js";

const put = (shown) => {
  shown.textContent = duration((performance.now() - Number(shown.dataset.received)) / 1000);
};

/** received is when the answer came, by this page's own clock. */
export const age = (received) => {
  const shown = element("span", undefined, "age");
  shown.dataset.received = received;
  put(shown);
  return shown;
};

setInterval(() => document.querySelectorAll(".age").forEach(put), 1000);
