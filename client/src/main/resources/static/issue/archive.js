// The receipts and proofs, the stamped copies beside them, and a word on how to verify, as one ZIP archive (APPNOTE 6.3.10). It is made here of what this page
// holds, so that no file goes to the client once more. Nothing is compressed: the copies are already.

import { proofName } from "../proof/download.js";
import { readme } from "./readme.js";

const VERSION = 20;
// Bit 11: names are UTF-8.
const UTF8_NAMES = 0x0800;
// 1980-01-01, the first day there is: when a receipt was made is in it.
const DATE = 0x0021;
const MOST = 0xffffffff;

const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  let remainder = value;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

const crc32 = (bytes) => {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder = (remainder >>> 8) ^ TABLE[(remainder ^ byte) & 0xff];
  }
  return ~remainder >>> 0;
};

/** Numbers one after the other, little-endian: [[value, bytes], ...]. */
const packed = (numbers) => Uint8Array.from(
  numbers.flatMap(([value, width]) => Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** at) & 0xff)),
);

const common = ({ name, size, sum }) => [
  [VERSION, 2], [UTF8_NAMES, 2], [0, 2], [0, 2], [DATE, 2], [sum, 4], [size, 4], [size, 4], [name.length, 2], [0, 2],
];

const localHeader = (part) => [packed([[0x04034b50, 4], ...common(part)]), part.name];

const centralHeader = (part) => [
  packed([[0x02014b50, 4], [VERSION, 2], ...common(part), [0, 2], [0, 2], [0, 2], [0, 4], [part.offset, 4]]), part.name,
];

const length = (pieces) => pieces.reduce((sum, piece) => sum + (piece.size ?? piece.length), 0);

/** A ZIP of files {name, content}, the content a Blob; names have to differ. */
export const zip = async (files) => {
  const pieces = [];
  const central = [];
  for (const { name, content } of files) {
    const part = {
      name: new TextEncoder().encode(name),
      size: content.size,
      sum: crc32(new Uint8Array(await content.arrayBuffer())),
      offset: length(pieces),
    };
    pieces.push(...localHeader(part), content);
    central.push(...centralHeader(part));
  }
  const offset = length(pieces);
  if (offset > MOST) {
    throw new RangeError("an archive of more than 4 GiB");
  }
  const end = packed([
    [0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [length(central), 4], [offset, 4], [0, 2],
  ]);
  return new Blob([...pieces, ...central, end], { type: "application/zip" });
};

/** Two files of one name are told apart by a number, each together with its receipt. */
const unlike = (taken, name) => {
  let tried = name;
  for (let number = 2; taken.has(tried); number++) {
    tried = name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
  }
  taken.add(tried);
  return tried;
};

const README = "README.txt";

/** How proofs are called, each under the documents it is of: what one document has alone lies beside it under its name. */
const proofNames = (parts) => {
  const names = new Map();
  for (const { name, entry: { proof } } of parts.filter(({ entry }) => entry.proof)) {
    const alone = parts.filter(({ entry }) => entry.proof === proof).length === 1;
    if (!names.has(proof)) {
      names.set(proof, alone ? proofName(name) : proofName(`documents-${names.size + 1}`));
    }
  }
  return names;
};

const filesOf = ({ name, entry: { copy, receipt } }) => [
  ...copy ? [{ name, content: copy }] : [],
  { name: `${name}.muhr.json`, content: new Blob([`${JSON.stringify(receipt, null, 2)}\n`]) },
];

/** The archive of what was anchored; fault gives why some have no proof. */
export const archiveOf = (entries, fault) => {
  const taken = new Set([README]);
  const parts = entries
    .filter(({ receipt }) => receipt)
    .map((entry) => ({ name: unlike(taken, entry.anchoredName.replaceAll(/[\\/]/g, "_")), entry }));
  const proofs = proofNames(parts);
  const told = parts.map(({ name, entry: { proof } }) => ({
    name, proof: proofs.get(proof), shares: parts.filter(({ entry }) => proof && entry.proof === proof).length > 1,
  }));
  return zip([
    { name: README, content: new Blob([readme(told, fault)]) },
    ...parts.flatMap(filesOf),
    ...[...proofs].map(([content, name]) => ({ name, content })),
  ]);
};
