// Has the client stamp and anchor: each file is accepted first, and then its end is told over server-sent events.

import { call, complaint, word } from "../page.js";

const AT_A_TIME = 4;
// As many as one stream of events tells of.
const TOGETHER = 100;
const AGAIN = 5_000;
// Whoever sends a megabyte in more than ten seconds is taken to have lost the line.
const patience = ({ size }) => 60_000 + size / 100;

const formOf = (entry, file) => {
  const form = new FormData();
  form.append("type", entry.fields.type);
  form.append("number", entry.fields.number);
  form.append("kind", entry.way === "salted" ? "salted" : "open");
  for (const field of ["validFrom", "validUntil", "quantity", "unit"]) {
    if (entry.fields[field] !== "") {
      form.append(field, entry.fields[field]);
    }
  }
  form.append("file", file);
  return form;
};

const stamped = async (entry) => {
  const form = new FormData();
  form.append("type", entry.fields.type);
  form.append("number", entry.fields.number);
  form.append("file", entry.file);
  const reply = await call("/api/stamps", { form, patience: patience(entry.file) });
  if (reply.ok) {
    entry.copy = reply.body;
  } else {
    entry.be("refused", () => complaint(reply));
  }
  return reply.ok;
};

/** The submission that the client made of it; undefined when it made none, or when the end is known already. */
const submit = async (entry, show) => {
  // A copy that there is already was sent and not answered for, or refused; another one would be another document.
  if (entry.way === "stamp" && !entry.copy) {
    entry.be("stamping");
    show(entry);
    if (!await stamped(entry)) {
      return undefined;
    }
  }
  entry.be("sending");
  show(entry);
  const file = entry.copy ?? entry.file;
  const reply = await call("/api/documents", {
    form: formOf(entry, file), more: { Prefer: "respond-async" }, patience: patience(file),
  });
  if (reply.ok) {
    return settle(entry, reply.status === 202 ? reply.body : { state: "ANCHORED", receipt: reply.body });
  }
  entry.be(reply.status === 0 ? "failed" : "refused", () => complaint(reply));
  return undefined;
};

const settle = (entry, submission) => {
  if (submission.state === "ANCHORED") {
    entry.receipt = submission.receipt;
    entry.be("anchored");
    return undefined;
  }
  if (submission.state === "REFUSED") {
    entry.be("refused", () => complaint({ body: { code: submission.code, detail: submission.reason } }));
    return undefined;
  }
  entry.be("waiting", submission.reason ? () => word("waiting-again") : undefined);
  return submission.id;
};

/** Resolves once each of them is settled. */
const follow = (open, show) => new Promise((resolve) => {
  const listen = () => {
    const events = new EventSource(`/api/submissions?${[...open.keys()].map((id) => `id=${id}`).join("&")}`);
    events.addEventListener("submission", ({ data }) => {
      const submission = JSON.parse(data);
      const entry = open.get(submission.id);
      if (entry) {
        if (!settle(entry, submission)) {
          open.delete(submission.id);
        }
        show(entry);
      }
    });
    events.addEventListener("settled", () => {
      events.close();
      resolve();
    });
    events.addEventListener("error", () => {
      // What only broke off, the browser takes up again by itself.
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(listen, AGAIN);
      }
    });
  };
  listen();
});

/** Anchors all; `show` is told of every step of each. */
export const anchorAll = async (entries, show) => {
  const waiting = [...entries];
  while (waiting.length > 0) {
    const together = waiting.splice(0, TOGETHER);
    const open = new Map();
    await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
      for (let entry = together.shift(); entry; entry = together.shift()) {
        const id = await submit(entry, show);
        if (id) {
          open.set(id, entry);
        }
        show(entry);
      }
    }));
    if (open.size > 0) {
      await follow(open, show);
    }
  }
};
