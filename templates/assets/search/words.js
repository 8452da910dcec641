// Words as readers mean them: one word compared with another, in German and English.

const UMLAUT = /([aou])e/g;
const ENDING =
  /^(?:e|en|er|es|em|ern|ens|s|n|ns|nen|in|innen|t|st|et|est|te|ten|tet|ten|test|tes|ter|tem|end|ende|enden|endes|ender|ing|ed|ies|ung|ungen)?$/;
// … of a noun in several numbers and cases; those of verbs make Eisen|zeit of Zeitung.
const OF_NOUNS = /^(?:e|en|er|es|em|ern|ens|s|n|ns|nen|se|sen)?$/;
const CUT = /(?:ern|ens|en|er|es|em|e|n|s)$/;

// Small letters, no accents, and ä, ae and a the same: what is left is compared.
export function fold(text) {
  const plain = text.toLowerCase();
  if (/^[a-z]*$/.test(plain)) return plain.replace(UMLAUT, "$1"); // most are, and it is quicker
  const bald = plain.replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
  return bald.replace(UMLAUT, "$1").replace(/[’']s?$|[’'`]/gu, "");
}

export function stem(folded) {
  const cut = folded.replace(CUT, (ending) => (folded.length - ending.length > 2 ? "" : ending));
  return cut.endsWith("s") && folded.endsWith("ss") ? folded : cut;
}

// The letters between punctuation, and that punctuation.
export function bare(word) {
  return /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word).slice(1);
}

export function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu) ?? [];
}

// A hyphenated word as a whole, its ends and its parts: atomuboote, uboote, atom, u, boote.
const pieces = new Map();
export function piecesOf(word) {
  let found = pieces.get(word);
  if (!found) {
    const parts = word.split(/[-\u2010\u2011]/).map(fold).filter(Boolean);
    const ends = parts.map((_, at) => parts.slice(at).join(""));
    found = [...new Set([...ends, ...parts])];
    if (pieces.size > 50000) pieces.clear();
    pieces.set(word, found);
  }
  return found;
}

export const SAME = 1;
const INFLECTED = 0.9;
const BEGINS = 0.3;

// How well a folded word answers a folded term: the same, inflected, or begun with it (0: not).
export function likeness(term, word, { whole = false, noun = false } = {}) {
  const ending = noun ? OF_NOUNS : ENDING;
  if (term === word) return SAME;
  if (term[0] !== word[0] || term[1] !== word[1]) return 0; // whatever follows needs both
  const [a, b] = [stem(term), stem(word)];
  if (a.length > 2 && word.startsWith(a) && ending.test(word.slice(a.length))) return INFLECTED;
  if (b.length > 2 && term.startsWith(b) && ending.test(term.slice(b.length))) return INFLECTED;
  if (term.length > 3 && word.startsWith(term) && ending.test(word.slice(term.length))) return INFLECTED;
  if (word.length > 3 && term.startsWith(word) && ending.test(term.slice(word.length))) return INFLECTED;
  if (!whole && term.length > 1 && word.startsWith(term)) return BEGINS;
  return !whole && a.length > 3 && word.startsWith(a) ? BEGINS : 0;
}
