// Which receipt and which proof belong to which document, when several files come at once and in any order.

const RECEIPT_NAME = ".muhr.json";
const LONGEST_RECEIPT = 1 << 16;
const MEMBERS = ["format", "document", "fingerprint", "check"];
const PROOF_NAME = ".muhr-proof.json";
// A proof is in canonical form, so it begins so.
const PROOF_BEGINNING = '{"answers":["';

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isCalled = (name, ending) => name.toLowerCase().endsWith(ending);

/** Whether a file calls itself something that lies beside a document. */
export const liesBeside = (name) => isCalled(name, RECEIPT_NAME) || isCalled(name, PROOF_NAME);

/** The receipt a file holds, by name and content; undefined for a document. */
const readReceipt = async (file) => {
  const named = isCalled(file.name, RECEIPT_NAME);
  if (!named && (!isCalled(file.name, ".json") || file.size > LONGEST_RECEIPT)) {
    return undefined;
  }
  try {
    const content = file.size > LONGEST_RECEIPT ? undefined : JSON.parse(await file.text());
    if (isObject(content) && (named || MEMBERS.every((name) => name in content))) {
      return { name: file.name, content };
    }
  } catch {
    // Not JSON, which only a file that calls itself a receipt has to be.
  }
  return named ? { name: file.name, fault: "fault.receipt" } : undefined;
};

const isProof = async (file) => {
  try {
    return isCalled(file.name, PROOF_NAME)
      || (isCalled(file.name, ".json") && await file.slice(0, PROOF_BEGINNING.length).text() === PROOF_BEGINNING);
  } catch {
    // What cannot be read is told when its fingerprint is taken.
    return false;
  }
};

const sorted = async (files) => {
  const kinds = { documents: [], receipts: [], proofs: [] };
  for (const file of files) {
    const receipt = await readReceipt(file);
    if (receipt) {
      kinds.receipts.push(receipt);
    } else if (await isProof(file)) {
      kinds.proofs.push(file);
    } else {
      kinds.documents.push({ name: file.name, file });
    }
  }
  return kinds;
};

const take = (all, fits) => {
  const at = all.findIndex(fits);
  return at < 0 ? undefined : all.splice(at, 1)[0];
};

const beside = (found, ending) => ({ name }) => name.toLowerCase() === (found.name + ending).toLowerCase();

const pairReceipts = async (documents, receipts, print) => {
  for (const found of documents) {
    found.receipt = take(receipts, beside(found, RECEIPT_NAME));
  }
  if (documents.length === 1 && !documents[0].receipt && receipts.length === 1) {
    documents[0].receipt = receipts.pop();
  }
  for (const found of documents.filter(({ receipt }) => !receipt && receipts.length > 0)) {
    found.early = await print(found.file);
    found.receipt = found.early.fingerprint
      && take(receipts, ({ content }) => content?.fingerprint === found.early.fingerprint);
  }
};

/** A proof that is called like none of the documents may be of all that have none: documents share one. */
const pairProofs = (documents, proofs) => {
  for (const found of documents) {
    found.proof = take(proofs, beside(found, PROOF_NAME));
  }
  const without = documents.filter(({ proof }) => !proof);
  if (proofs.length === 1 && without.length > 0) {
    const shared = proofs.pop();
    without.forEach((found) => {
      found.proof = shared;
    });
  }
};

/**
 * One question per document, its receipt and its proof beside it, in the order the documents came; receipts and proofs
 * without a document are asked by themselves. `print` takes a file's fingerprint, which is done here only where names do not
 * tell.
 */
export const pair = async (files, print) => {
  const { documents, receipts, proofs } = await sorted(files);
  await pairReceipts(documents, receipts, print);
  pairProofs(documents, proofs);
  return [
    ...documents,
    ...receipts.map((receipt) => ({ name: receipt.name, receipt })),
    ...proofs.map((proof) => ({ name: proof.name, proof })),
  ];
};
