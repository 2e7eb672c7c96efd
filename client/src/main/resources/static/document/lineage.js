// The documents whose place a document took, and those that took its.

import { documentAt, link, short } from "../desk/link.js";
import { state } from "../desk/state.js";
import { call, element, time, word } from "../page.js";

// A permit is replaced a few times; who needs more goes on from the last one shown.
const MOST = 20;

const follow = async (first, member) => {
  const found = [];
  let id = first;
  while (id && found.length < MOST) {
    const { ok, body } = await call(`/api/documents/${id}`);
    if (!ok) {
      break;
    }
    found.push(body);
    id = body[member];
  }
  return found;
};

const item = (record, own) => {
  const made = element("li", [
    own ? element("span", word("this-one")) : link(short(record.document), documentAt(record.document)),
    " · ", time(record.anchored.time), " ", state(record, {}),
  ]);
  if (own) {
    made.setAttribute("aria-current", "true");
  }
  return made;
};

/** An ordered list, the earliest first; nothing for a document that stands alone. */
export const lineage = async (record) => {
  const before = await follow(record.replaces, "replaces");
  const after = await follow(record.replacedBy, "replacedBy");
  return before.length + after.length === 0
    ? undefined
    : element("ol", [...before.reverse().map((each) => item(each)), item(record, true), ...after.map((each) => item(each))], "lineage");
};
