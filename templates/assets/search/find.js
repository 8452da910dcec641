// From a state to the articles and passages that answer it, and how many there are of each facet.
import { answersIn, fits } from "./article.js";
import { bundleOf, FEW } from "./engine.js";
import { more as rest } from "./page.js";
import { questions } from "./query.js";
import { datesIn } from "./state.js";

export const BATCH = 10; // articles shown at a time
const PROBE = 2; // articles of a bundle that tell whether it has the words at all
const PATIENCE = 60; // articles read in vain before we say that there is nothing

const NOTHING = { entries: [], total: 0, passages: 0, counts: async () => ({}) };

// `dates` are those that there are. Gives { entries, passages, total, counts, more }.
export async function find(engine, state, dates, isStale) {
  const ways = state.query.terms.length ? questions(state.query) : [""];
  const facets = facetsOf(state, dates);
  const sort = { newest: "desc", oldest: "asc" }[state.sort];
  const rare = await ofRarest(engine, state.query, sort);
  if (isStale()) return NOTHING;
  if (rare.length) {
    const found = await small(rare, state, facets, sort);
    if (found.entries.length) return found;
  }
  let asked = ways.slice(0, 1);
  let all = await engine.search(asked, { filters: {}, sort });
  if (ways.length > 1 && all.results.length <= FEW) {
    asked = ways; // other forms of the words: not worth the time where there is plenty
    all = await engine.search(asked, { filters: {}, sort });
  }
  if (isStale()) return NOTHING;
  if (all.results.length <= FEW) return small(all.results, state, facets, sort);
  const narrowed = Object.keys(facets).length;
  if (!narrowed) for (const one of all.results.slice(0, BATCH)) one.load(); // meanwhile
  const good = await bundlesThatAnswer(all.results, state);
  if (isStale()) return NOTHING;
  const inGood = ({ results }) => (good ? results.filter((one) => good.has(bundleOf(one))) : results);
  const results = inGood(all);
  if (results.length <= FEW) return small(results, state, facets, sort);
  const found = narrowed ? inGood(await engine.search(asked, { filters: facets, sort })) : results;
  return large(engine, asked, found, { state, facets, good, isStale });
}

// What few articles hold, they are read for, whatever else is asked: it saves asking for words that
// stand in thousands. Of the words that have no other forms the longest is most likely the rarest.
async function ofRarest(engine, { terms }, sort) {
  const plain = terms.filter(({ others }) => !others.length);
  const [longest] = plain.sort((a, b) => b.word.length - a.word.length);
  if (!(engine.bundles?.length > 1) || terms.length < 2 || !longest) return [];
  const { results } = await engine.search([longest.word], { filters: {}, sort });
  return results.length <= FEW ? results : [];
}

// A bundle in which a word does not occur gives what begins like it, and would be counted. Where
// its best articles do not answer, none is taken to. Gives the bundles that do, null for all.
async function bundlesThatAnswer(results, state) {
  const best = new Map();
  for (const one of [...results].sort((a, b) => b.score - a.score)) {
    const held = best.get(bundleOf(one)) ?? best.set(bundleOf(one), []).get(bundleOf(one));
    if (held.length < PROBE) held.push(one);
  }
  if (best.size < 2) return null;
  const good = new Set();
  await Promise.all(
    [...best].map(async ([bundle, some]) => {
      if ((await read(some, state, {})).length) good.add(bundle);
    }),
  );
  return good.size && good.size < best.size ? good : null;
}

function facetsOf(state, dates) {
  const { year, ...facets } = state.facets;
  const months = datesIn(state, dates);
  return months ? { ...facets, date: months } : facets;
}

async function read(results, state, facets) {
  const articles = await Promise.all(results.map((result) => result.load()));
  return articles
    .map((article) => {
      const blocks = answersIn(article, state.query);
      return { article, answers: blocks, blocks: blocks.filter((one) => fits(article, one, facets)) };
    })
    .filter(({ answers }) => answers.length);
}

// --- few articles: all are read, and passages counted -------------------------------------------

async function small(results, state, facets, sort) {
  const all = await read(results, state, facets);
  if (!sort) all.sort((a, b) => rankOf(b) - rankOf(a));
  const entries = all.filter(({ blocks }) => blocks.length);
  return {
    entries: entries.slice(0, BATCH),
    total: entries.length,
    passages: entries.reduce((sum, { blocks }) => sum + blocks.length, 0),
    counts: async () => (await rest()).countPassages(all, facets),
    key: "search_counted_passages",
    more: laterOf(entries),
  };
}

// All words in one passage before words here and there, whole words before parts of words.
function rankOf({ answers }) {
  const [best] = answers;
  return (best.found ?? 0) * 10 + Math.round((best.score ?? 0) * 2);
}

function laterOf(entries) {
  let at = BATCH;
  return async () => {
    const next = entries.slice(at, at + BATCH);
    at += BATCH;
    return { entries: next, done: at >= entries.length };
  };
}

// --- many: the engine counts articles, and they are read as they are shown ----------------------

async function large(engine, asked, results, { state, facets, good, isStale }) {
  let at = 0;
  const more = async () => {
    const entries = [];
    let tried = 0;
    while (at < results.length && entries.length < BATCH && tried < PATIENCE) {
      const read_ = await read(results.slice(at, at + BATCH), state, facets);
      entries.push(...read_.filter(({ blocks }) => blocks.length));
      at += BATCH;
      tried += BATCH;
      if (isStale()) break;
    }
    return { entries, done: at >= results.length || !entries.length };
  };
  const first = await more();
  return {
    entries: first.entries,
    total: first.entries.length ? results.length : 0,
    passages: null,
    counts: async () => (await rest()).countArticles(engine, asked, facets, good),
    key: asked[0].includes(" ") ? "search_counted_most" : "search_counted_articles",
    more,
  };
}
