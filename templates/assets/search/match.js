// Which words of an article answer a query. The engine finds articles; here is decided whether
// and where they answer: it takes a word that it does not know as if it had not been typed.
import { likeness, piecesOf, SAME, wordsOf } from "./words.js";

const FORM = 0.7;
const PART = 0.6;
const isNoun = /^\p{Lu}.{2}/u;
const isFirst = /^(?=..)\S*[aeiouy]/; // what a compound begins with has a vowel, and two letters

// The hidden words of an article (dossier/hiddenwords.py): heads of its compounds, and for codes
// of its words what else these may be called.
export function hiddenOf(line = "") {
  const [heads, ...groups] = line.split(" ; ");
  const forms = groups.map((group) => {
    const [codes, ...others] = group.split(" ").filter(Boolean);
    return { codes: codes?.match(/.{3}/gsu) ?? [], others: others.flatMap(piecesOf) };
  });
  return { heads: heads.split(" ").filter(Boolean).map((head) => piecesOf(head)[0]), forms };
}

const bytes = new TextEncoder();

// The code of a word: FNV-1a, three of its bytes as Braille signs.
function codeOf(word) {
  let value = 0x811c9dc5;
  for (const byte of bytes.encode(word)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return String.fromCharCode(...[0, 8, 16].map((at) => 0x2800 + ((value >>> at) & 255)));
}

// For one article and one term: a function from a word to how well it answers. A head that stands
// in the text as a word of its own is not among the hidden ones.
function matcher({ folded, others }, article) {
  const { heads, forms } = article.hidden;
  article.nouns ??= nounsOf(article);
  const ends = [
    ...heads.filter((head) => likeness(folded, head, { whole: folded.length < 5, noun: true })),
    ...article.nouns.filter((word) => likeness(folded, word, { whole: true, noun: true })),
  ];
  const wholes = forms.filter((form) =>
    form.others.some((other) => likeness(folded, other, { whole: true })),
  );
  const named = new Set(wholes.flatMap((form) => form.codes));
  const known = new Map();
  return (word) => {
    if (known.has(word)) return known.get(word);
    let best = 0;
    for (const piece of piecesOf(word)) {
      best = Math.max(best, likeness(folded, piece));
      if (best === SAME) break;
      for (const other of others)
        if (likeness(other, piece, { whole: true })) best = Math.max(best, FORM);
      if (ends.some((end) => piece.endsWith(end) && isFirst.test(piece.slice(0, -end.length))))
        best = Math.max(best, PART);
    }
    if (named.size && wordsOf(word).some((one) => named.has(codeOf(one))))
      best = Math.max(best, FORM);
    known.set(word, best);
    return best;
  };
}

function nounsOf({ words }) {
  const nouns = words.map(({ inner }) => inner).filter((inner) => isNoun.test(inner));
  return [...new Set(nouns.map((noun) => piecesOf(noun)[0]))];
}

// Where the words of a phrase stand in a row; the last may be typed in part.
function runsOf(phrase, words, start, end) {
  const runs = [];
  for (let at = start; at + phrase.length <= end; at += 1) {
    const fits = phrase.every((one, step) => piecesOf(words[at + step].inner)[0] === one);
    if (fits) runs.push(at);
  }
  return runs;
}

// Put the hits into each block, and say whether the article as a whole answers the query.
export function answer(article, query) {
  const { words, blocks } = article;
  const matchers = query.terms.map((term) => matcher(term, article));
  const needed = matchers.map(() => 0);
  const title = article.titleWords;
  matchers.forEach((match, number) => {
    needed[number] = Math.max(0, ...title.map(match));
  });
  for (const block of blocks) {
    block.hits = new Map();
    const best = matchers.map(() => 0);
    let all = 0;
    for (let at = block.start; at < block.end; at += 1) {
      matchers.forEach((match, number) => {
        const value = match(words[at].inner);
        if (!value) return;
        best[number] = Math.max(best[number], value);
        all += value;
        block.hits.set(at, Math.max(value, block.hits.get(at) ?? 0));
      });
    }
    best.forEach((value, number) => (needed[number] = Math.max(needed[number], value)));
    block.found = best.filter(Boolean).length;
    block.score = best.reduce((sum, value) => sum + value, 0) + Math.min(all, 20) / 100;
    block.phrased = query.phrases.every((phrase) => keepRuns(phrase, words, block));
    block.barred = query.without.some((phrase) => bars(phrase, words, block));
  }
  return needed.every(Boolean);
}

function keepRuns(phrase, words, block) {
  const runs = runsOf(phrase, words, block.start, block.end);
  for (const at of runs)
    for (let step = 0; step < phrase.length; step += 1) block.hits.set(at + step, SAME);
  return runs.length > 0;
}

function bars(phrase, words, block) {
  if (phrase.length > 1) return runsOf(phrase, words, block.start, block.end).length > 0;
  for (let at = block.start; at < block.end; at += 1)
    if (piecesOf(words[at].inner).some((piece) => likeness(phrase[0], piece, { whole: true })))
      return true;
  return false;
}
