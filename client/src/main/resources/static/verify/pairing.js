// Which receipt belongs to which document, when several files come at once and in any order.

const RECEIPT_NAME = ".muhr.json";
const LONGEST_RECEIPT = 1 << 16;
const MEMBERS = ["format", "document", "fingerprint", "check"];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a file calls itself a receipt. */
export const isReceiptName = (name) => name.toLowerCase().endsWith(RECEIPT_NAME);

/** The receipt a file holds, by name and content; undefined for a document. */
const readReceipt = async (file) => {
  const named = isReceiptName(file.name);
  if (!named && (!file.name.toLowerCase().endsWith(".json") || file.size > LONGEST_RECEIPT)) {
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

/**
 * One question per document, its receipt beside it, in the order the documents came; receipts without a document are
 * asked by themselves. `print` takes a file's fingerprint, which is done here only where names do not tell.
 */
export const pair = async (files, print) => {
  const receipts = [];
  const documents = [];
  for (const file of files) {
    const receipt = await readReceipt(file);
    if (receipt) {
      receipts.push(receipt);
    } else {
      documents.push({ name: file.name, file });
    }
  }
  const take = (fits) => {
    const at = receipts.findIndex(fits);
    return at < 0 ? undefined : receipts.splice(at, 1)[0];
  };
  for (const found of documents) {
    found.receipt = take(({ name }) => name.toLowerCase() === (found.name + RECEIPT_NAME).toLowerCase());
  }
  if (documents.length === 1 && !documents[0].receipt && receipts.length === 1) {
    documents[0].receipt = receipts.pop();
  }
  for (const found of documents.filter(({ receipt }) => !receipt && receipts.length > 0)) {
    found.early = await print(found.file);
    found.receipt = found.early.fingerprint && take(({ content }) => content?.fingerprint === found.early.fingerprint);
  }
  return [...documents, ...receipts.map((receipt) => ({ name: receipt.name, receipt }))];
};
