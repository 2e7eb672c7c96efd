import { element } from "../page.js";

/** A link within the site. */
export const link = (content, href) => {
  const made = element("a", content);
  made.href = href;
  return made;
};

/** Where a document's page is. */
export const documentAt = (id) => `/document?id=${id}`;

/** The first digits of a hash, the whole of it as its title. */
export const short = (hash) => {
  const made = element("code", `${hash.slice(0, 12)}…`);
  made.title = hash;
  return made;
};
