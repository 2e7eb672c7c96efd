// What all pages share: the words of a language, the header, who is signed in, and the way to the client's REST interface.

const LANGUAGES = { uz: "Oʻzbekcha", ru: "Русский", en: "English" };
const CHOSEN = "muhr.language";
const PATIENCE = 15_000;

// Where somebody may go; everybody where no roles are named, every role where the list is empty.
const PLACES = [
  { name: "verify", path: "/" },
  { name: "issue", path: "/issue", roles: ["ISSUER"] },
  { name: "documents", path: "/documents", roles: [] },
  { name: "consignment", path: "/consignment", roles: [] },
  { name: "audit", path: "/audit", roles: ["AUDITOR"] },
  { name: "accounts", path: "/accounts", roles: ["ADMINISTRATOR"] },
];

let words = {};
let language = "en";
let session = { signedIn: false, roles: [] };
let canSignIn = false;

const known = (code) => (code in LANGUAGES ? code : undefined);

// A browser may forbid keeping anything; then the choice lasts as long as the page.
const remembered = () => {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
};

const remember = (code) => {
  try {
    localStorage.setItem(CHOSEN, code);
  } catch {
    // See above.
  }
};

const preferred = () => {
  const asked = known(new URLSearchParams(location.search).get("lang"));
  if (asked) {
    remember(asked);
  }
  return asked ?? known(remembered()) ?? navigator.languages.map((tag) => known(tag.split("-")[0])).find(Boolean) ?? "en";
};

/** Whether there are words under this key: what a later client names may be new to this page. */
export const hasWord = (key) => Object.hasOwn(words, key);

/** The text of a key, {0} and so on taken from the arguments; the key itself where there is none. */
export const word = (key, ...values) =>
  (hasWord(key) ? words[key] : key).replace(/\{(\d)\}/g, (_, at) => values[at] ?? "");

/** The same with elements as values: a list of text and elements, for `element`. */
export const phrase = (key, ...parts) =>
  word(key, ...parts.map((_, at) => `{${at}}`)).split(/(\{\d\})/).map((piece) => parts[/^\{(\d)\}$/.exec(piece)?.[1]] ?? piece);

/** Whether it is known who looks at the page. */
export const signedIn = () => session.signedIn;

/** The language that is shown, as a tag of BCP 47. */
export const shownLanguage = () => language;

/** An element of text, elements and lists of them; what is absent is left out. Nothing is ever read as markup. */
export const element = (name, content, className) => {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...[content].flat(Infinity).filter((part) => part !== undefined && part !== null));
  return made;
};

// By our own words: browsers know the months of some languages only (Chromium not those of Uzbek).
const day = (moment) =>
  word("date", moment.getUTCDate(), word("months").split(" ")[moment.getUTCMonth()], moment.getUTCFullYear());

const dated = (text, shown) => {
  const made = element("time", shown);
  made.dateTime = text;
  return made;
};

/** A point in time to the minute, UTC. */
export const time = (text) => {
  const moment = new Date(text);
  return dated(text, `${day(moment)}, ${moment.toISOString().slice(11, 16)} UTC`);
};

/** The day of a point in time, UTC. */
export const date = (text) => dated(text, day(new Date(text)));

const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

/** A length of time in seconds, in the largest unit that it fills. */
export const duration = (seconds) => {
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? UNITS.at(-1);
  return word(`unit.${unit}`, Math.floor(seconds / length));
};

const cookie = (name) => document.cookie.split("; ").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);

// What is to be kept as it is, byte by byte.
const KEPT = ["application/pdf", "application/vnd.muhr.proof+json"];

const bodyOf = (response) => {
  const kind = response.headers.get("Content-Type") ?? "";
  if (KEPT.some((kept) => kind.startsWith(kept))) {
    return response.blob();
  }
  return /json\b/.test(kind) ? response.json() : response.text();
};

/**
 * Asks the client. With `json` or `form` it is a POST unless a method is named; `more` are headers besides.
 * Returns {ok, status, body}, the body read when it is JSON, a Blob when it is a PDF or a proof, and else text; status 0 when nobody
 * answered in time.
 */
export const call = async (path, { method, json, form, more = {}, patience = PATIENCE } = {}) => {
  const verb = method ?? (json === undefined && form === undefined ? "GET" : "POST");
  const headers = { ...(json === undefined ? {} : { "Content-Type": "application/json" }), ...more };
  const token = cookie("XSRF-TOKEN");
  if (verb !== "GET" && token) {
    headers["X-XSRF-TOKEN"] = decodeURIComponent(token);
  }
  try {
    const response = await fetch(path, {
      method: verb, headers, body: json === undefined ? form : JSON.stringify(json), signal: AbortSignal.timeout(patience),
    });
    if (response.status === 401 && location.pathname !== "/login") {
      location.assign(`/login?to=${encodeURIComponent(location.pathname + location.search)}`);
    }
    return { ok: response.ok, status: response.status, body: await bodyOf(response) };
  } catch {
    return { ok: false, status: 0, body: undefined };
  }
};

