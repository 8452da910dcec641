// What a reader typed, taken apart: words, "phrases", -words.
import { fold, wordsOf } from "./words.js";

const QUOTES = /[„“”«»‹›]/gu;
const PART = /(-?)"([^"]*)"?|(\S+)/gu;

// { terms, phrases, without, text }; a term has the folded word and what else it may be.
export function parse(typed) {
  const text = typed.trim().replace(QUOTES, '"');
  const query = { text, terms: [], phrases: [], without: [] };
  for (const [, minus, phrase, word] of text.matchAll(PART)) {
    if (phrase !== undefined) {
      const words = wordsOf(phrase);
      if (!words.length) continue;
      if (minus) query.without.push(words.map(fold));
      else query.phrases.push(words.map(fold));
      if (!minus) query.terms.push(...words.map((one) => termOf(one, false)));
    } else if (/^[-\u2212]\p{L}/u.test(word)) {
      const words = wordsOf(word.slice(1));
      query.without.push(words.map(fold));
    } else {
      query.terms.push(...wordsOf(word).map((one) => termOf(one, true)));
    }
  }
  return query;
}

function termOf(word, free) {
  const folded = fold(word.replace(/[-\u2010\u2011]/g, ""));
  return { word, folded, others: free ? othersOf(folded) : [] };
}

// The infinitive of a regular German verb's past, the verb behind a noun in -ung, and back; a plural
// in -s, which the engine takes for another word.
const APART = "ab|an|auf|aus|bei|ein|fort|her|hin|los|mit|nach|um|vor|weg|zu|zurück|zusammen";
const FORMS = [
  [new RegExp(`^(${fold(APART)})ge(\\p{L}{3,}?)e?t(?:e[mnrs]?)?$`, "u"), "$1$2en"],
  [new RegExp(`^(${fold(APART)})(\\p{L}{3,}?)en$`, "u"), "$1ge$2t"],
  [/^(?!be|emp|ent|er|ge|miss|ver|zer)(\w{3,}?[^dt])en$/, "ge$1t"],
  [/^(?!be|emp|ent|er|ge|miss|ver|zer)(\w{3,}?[dt])en$/, "ge$1et"],
  [/^ge(\w{3,}?)e?t(?:e[mnrs]?)?$/, "$1en"],
  [/^(\w{4,}?)e?te[nt]?$/, "$1en"],
  [/^(\w{3,})lung(?:en)?$/, "$1eln"],
  [/^(\w{3,})(?:e?)rung(?:en)?$/, "$1ern"],
  [/^(\w{3,})ung(?:en)?$/, "$1en"],
  [/^(\w{4,}[aiou])s$/, "$1"],
  [/^(\w{3,})eln$/, "$1lung"],
  [/^(\w{3,})ern$/, "$1erung"],
];

function othersOf(folded) {
  const made = FORMS.map(([form, to]) => form.test(folded) && folded.replace(form, to));
  return [...new Set(made.filter((other) => other && other.length > 4 && other !== folded))];
}

// What the engine is asked: the words as typed, then once for each other form of one of them.
export function questions({ terms }) {
  const typed = terms.map(({ word }) => word);
  const asked = [typed.join(" ")];
  terms.forEach(({ others }, at) =>
    others.forEach((other) => asked.push(typed.with?.(at, other).join(" ") ?? "")),
  );
  return [...new Set(asked.filter(Boolean))].slice(0, 4);
}
