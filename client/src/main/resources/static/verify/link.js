// What a QR code on a document holds: https://HOST/?number=...&issuer=...&type=... Of it only the three values are taken,
// once they are in their form; the address itself is never followed and nothing is fetched from it.

const FORMS = {
  number: /^[^\p{C}]{1,200}$/u,
  issuer: /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/,
  type: /^[1-9][0-9]{0,2}$/,
};
const NAMES = Object.keys(FORMS);

const parsed = (text) => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

/** {number, issuer, type, host} of a link, or undefined when it is none of ours. */
export const readLink = (text) => {
  const link = parsed(text.trim());
  if (!link || !["http:", "https:"].includes(link.protocol) || link.pathname !== "/" || link.username || link.password) {
    return undefined;
  }
  const asked = [...link.searchParams].filter(([name]) => name !== "lang");
  const values = Object.fromEntries(asked);
  const whole = asked.length === NAMES.length && NAMES.every((name) => FORMS[name].test(values[name] ?? ""));
  return whole ? { ...values, host: link.host } : undefined;
};
