// Signing in, and one's own password.

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
if (session.signedIn) {
  at("who").textContent = word("signed-in-as", session.name, session.roles.map((role) => word(`role.${role}`)).join(", "));
  at("owner").value = session.name;
  at("present").focus();
} else {
  at("name").focus();
}
send("sign-in", signIn);
send("change", change);
