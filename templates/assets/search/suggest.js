// Help with typing: names and terms of the dossier as suggestions, and words put right.
import { answersIn } from "./article.js";
import { element, input, page, root, say } from "./page.js";
import { parse } from "./query.js";
import { bare, distance, fold, likeness } from "./words.js";

const MOST = 7;
const LOOKED_INTO = 10; // articles whose words are compared with a misspelt one
const box = page.querySelector("[role=listbox]");

// --- suggestions -------------------------------------------------------------------------------

let terms;
const loadTerms = () => {
  terms ??= fetch(new URL(page.dataset.terms, root))
    .then((answer) => (answer.ok ? answer.json() : []))
    .catch(() => []); // without suggestions the search goes on
  return terms;
};

let active = -1;

function mark(at) {
  const options = [...box.children];
  active = at;
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
  if (at >= 0) input.setAttribute("aria-activedescendant", options[at].id);
  else input.removeAttribute("aria-activedescendant");
}

function close() {
  box.hidden = true;
  input.setAttribute("aria-expanded", "false");
  mark(-1);
}

// The last word is completed; a quoted phrase or a word to leave out is not.
async function suggest() {
  const typed = input.value;
  const wanted = fold(typed.trim());
  const known = wanted.length > 1 && !/["„“”«»-]/u.test(typed) ? await loadTerms() : [];
  if (typed !== input.value) return;
  const found = [];
  for (const [text, kind] of known) {
    const folded = fold(text);
    if (folded === wanted) continue;
    const at = ` ${folded}`.search(` ${wanted.replace(/[^\p{L}\p{N} ]/gu, "")}`);
    if (at >= 0) found.push([at > 0, text, kind]);
  }
  found.sort(([a], [b]) => a - b);
  const options = found.slice(0, MOST).map(([, text, kind], at) => {
    const what = element("span", { class: "cite" }, say(`search_is_${kind}`));
    const attributes = { role: "option", id: `suggestion-${at}`, "aria-selected": "false" };
    const option = element("li", attributes, element("span", {}, text), " ", what);
    option.dataset.text = text;
    return option;
  });
  box.replaceChildren(...options);
  if (!options.length || document.activeElement !== input) close();
  else {
    box.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(-1);
  }
}

export function prepare(search) {
  const take = (option) => {
    input.value = option.dataset.text;
    close();
    search();
  };
  input.addEventListener("input", suggest);
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  box.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault(); // the field keeps the focus
    if (option) take(option);
  });
  input.addEventListener("keydown", (event) => {
    const options = [...box.children];
    if (box.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    else if (event.key === "Enter" && active >= 0) take(options[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

// --- did you mean ------------------------------------------------------------------------------

// How a name sounds, whichever language it was written down in: Schoigu and Shoigu are one.
const SOUNDS = [
  [/schtsch|shch/g, "c"],
  [/tsch|tch|ch/g, "c"],
  [/sch|sh|zh|sz/g, "s"],
  [/ph/g, "f"],
  [/kh|ck|q/g, "k"],
  [/w/g, "v"],
  [/ij$|yj$|yy$|iy$|i$|j|y/g, "i"],
  [/ts|tz|z/g, "s"],
  [/(.)\1+/g, "$1"],
];
const soundOf = (folded) => SOUNDS.reduce((text, [from, to]) => text.replace(from, to), folded);

// Give { text, sure }: the query with words that do not occur put right or left out, null if that
// does not help. It is sure where nothing was left out and what is close is very close.
export async function corrected(engine, { terms: asked, phrases, without }) {
  if (!asked.length || without.length) return null;
  const better = await Promise.all(asked.map((term) => betterWord(engine, term)));
  const text = better.map((one) => one.text).filter(Boolean).join(" ");
  const typed = asked.map(({ word }) => word).join(" ");
  if (!text || (text === typed && !phrases.length)) return null;
  return { text, sure: !phrases.length && better.every(({ sure }) => sure) };
}

// Give a word as typed where it occurs, the nearest that does, or none.
async function betterWord(engine, { word, folded }) {
  if (await occurs(engine, word)) return { text: word, sure: true };
  const near = new Map();
  const note = (other) => near.set(other, (near.get(other) ?? 0) + 1);
  for (const [text] of await loadTerms()) text.split(" ").forEach(note);
  for (const length of [4, 3, 2]) {
    if (folded.length <= length) continue;
    const { results } = await engine.search([word.slice(0, length)], { filters: {} });
    const articles = await Promise.all(results.slice(0, LOOKED_INTO).map((one) => one.load()));
    for (const article of articles)
      for (const { inner } of article.words) if (inner.length > 2) note(bare(inner)[1]);
    if (articles.length) break;
  }
  const halves = splitUp(folded, near);
  return halves ? { text: halves, sure: true } : nearest(folded, near);
}

async function occurs(engine, word) {
  const { results } = await engine.search([word], { filters: {} });
  const first = await Promise.all(results.slice(0, LOOKED_INTO).map((one) => one.load()));
  return first.some((article) => answersIn(article, parse(word)).length);
}

function nearest(folded, near) {
  const allowed = folded.length > 5 ? 2 : 1;
  let best = { text: "", sure: false, value: allowed + 0.9 };
  for (const [word, often] of near) {
    const other = fold(word);
    const letters = distance(folded, other, allowed);
    const sounds = other.length > 3 && soundOf(folded) === soundOf(other) ? 0.5 : letters;
    const value = Math.min(letters, sounds) + 1 / (2 + often);
    if (value >= best.value || other === folded) continue;
    const close = sounds < 1 || letters <= (folded.length > 7 ? 2 : 1);
    best = { text: word, value, sure: close && folded.length > 3 && other[0] === folded[0] };
  }
  return best;
}

// A compound whose halves stand apart: Satellitentechnologie, where there are both.
function splitUp(folded, near) {
  const words = [...near.keys()].filter((word) => word.length > 3);
  for (const first of words) {
    const start = fold(first);
    if (!folded.startsWith(start) || folded.length - start.length < 4) continue;
    const rest = folded.slice(start.length).replace(/^(?:s|n|en|es)(?=\p{L}{4})/u, "");
    const second = words.find((word) => likeness(rest, fold(word), { whole: true }));
    if (second) return `${first} ${second}`;
  }
  return "";
}
