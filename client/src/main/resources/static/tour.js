// The guided tour: shows one step after the other, asks the client whether each was done, and remembers how far somebody came.

import { icon } from "./icon.js";
import { call, complaint, element, open, word } from "./page.js";
import { given, Unanswered } from "./tour/asking.js";
import { begin, forget, learn, present } from "./tour/progress.js";
import { addressOf } from "./tour/sample.js";
import { STEPS } from "./tour/steps.js";

const $ = (id) => document.getElementById(id);
const OFTEN = 2_000;

let training = false;
// The step that is looked at; it is behind what is kept while its end is looked at.
let here = 0;
let card;
let turn = Promise.resolve();
let waiting = 0;

const link = (key, href) => {
  const made = element("a", word(key), "button quiet");
  made.href = href;
  return made;
};

const place = ({ word: key, href, here: inPlace }) => {
  const made = link(key, href);
  if (!inPlace) {
    made.target = "_blank";
    made.rel = "noopener";
  }
  return made;
};

const taken = ({ word: key, name, text, type }) => {
  const made = link(key, addressOf(text, type));
  made.download = name;
  return made;
};

const ways = (step) => element("div", [
  ...(step.papers?.(present()) ?? []).map(taken),
  ...step.places(present()).map(place),
], "ways");

const button = (key, act, kind = "button") => {
  const made = element("button", word(key), kind);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

const say = (text) => {
  card.said.textContent = text;
};

/** Does something that asks the client, one after the other; what it refuses is said. */
const asking = (act) => {
  const taking = async () => {
    try {
      await act();
      say("");
    } catch (refusal) {
      if (!(refusal instanceof Unanswered)) {
        throw refusal;
      }
      say(refusal.reply.status === 202 ? word("accepted") : complaint(refusal.reply));
    } finally {
      waiting--;
    }
  };
  waiting++;
  turn = turn.then(taking, taking);
};

const showChecks = (checks) => card.checks.replaceChildren(...checks.map(([key, is]) => element("li", [
  is ? icon("passed") : element("span", undefined, "empty"),
  element("span", word(key)),
  element("span", word(is ? "is-done" : "not-yet"), "unseen"),
], is ? "passed" : undefined)));

const finished = () => {
  learn({ step: here + 1 });
  card.done = true;
  card.next.hidden = false;
  card.marker.replaceWith(icon("passed"));
  showFar();
  $("status").textContent = word("done", word(`step.${STEPS[here].name}`));
};

const check = (tried) => asking(async () => {
  const step = STEPS[here];
  const asked = card;
  const { before } = present();
  if (step.count && before[step.count] === undefined) {
    learn({ before: { ...before, [step.count]: await given(step.count, present().day) } });
  }
  const { checks, learnt } = await step.check(present(), card.input?.value ?? "", card.file?.files[0]);
  // The language may have been changed meanwhile; then the step is drawn anew, and checked anew.
  if (asked !== card) {
    return;
  }
  showChecks(checks);
  if (checks.every(([, is]) => is)) {
    learn(learnt ?? {});
    finished();
  } else if (tried) {
    $("status").textContent = word("not-done", checks.filter(([, is]) => !is).map(([key]) => word(key)).join("; "));
  }
});

const act = (step) => asking(async () => {
  learn(await step.act(present()));
  show();
});

const form = (step, control, id) => {
  const label = element("label", word(step.field ?? step.file), step.file ? "button quiet" : undefined);
  control.id = id;
  label.htmlFor = id;
  const made = element("form", step.file ? [label, control] : [label, control, element("button", word("check"), "button quiet")]);
  made.noValidate = true;
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    check(true);
  });
  return made;
};

const input = () => {
  const made = element("input");
  made.autocomplete = "off";
  made.spellcheck = false;
  return made;
};

const fileInput = () => {
  const made = element("input", undefined, "unseen");
  made.type = "file";
  made.accept = ".csv";
  made.addEventListener("change", () => check(true));
  return made;
};

const next = () => {
  if (here === 0) {
    // Somebody else than at first may have signed in: the header is drawn anew.
    location.reload();
    return;
  }
  here = present().step;
  show();
  card.title.focus();
};

/** The step that is looked at, with all that may change in it. */
const draw = (step) => {
  card = {
    title: element("h2", word(`step.${step.name}`)),
    marker: element("span", String(here + 1), "number"),
    checks: element("ul", undefined, "checks"),
    said: element("p", undefined, "said"),
    input: step.field && input(),
    file: step.file && fileInput(),
    next: button(here + 1 < STEPS.length ? "next" : "finish", next),
  };
  card.title.tabIndex = -1;
  card.next.hidden = true;
  const offered = step.act && !present().receipt ? button("open-consignment", () => act(step)) : ways(step);
  return [
    element("header", [card.marker, card.title]),
    element("p", word(`text.${step.name}`)),
    offered,
    card.input && form(step, card.input, "typed"),
    card.file && form(step, card.file, "handed"),
    element("p", word("checked"), "hint"),
    card.checks, card.said, card.next,
  ];
};

const item = (step, at) => {
  const made = element("li", at === here
    ? draw(step)
    : element("header", [at < here ? icon("passed") : element("span", String(at + 1), "number"), element("span", word(`step.${step.name}`))]),
  at === here ? "here" : undefined);
  if (at === here) {
    made.setAttribute("aria-current", "step");
  }
  return made;
};

const end = () => {
  card = { title: element("h2", word("end")) };
  card.title.tabIndex = -1;
  return element("li", [card.title, element("p", word("end-text", present().number))], "here end");
};

const showFar = () => {
  const { step } = present();
  $("far").max = STEPS.length;
  $("far").value = step;
  $("far-text").textContent = word("far", step, STEPS.length);
};

const show = () => {
  const walk = present();
  $("off").hidden = training;
  $("begin").hidden = !training || Boolean(walk);
  $("walk").hidden = !training || !walk;
  if (!training || !walk) {
    return;
  }
  $("steps").replaceChildren(...STEPS.map(item), ...(here < STEPS.length ? [] : [end()]));
  showFar();
  if (here < STEPS.length) {
    check();
  }
};

const watch = () => {
  const step = STEPS[here];
  if (training && present() && step && waiting === 0 && !card.done && !step.field && !step.file && !document.hidden) {
    check();
  }
};

const { ok, body } = await call("/api/identity");
training = ok && body.training;
here = present()?.step ?? 0;
await open("tour", { also: ["verdict"], redraw: show });
show();
$("start").addEventListener("click", () => {
  begin();
  here = 0;
  show();
  card.title.focus();
});
$("again").addEventListener("click", () => {
  if (window.confirm(word("again-sure"))) {
    forget();
    here = 0;
    show();
    $("start").focus();
  }
});
setInterval(watch, OFTEN);
document.addEventListener("visibilitychange", watch);
