// Columns by day, drawn as SVG. Whoever cannot see them has the same numbers in the table beside them.

import { element, word } from "../page.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 44;
// Half of what a day takes in writing.
const LABEL = 18;
const BOTTOM = 26;
const TOP = 10;
const LABELS = 7;
// As many as are told apart at a glance; what is rarest is taken together.
const MOST_SERIES = 6;

const shape = (name, attributes, text) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
};

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The largest first, and no more than can be told apart. series is a list of {name, values}, values a number for each day. */
const toldApart = (series) => {
  const sorted = [...series].sort((one, other) => sum(other.values) - sum(one.values));
  if (sorted.length <= MOST_SERIES) {
    return sorted;
  }
  const rest = sorted.slice(MOST_SERIES - 1);
  return [...sorted.slice(0, MOST_SERIES - 1), {
    name: word("others"),
    values: rest[0].values.map((_, day) => sum(rest.map(({ values }) => values[day]))),
  }];
};

/** A round number that is not below the largest. */
const roof = (most) => {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= most);
};

const axes = (days, top) => {
  const every = Math.ceil(days.length / LABELS);
  const step = (WIDTH - LEFT) / days.length;
  return [
    ...[0, 0.5, 1].flatMap((share) => {
      const y = HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
      return [
        shape("line", { x1: LEFT, x2: WIDTH, y1: y, y2: y, class: "axis" }),
        shape("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, Number.isInteger(top * share) ? String(top * share) : ""),
      ];
    }),
    ...days.map((day, at) => at % every === 0
      ? shape("text", { x: Math.min(LEFT + (at + 0.5) * step, WIDTH - LABEL), y: HEIGHT - 8, "text-anchor": "middle" }, day.slice(5))
      : undefined).filter(Boolean),
  ];
};

const columns = (days, series, top) => {
  const step = (WIDTH - LEFT) / days.length;
  const scale = (HEIGHT - BOTTOM - TOP) / top;
  return days.flatMap((_, day) => {
    let below = HEIGHT - BOTTOM;
    return series.map(({ values }, at) => {
      const height = values[day] * scale;
      below -= height;
      return height === 0 ? undefined : shape("rect", {
        x: LEFT + day * step + step * 0.12, y: below, width: step * 0.76, height, class: `series-${at}`,
      });
    }).filter(Boolean);
  });
};

const legend = (series) => element("ul", series.map(({ name }, at) => {
  const sign = shape("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" });
  sign.append(shape("rect", { width: 10, height: 10, class: `series-${at}` }));
  return element("li", [sign, name]);
}), "legend");

/** The plot and its legend; days are as 2026-11-22. */
export const plot = (label, days, series) => {
  const drawn = toldApart(series);
  const top = roof(Math.max(...days.map((_, day) => sum(drawn.map(({ values }) => values[day])))));
  const made = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "plot", role: "img", "aria-label": label });
  made.append(...axes(days, top), ...columns(days, drawn, top));
  return [made, legend(drawn)];
};
