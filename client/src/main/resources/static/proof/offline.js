// How whoever has a proof verifies it without any server, and what it rests on.

import { call, complaint, element, signedIn, word } from "../page.js";

const PLAIN = /^[\p{L}\p{N}._/=+:@%-]+$/u;

/** A file's name as a shell takes it; one that begins like an option is told from one. */
const quoted = (name) => {
  const told = name.startsWith("-") ? `./${name}` : name;
  return PLAIN.test(told) ? told : `'${told.replaceAll("'", "'\\''")}'`;
};

/** What is typed to verify a file by its proof. */
export const command = (file, proof) =>
  `scripts/muhr verify --offline ${quoted(file)} --proof ${quoted(proof)} --trust network-trust.json`;

const trustLink = () => {
  const made = element("a", word("proof.trust-file"));
  made.href = "/api/trust";
  made.download = "network-trust.json";
  return element("p", made);
};

/** The command, and that the trust file has to come by another way, with the pin to be compared. */
export const howOffline = (file, proof, pin) => [
  element("p", word("proof.how")),
  element("pre", element("code", command(file, proof)), "command"),
  element("p", word("proof.other-way")),
  element("p", [word("proof.pin"), " ", element("code", pin, "pin")]),
  signedIn() ? trustLink() : undefined,
];

/** The same to be opened; this client's pin is asked for only then. */
export const offlineDetails = (file, proof) => {
  const body = element("div");
  const details = element("details", [element("summary", word("proof.offline")), body]);
  details.addEventListener("toggle", async () => {
    if (details.open && body.childElementCount === 0) {
      const reply = await call("/api/trust");
      body.replaceChildren(...reply.ok
        ? howOffline(file, proof, reply.body.pin).filter(Boolean)
        : [element("p", complaint(reply), "hint")]);
    }
  });
  return details;
};
