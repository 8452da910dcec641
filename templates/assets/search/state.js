// What is searched for: in the form, and in the address, so that it can be shared and gone back to.
import { form, input } from "./page.js";
import { parse } from "./query.js";

export const FACETS = ["topic", "year", "person", "place", "source", "lang", "kind"];
const RANGE = ["from", "to"];

export const boxes = () => [...form.querySelectorAll(".facet input")];

export function read() {
  const facets = {};
  for (const box of boxes()) if (box.checked) (facets[box.name] ??= new Set()).add(box.value);
  const value = (name) => form.elements[name]?.value ?? "";
  const [from, to] = RANGE.map(value);
  return { query: parse(input.value), facets, from, to, sort: value("sort") };
}

export const isNarrowed = ({ facets, from, to }) => Boolean(Object.keys(facets).length || from || to);
export const isIdle = (state) => !state.query.text && !isNarrowed(state);

export function addressOf(state) {
  const pairs = state.query.text ? [["q", state.query.text]] : [];
  for (const name of FACETS) for (const value of state.facets[name] ?? []) pairs.push([name, value]);
  for (const name of [...RANGE, "sort"]) if (state[name]) pairs.push([name, state[name]]);
  const url = new URL(location.pathname, location.href);
  url.search = new URLSearchParams(pairs);
  return url.href;
}

// Put what the address asks for into the form; `offer` makes a box that the page does not have.
export function write(search, offer) {
  const wanted = new URLSearchParams(search);
  input.value = wanted.get("q") ?? "";
  for (const name of FACETS) {
    const values = wanted.getAll(name);
    for (const value of values) offer(name, value);
    for (const box of boxes()) if (box.name === name) box.checked = values.includes(box.value);
  }
  for (const name of [...RANGE, "sort"])
    if (form.elements[name]) form.elements[name].value = wanted.get(name) ?? "";
}

// The months and years that the time asked for takes in, of those that there are.
export function datesIn({ facets, from, to }, dates) {
  if (!facets.year && !from && !to) return null;
  const fits = (date) =>
    (!facets.year || facets.year.has(date.slice(0, 4))) &&
    (!from || date >= from.slice(0, date.length)) &&
    (!to || date <= to.slice(0, date.length));
  return new Set(dates.filter(fits));
}
