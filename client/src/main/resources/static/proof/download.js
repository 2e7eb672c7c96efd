// A document's proof as a download. The client collects it from several peers: that takes a moment, and may fail.

import { call, complaint, element, originalWords, word } from "../page.js";

const PATIENCE = 90_000;

/** How the proof of a file is called that lies beside it. */
export const proofName = (file) => `${file}.muhr-proof.json`;

/** Hands somebody what was made in this page. */
export const save = (content, name) => {
  const link = element("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** A button, and what became of it below; file is what the proof is to lie beside. */
export const proofButton = (document, file) => {
  const button = element("button", word("proof.download"), "button quiet");
  button.type = "button";
  const said = element("p", undefined, "hint");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.textContent = word("proof.collecting");
    const reply = await call(`/api/documents/${document}/proof`, { patience: PATIENCE });
    button.disabled = false;
    said.replaceChildren(reply.ok ? word("proof.collected") : complaint(reply), originalWords(reply) ?? "");
    if (reply.ok) {
      save(reply.body, proofName(file));
    }
  });
  return element("div", [button, said], "proof-way");
};
