// Has the client read files: what each says of itself becomes what stands in its row.

import { call, complaint, word } from "../page.js";

const MOST_BYTES = 16 * 1024 * 1024;
const AT_A_TIME = 2;
const PATIENCE = 60_000;

const FIELDS = { TYPE: "type", NUMBER: "number", VALID_FROM: "validFrom", VALID_UNTIL: "validUntil" };

const take = (entry, suggestion) => {
  for (const { fact, value, where } of suggestion.facts) {
    const field = FIELDS[fact];
    if (field) {
      entry.fields[field] = value;
      entry.found[field] = where;
    }
  }
  entry.note = suggestion.unread ? () => word("unread") : undefined;
  entry.stamping = suggestion.stamping;
  if (suggestion.stamping === "POSSIBLE") {
    entry.way = "stamp";
  } else if (suggestion.stamping === "SIGNED") {
    // Nobody can guess a signature: the file verifies by itself.
    entry.way = "open";
  }
};

const read = async (entry) => {
  if (entry.file.size === 0) {
    entry.be("unusable", () => word("empty"));
    return;
  }
  if (entry.file.size > MOST_BYTES) {
    entry.note = () => word("large");
  } else {
    const form = new FormData();
    form.append("file", entry.file);
    const reply = await call("/api/suggestions", { form, patience: PATIENCE });
    if (reply.ok) {
      take(entry, reply.body);
    } else {
      entry.note = () => complaint(reply);
    }
  }
  entry.be("ready");
};

/** Reads a few at a time; `show` is told of each that is done. */
export const readAll = async (entries, show) => {
  const waiting = [...entries];
  await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      await read(entry);
      show(entry);
    }
  }));
};
