// A table that is one on a wide screen and a block per row on a narrow one. Its roles are written out, since a browser
// may forget them when the blocks are no table's any more.

import { element } from "../page.js";

const withRole = (made, role) => {
  made.setAttribute("role", role);
  return made;
};

const cell = ({ name, value, number }, row) => {
  const made = withRole(element("td", element("span", value(row)), number ? "number" : undefined), "cell");
  made.dataset.label = name;
  return made;
};

/** columns are {name, value(row), number}; value gives text, elements or a list of them. */
export const table = (caption, columns, rows) => {
  const heads = columns.map(({ name }) => {
    const head = withRole(element("th", name), "columnheader");
    head.scope = "col";
    return head;
  });
  const made = withRole(element("table", [
    element("caption", caption),
    withRole(element("thead", withRole(element("tr", heads), "row")), "rowgroup"),
    withRole(element("tbody", rows.map((row) =>
      withRole(element("tr", columns.map((column) => cell(column, row))), "row"))), "rowgroup"),
  ], "table stacked"), "table");
  return made;
};
