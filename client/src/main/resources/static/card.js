// Draws one answer. Everything from outside goes in as text, never as markup.

const WORDS = {
  VALID: "Valid",
  UNKNOWN: "Unknown",
  ALTERED: "Altered",
  NOT_AUTHORISED: "Not authorised",
  REVOKED: "Revoked",
  SUPERSEDED: "Superseded",
  EXHAUSTED: "Used up",
  SUSPENDED: "Suspended",
  EXPIRED: "Expired",
  NOT_YET_VALID: "Not yet valid",
  UNDETERMINED: "Undetermined",
};

// Anything that is not plainly passed or failed stays open, a verdict of a later version included.
const tone = ({ verdict, indication }) => {
  if (verdict === "VALID" && indication === "TOTAL-PASSED") {
    return "passed";
  }
  return indication === "TOTAL-FAILED" ? "failed" : "open";
};

const icon = (verdict, shade) =>
  shade === "open" && ["UNKNOWN", "UNDETERMINED"].includes(verdict) ? "unknown" : shade;

const element = (name, content, className) => {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...[content].flat().filter((part) => part !== undefined && part !== null));
  return made;
};

const svgIcon = (name) => {
  const SVG = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
};

const time = (text) => {
  const made = element("time", new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
  }).format(new Date(text)) + " UTC");
  made.dateTime = text;
  return made;
};

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const validity = ({ validFrom, validUntil }) => {
  if (!validFrom && !validUntil) {
    return "without limit";
  }
  return [validFrom ? ["from ", time(validFrom)] : [], validUntil ? [" until ", time(validUntil)] : []].flat();
};

const facts = (judged, receipt) => {
  const { record } = judged;
  const rows = [["Document", [capital(record.typeName), element("small", `type ${record.type}`)]]];
  // The client has checked that the number gives the receipt's document; the record may be of another one.
  if (receipt?.number && receipt.document === record.document) {
    rows.push(["Number", [receipt.number, element("small", "from the receipt")]]);
  }
  rows.push(
    ["Issuer", [record.issuer, element("small", authority(judged))]],
    ["Validity", validity(record)],
    ["Anchored", time(record.anchored.time)]);
  if (record.sequence > 1) {
    rows.push([record.status === "REVOKED" ? "Revoked" : "Changed", [
      time(record.changed.time),
      record.reason ? element("small", `reason: ${record.reason}`) : undefined,
    ]]);
  }
  return element("dl", rows.flatMap(([name, value]) => [element("dt", name), element("dd", value)]), "facts");
};

const authority = ({ authorisedThen, authorisedNow }) => {
  if (!authorisedThen) {
    return "had no authority over this type when it anchored the document";
  }
  return authorisedNow ? "has authority over this type" : "had authority over this type when it anchored the document";
};

const records = (answer, receipt) => {
  if (answer.records.length < 2) {
    return answer.records.map((judged) => facts(judged, receipt));
  }
  return answer.records.flatMap((judged) => [
    element("h3", `${WORDS[judged.verdict] ?? judged.verdict}: ${judged.record.typeName} of ${judged.record.issuer}`),
    facts(judged),
  ]);
};

const witness = (answer) => answer.answeredBy.length === 0
  ? element("p", "No peer answered.", "witness")
  : element("p", [
    `Answered by the peer of ${answer.answeredBy.join(", ")}, which held at least ${answer.blockHeight} blocks. `,
    "The answer is about ", time(answer.askedAt), ".",
  ], "witness");

/** The words of a verdict, for the card and for those who hear it. */
export const inWords = (verdict) => WORDS[verdict] ?? "Undetermined";

/** A card for an answer of the ledger. */
export const answerCard = (name, answer, receipt) => {
  const shade = tone(answer);
  return card(name, inWords(answer.verdict), shade, icon(answer.verdict, shade), answer.verdict, [
    element("p", answer.sentence, "sentence"),
    answer.reasons.length > 0
      ? element("ul", answer.reasons.map((reason) => element("li", reason.sentence)), "reasons")
      : undefined,
    ...records(answer, receipt),
    witness(answer),
  ]);
};

/** A card for a question that nobody answered. */
export const faultCard = (name, sentence) =>
  card(name, "Undetermined", "open", "unknown", "UNDETERMINED", [element("p", sentence, "sentence")]);

const card = (name, word, shade, iconName, verdict, body) => {
  const made = element("article", [
    element("header", [
      svgIcon(iconName),
      element("div", [element("p", name, "file"), element("h2", word)]),
    ]),
    element("div", body, "body"),
  ], `card ${shade}`);
  made.dataset.verdict = verdict;
  made.tabIndex = -1;
  return made;
};