/** What a person reads when a call was refused: its code in words, and what the client says of it. */
export const complaint = ({ status, body }) => {
  if (status === 0 || !body?.code) {
    return word("no-answer");
  }
  return language === "en" || !hasWord(`problem.${body.code}`) ? body.detail : word(`problem.${body.code}`);
};

/** What the client said of it in its own words, which are English, for those who read another language; else nothing. */
export const originalWords = ({ body }) => {
  if (language === "en" || !body?.detail) {
    return undefined;
  }
  const made = element("p", body.detail, "hint");
  made.lang = "en";
  return made;
};

const loadWords = async (names) => {
  const files = await Promise.all(names.map(async (name) => {
    const response = await fetch(`/words/${name}.${language}.json`);
    return response.ok ? response.json() : {};
  }));
  words = Object.assign({}, ...files);
};

/** Puts the words into what has data-word (its text) or data-word-ATTRIBUTE (one of its attributes). */
const putWords = () => {
  document.documentElement.lang = language;
  document.title = `${word("title")} – Muhr`;
  for (const found of document.querySelectorAll("[data-word]")) {
    found.textContent = word(found.dataset.word);
  }
  for (const attribute of ["aria-label", "placeholder", "title", "alt", "label"]) {
    for (const found of document.querySelectorAll(`[data-word-${attribute}]`)) {
      found.setAttribute(attribute, word(found.getAttribute(`data-word-${attribute}`)));
    }
  }
};

const link = (text, href) => {
  const made = element("a", text);
  made.href = href;
  return made;
};

const mayGo = ({ roles }) =>
  !roles || (roles.length === 0 ? session.roles.length > 0 : roles.some((role) => session.roles.includes(role)));

const navigation = (here) => {
  const made = element("nav", element("ul", PLACES.filter(mayGo).map(({ name, path }) => {
    const way = link(word(`place.${name}`), path);
    if (name === here) {
      way.setAttribute("aria-current", "page");
    }
    return element("li", way);
  })));
  made.setAttribute("aria-label", word("navigation"));
  return made;
};

const languageChoice = (change) => {
  const choice = element("select", Object.entries(LANGUAGES).map(([code, name]) => {
    const option = element("option", name);
    option.value = code;
    option.lang = code;
    option.selected = code === language;
    return option;
  }));
  choice.setAttribute("aria-label", word("language"));
  choice.addEventListener("change", () => change(choice.value));
  return choice;
};

const signOut = async () => {
  const { ok } = await call("/api/session", { method: "DELETE" });
  if (ok) {
    location.assign(session.signOutAt ?? "/");
  }
};

const person = (here) => {
  if (!session.signedIn) {
    return canSignIn && here !== "login" ? link(word("sign-in"), `/login?to=${encodeURIComponent(location.pathname + location.search)}`) : undefined;
  }
  const leave = element("button", word("sign-out"), "plain");
  leave.type = "button";
  leave.addEventListener("click", signOut);
  return [link(word("signed-in", session.name, session.organisation ?? ""), "/login"), leave];
};

const header = (here, change) => {
  const seal = element("img");
  seal.src = "/seal.svg";
  seal.alt = "";
  seal.width = 40;
  seal.height = 40;
  const home = element("a", [seal, element("span", [element("b", "Muhr"), element("small", word("claim"))])], "brand");
  home.href = "/";
  const skip = link(word("skip"), "#main");
  skip.className = "skip";
  return element("header", [
    skip,
    element("div", [home, element("div", [person(here), languageChoice(change)], "person")], "bar"),
    navigation(here),
  ], "top");
};

/**
 * Opens a page: its words, the header, who is signed in; then `main` is shown. Everything a page draws comes after it.
 *
 * name is the page's, of its words and in the navigation; `also` names further files of words; `redraw` is called when
 * another language was chosen, after the words of the page have been put in; without it the page is loaded again.
 * Returns {word, language, session}.
 */
export const open = async (name, { also = [], redraw } = {}) => {
  language = preferred();
  const names = ["shared", ...also, name];
  const [, seen] = await Promise.all([loadWords(names), call("/api/session")]);
  canSignIn = seen.ok;
  session = seen.ok ? seen.body : session;
  const draw = () => {
    putWords();
    document.querySelector("header.top")?.remove();
    document.body.prepend(header(name, change));
  };
  const change = async (code) => {
    remember(code);
    const address = new URL(location.href);
    address.searchParams.delete("lang");
    if (!redraw) {
      location.replace(address);
      return;
    }
    history.replaceState(null, "", address);
    language = code;
    await loadWords(names);
    draw();
    document.querySelector("header.top select").focus();
    redraw();
  };
  draw();
  const main = document.querySelector("main");
  main.id = "main";
  main.hidden = false;
  return { word, language, session };
};
