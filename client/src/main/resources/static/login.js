// Signing in, here or at the organisation's identity provider, and one's own password.

import { call, complaint, element, open, word } from "./page.js";

const at = (id) => document.getElementById(id);

const say = (text) => at("said").replaceChildren(...(text ? [element("strong", text)] : []));

// Where somebody wanted to go; a page of this client and of no other.
const wanted = () => {
  const to = new URL(new URLSearchParams(location.search).get("to") ?? "/", location.origin);
  return to.origin === location.origin && to.pathname !== "/login" ? to.pathname + to.search : "/";
};

// Sends a form once at a time, and says why it was refused.
const send = (form, request) => at(form).addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("button");
  say("");
  const missing = [...event.target.elements].find((field) => field.required && !field.value);
  if (missing) {
    say(word("missing"));
    missing.focus();
    return;
  }
  button.disabled = true;
  await request();
  button.disabled = false;
});

// Whoever is sent to the provider comes back to this page, which by then is asked without where it was to lead.
const WANTED = "muhr.wanted";

// A browser may forbid keeping anything; then who comes back stays on this page.
const keepWanted = (place) => {
  try {
    sessionStorage.setItem(WANTED, place);
  } catch {
    // See above.
  }
};

const keptWanted = () => {
  try {
    const place = sessionStorage.getItem(WANTED);
    sessionStorage.removeItem(WANTED);
    return place;
  } catch {
    return null;
  }
};

const refused = () => new Map([
  ["provider", word("refused-provider")], ["away", word("refused-away")], ["often", word("refused-often")],
]).get(new URLSearchParams(location.search).get("refused"));

const offerProvider = (place) => {
  for (const id of ["here", "sign-in", "lost"]) {
    at(id).hidden = true;
  }
  at("elsewhere").hidden = false;
  at("leave").href = place;
  at("leave").addEventListener("click", () => keepWanted(wanted()));
  at("leave").focus();
  say(refused());
};

// Whom a provider vouches for has no password here.
const greet = ({ name, roles, signInAt }) => {
  at("who").textContent = roles.length === 0
    ? word("no-role", name) : word("signed-in-as", name, roles.map((role) => word(`role.${role}`)).join(", "));
  at("change").hidden = Boolean(signInAt);
  at("owner").value = name;
  if (!signInAt) {
    at("present").focus();
  }
};

const signIn = async () => {
  const answer = await call("/api/session", { json: { name: at("name").value.trim(), password: at("password").value } });
  if (answer.ok) {
    location.replace(wanted());
    return;
  }
  at("password").value = "";
  say(complaint(answer));
  at("password").focus();
};

const change = async () => {
  if (at("chosen").value !== at("again").value) {
    say(word("differ"));
    at("again").focus();
    return;
  }
  const answer = await call("/api/session/password",
    { method: "PUT", json: { present: at("present").value, chosen: at("chosen").value } });
  if (answer.ok) {
    at("change").reset();
  }
  say(answer.ok ? word("changed") : complaint(answer));
};

const { session } = await open("login", { also: ["verdict", "roles"] });
at(session.signedIn ? "own" : "come-in").hidden = false;
const back = session.signedIn ? keptWanted() : null;
if (back) {
  location.replace(back);
} else if (session.signedIn) {
  greet(session);
} else if (session.signInAt) {
  offerProvider(session.signInAt);
} else {
  at("name").focus();
}
send("sign-in", signIn);
send("change", change);
