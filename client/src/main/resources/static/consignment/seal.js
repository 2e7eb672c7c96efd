// One container seal: the verdict on it, who had custody of it, what happened to it.

import { named } from "../desk/terms.js";
import { icon } from "../icon.js";
import { element, phrase, time, word } from "../page.js";
import { detail, place, reason } from "./words.js";

/** passed, failed or open, of a verdict on container seals; anything unknown stays open. */
export const shade = (verdict) => {
  if (verdict === "INTACT") {
    return "passed";
  }
  return verdict === "TAMPERED" || verdict === "MISSING" ? "failed" : "open";
};

/** The verdict by sign, word and colour. */
export const sealVerdict = (verdict) => {
  const tone = shade(verdict);
  return element("span", [icon(tone), named(`seal-verdict.${verdict}`)], `state ${tone}`);
};

const reasons = (list) => list.length === 0 ? undefined : element("ul", list.map((each) => element("li", reason(`seal-reason.${each.code}`, each.sentence))));

const TONES = { BREAK: "open", REPORT: "failed" };

const toneOf = ({ operation, detail: said }) => {
  if (said && /^(opened|damaged|missing|broken)/.test(said)) {
    return "failed";
  }
  return TONES[operation];
};

const event = (each) => element("li", [
  element("strong", named(`act.${each.operation}`)),
  each.detail ? element("span", detail(each.detail)) : undefined,
  element("span", [word("actor", each.change.organisation, named(`party.${each.party}`)), each.place ? [" · ", word("at-place", each.place)] : undefined], "who"),
  time(each.change.time),
  each.claimed ? element("span", phrase("claimed", time(each.claimed)), "remark") : undefined,
  each.outOfOrder ? element("span", word("out-of-order"), "warning") : undefined,
  each.evidence.length > 0 ? element("span", word("evidence-files", each.evidence.length), "remark") : undefined,
], toneOf(each));

const custody = (list) => element("ul", list.map(({ holder, from, until }) => element("li",
  until ? phrase("custody", holder, time(from), time(until)) : phrase("custody-now", holder, time(from)))));

const readings = ({ count, opened, outOfOrder, first, last, lowestBattery }) => element("p", [
  phrase("readings", String(count), time(first), time(last), String(opened)),
  outOfOrder > 0 ? [" ", word("readings-out-of-order", outOfOrder)] : undefined,
  lowestBattery === undefined ? undefined : [" ", word("lowest-battery", lowestBattery)],
], "hint");

const name = ({ manufacturer, number }) => number ? `${manufacturer} ${number}` : word("unknown-seal");

/** A seal of a container. */
export const seal = (each) => element("section", [
  element("h3", phrase("seal", name(each))),
  sealVerdict(each.verdict),
  reasons(each.reasons),
  element("p", [
    word("seal-class", each.sealClass, named(`seal-kind.${each.sealKind}`)), " ",
    named(`seal-state.${each.state}`), ". ",
    each.offeredTo ? word("offered", each.offeredTo) : undefined,
  ], "hint"),
  element("h4", word("custody-heading")),
  custody(each.custody),
  element("h4", word("events")),
  element("ol", each.events.map(event), "timeline"),
  each.readings ? readings(each.readings) : undefined,
]);

/** The stops of all seals, in the order of their first event there. */
export const route = (seals) => {
  const stops = [];
  const events = seals.flatMap(({ events: all }) => all).filter(({ place: at }) => at)
    .sort((one, other) => Date.parse(one.claimed ?? one.change.time) - Date.parse(other.claimed ?? other.change.time));
  for (const each of events) {
    if (stops.at(-1)?.place !== each.place) {
      stops.push({ place: each.place, time: each.claimed ?? each.change.time, operation: each.operation });
    }
  }
  return stops.length === 0 ? undefined : element("ol", stops.map((stop) =>
    element("li", [place(stop.place), element("small", [named(`act.${stop.operation}`), ", ", time(stop.time)])])), "route");
};
