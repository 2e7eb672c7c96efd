// One file on its way: what is known of it, how it is to be anchored, and how far it came.

let last = 0;

// Where a person may still change what is asked.
const OPEN = ["ready", "refused", "failed"];

export class Entry {
  id = ++last;
  fields = { type: "", number: "", validFrom: "", validUntil: "", quantity: "", unit: "" };
  /** Where each field was found in the file. */
  found = {};
  /** stamp, open or salted. */
  way = "salted";
  stamping = "NOT_A_PDF";
  /** Gives what a person is told of the file itself. */
  note = undefined;
  checked = false;
  receipt = undefined;
  copy = undefined;
  /** The bundle, as a Blob; documents may share one. */
  proof = undefined;

  constructor(file) {
    this.file = file;
    this.be("reading");
  }

  get name() {
    return this.file.name;
  }

  /** How the anchored file is called: a stamped copy is another file, and must not take the place of the first. */
  get anchoredName() {
    return this.copy ? this.name.replace(/(\.pdf)?$/i, "-stamped.pdf") : this.name;
  }

  /** `sentence` gives what a person reads beside the state, in the language that is shown then. */
  be(name, sentence) {
    this.state = { name, sentence, open: OPEN.includes(name) };
  }

  /** What is missing is marked from then on. */
  complete() {
    this.checked = true;
    return this.lacks().length === 0;
  }

  lacks() {
    const { type, number, quantity, unit } = this.fields;
    return [
      /^[1-9][0-9]{0,2}$/.test(type) ? undefined : "type",
      number.trim() === "" ? "number" : undefined,
      quantity !== "" && unit === "" ? "unit" : undefined,
      quantity === "" && unit !== "" ? "quantity" : undefined,
    ].filter(Boolean);
  }
}
