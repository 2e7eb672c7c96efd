// Days, as 2026-11-22, in UTC.

const DAY = 86_400_000;
const USUAL = 31;

const text = (time) => new Date(time).toISOString().slice(0, 10);

const named = (name) => {
  const given = new URLSearchParams(location.search).get(name) ?? "";
  return /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined;
};

/** The days that the address names, or the last 31. */
export const asked = () => {
  const until = named("until") ?? text(Date.now());
  return { from: named("from") ?? text(Date.parse(until) - (USUAL - 1) * DAY), until };
};

/** All days from the first to the last; none when they are in no order. */
export const between = ({ from, until }) => {
  const count = Math.round((Date.parse(until) - Date.parse(from)) / DAY) + 1;
  return Array.from({ length: count > 0 ? count : 0 }, (_, day) => text(Date.parse(from) + day * DAY));
};

/** Rows of {day, name, count} as one series of numbers for each name. */
export const series = (days, rows) => {
  const at = new Map(days.map((day, index) => [day, index]));
  const found = new Map();
  for (const { day, name, count } of rows.filter((row) => at.has(row.day))) {
    if (!found.has(name)) {
      found.set(name, days.map(() => 0));
    }
    found.get(name)[at.get(day)] += count;
  }
  return [...found].map(([name, values]) => ({ name, values }));
};
