// The accounts of people and the keys of programs, for administrators.

import { call, complaint, date, element, open, word } from "./page.js";

const ROLES = ["ISSUER", "OFFICER", "CARRIER", "AUDITOR", "REGISTRAR", "ADMINISTRATOR"];

const at = (id) => document.getElementById(id);

const say = (text) => at("said").replaceChildren(...(text ? [element("strong", text)] : []));

const roleNames = (roles) => roles.map((role) => word(`role.${role}`)).join(", ");

// What lets somebody in stands here until the page is left; it is nowhere else.
const handOver = (secret) => {
  at("handed").hidden = !secret;
  at("secret").textContent = secret ?? "";
  if (secret) {
    at("handed").scrollIntoView({ block: "nearest" });
  }
};

// Does something once at a time, and shows the lists as they are afterwards.
const act = async (button, path, request) => {
  button.disabled = true;
  say("");
  handOver();
  const answer = await call(path, request);
  button.disabled = false;
  if (answer.ok) {
    handOver(answer.body?.password ?? answer.body?.key);
    await show();
  } else {
    say(complaint(answer));
  }
  return answer.ok;
};

const action = (name, whose, path, request) => {
  const made = element("button", word(name), "button quiet");
  made.type = "button";
  made.setAttribute("aria-label", `${word(name)}: ${whose}`);
  made.addEventListener("click", () => act(made, path, request));
  return made;
};

const since = (key, time) => (time ? [" · ", word(key), " ", date(time)] : []);

const account = ({ name, roles, disabled, created, signedIn }) => {
  const path = `/api/accounts/${name}`;
  return element("li", [
    element("div", [element("b", name), element("span", [roleNames(roles), disabled ? ` · ${word("disabled")}` : "",
      since("created", created), since("signed-in-last", signedIn)], "hint")], "what"),
    action("reset", name, `${path}/password`, { method: "POST" }),
    action(disabled ? "enable" : "disable", name, path, { method: "PATCH", json: { disabled: !disabled } }),
  ], disabled ? "gone" : undefined);
};

const key = ({ id, label, roles, created, expires, used, revoked }) => element("li", [
  element("div", [element("b", label), element("span", [roleNames(roles), since("created", created),
    since("expires-on", expires), since("used", used), since("revoked", revoked)], "hint")], "what"),
  revoked ? undefined : action("revoke", label, `/api/keys/${id}`, { method: "DELETE" }),
], revoked ? "gone" : undefined);

// Where people sign in elsewhere, their accounts are there, too.
let accountsHere = true;

const show = async () => {
  const [programs, people] = await Promise.all(["/api/keys", ...(accountsHere ? ["/api/accounts"] : [])].map((path) => call(path)));
  const failed = [people, programs].find((answer) => answer && !answer.ok);
  if (failed) {
    say(complaint(failed));
    return;
  }
  at("accounts").replaceChildren(...(people?.body ?? []).map(account));
  at("keys").replaceChildren(...programs.body.map(key));
};

const offerRoles = (form) => form.querySelector("fieldset").append(...ROLES.map((role) => {
  const box = element("input");
  box.type = "checkbox";
  box.value = role;
  return element("label", [box, word(`role.${role}`)]);
}));

const chosenRoles = (form) => [...form.querySelectorAll("input:checked")].map((box) => box.value);

const creates = (id, path, wish) => {
  const form = at(id);
  offerRoles(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const json = { ...wish(), roles: chosenRoles(form) };
    if (json.roles.length === 0) {
      say(word("no-role"));
      form.querySelector("fieldset input").focus();
      return;
    }
    if (await act(form.querySelector("button"), path, { json })) {
      form.reset();
    }
  });
};

const { session } = await open("accounts", { also: ["verdict", "roles"] });
accountsHere = !session.signInAt;
at("of-people").hidden = !accountsHere;
creates("new-account", "/api/accounts", () => ({ name: at("name").value.trim() }));
// A link may name the roles of a new account; a person sees them ticked.
const named = new URLSearchParams(location.search).get("roles")?.split(",") ?? [];
at("new-account").querySelectorAll("input[type=checkbox]").forEach((box) => {
  box.checked = named.includes(box.value);
});
creates("new-key", "/api/keys", () => ({
  label: at("label").value.trim(), ...(at("expires").value ? { expires: at("expires").value } : {}),
}));
await show();
