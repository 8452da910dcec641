// "Did you mean": words that do not occur put right. Loaded when nothing was found.
import { answersIn } from "./article.js";
import { parse } from "./query.js";
import { loadTerms } from "./suggest.js";
import { bare, fold, likeness } from "./words.js";

const LOOKED_INTO = 10; // articles whose words are compared with a misspelt one

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
  const parts = word.split(/[-\u2010\u2011]/).filter(Boolean);
  if (parts.length > 1) return { text: parts.join(" "), sure: true }; // Ionen-Akku: Ionen Akku
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

// How many letters have to be changed, put in, left out or swapped; more than `most` is `most`+1.
function distance(a, b, most = 2) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + other);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return Math.min(row[b.length], most + 1);
}
