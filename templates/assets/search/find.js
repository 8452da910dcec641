// From a state to the articles and passages that answer it, and how many there are of each facet.
import { answersIn, fits, heldBy } from "./article.js";
import { bundleOf, FEW } from "./engine.js";
import { questions } from "./query.js";
import { datesIn, FACETS } from "./state.js";

export const BATCH = 10; // articles shown at a time
const PROBE = 2; // articles of a bundle that tell whether it has the words at all
const PATIENCE = 60; // articles read in vain before we say that there is nothing

const NOTHING = { entries: [], total: 0, passages: 0, counts: async () => ({}) };

// `dates` are those that there are. Gives { entries, passages, total, counts, more }.
export async function find(engine, state, dates, isStale) {
  const ways = state.query.terms.length ? questions(state.query) : [""];
  const facets = facetsOf(state, dates);
  const sort = { newest: "desc", oldest: "asc" }[state.sort];
  let asked = ways.slice(0, 1);
  let all = await engine.search(asked, { filters: {}, sort });
  if (ways.length > 1 && all.results.length <= FEW) {
    asked = ways; // other forms of the words: not worth the time where there is plenty
    all = await engine.search(asked, { filters: {}, sort });
  }
  if (isStale()) return NOTHING;
  let whole = {};
  if (all.results.length > FEW) {
    whole = await bundlesThatAnswer(engine, asked, all.results, state);
    if (isStale()) return NOTHING;
    if (whole.bundle) all = await engine.search(asked, { filters: whole, sort });
  }
  if (all.results.length <= FEW) return small(all.results, state, facets, sort);
  const filters = { ...facets, ...whole };
  const narrowed = Object.keys(facets).length;
  const found = narrowed ? await engine.search(asked, { filters, sort }) : all;
  return large(engine, asked, found, { state, facets, filters, isStale });
}

// A bundle in which a word does not occur gives what begins like it, and would be counted. Where
// its best articles do not answer, none is taken to. Gives a filter, {} if all bundles answer.
async function bundlesThatAnswer(engine, asked, results, state) {
  const best = new Map();
  for (const one of [...results].sort((a, b) => b.score - a.score)) {
    const held = best.get(bundleOf(one)) ?? best.set(bundleOf(one), []).get(bundleOf(one));
    if (held.length < PROBE) held.push(one);
  }
  if (best.size < 2) return {};
  const good = new Set();
  await Promise.all(
    [...best].map(async ([bundle, some]) => {
      if ((await read(some, state, {})).length) good.add(bundle);
    }),
  );
  if (!good.size || good.size === best.size) return {};
  const bundle = new Set();
  await Promise.all(
    engine.bundles.map(async (number) => {
      const found = await engine.search(asked, { filters: { bundle: new Set([number]) } });
      if (found.results.some((one) => good.has(bundleOf(one)))) bundle.add(number);
    }),
  );
  return { bundle };
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
    counts: async () => countPassages(all, facets),
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

function countPassages(all, facets) {
  const counts = {};
  for (const name of FACETS) {
    counts[name] = {};
    const own = name === "year" ? "date" : name;
    const { [own]: _, ...others } = facets;
    for (const { article, answers } of all)
      for (const block of answers.filter((one) => fits(article, one, others)))
        for (const value of new Set(heldBy(article, block, own).map((one) => valueOf(name, one))))
          counts[name][value] = (counts[name][value] ?? 0) + 1;
  }
  return counts;
}

const valueOf = (name, value) => (name === "year" ? value.slice(0, 4) : value);

// --- many: the engine counts articles, and they are read as they are shown ----------------------

async function large(engine, asked, found, { state, facets, filters, isStale }) {
  let at = 0;
  const more = async () => {
    const entries = [];
    let tried = 0;
    while (at < found.results.length && entries.length < BATCH && tried < PATIENCE) {
      const read_ = await read(found.results.slice(at, at + BATCH), state, facets);
      entries.push(...read_.filter(({ blocks }) => blocks.length));
      at += BATCH;
      tried += BATCH;
      if (isStale()) break;
    }
    return { entries, done: at >= found.results.length || !entries.length };
  };
  const first = await more();
  return {
    entries: first.entries,
    total: first.entries.length ? found.results.length : 0,
    passages: null,
    counts: () => countArticles(engine, asked, facets, filters),
    key: asked[0].includes(" ") ? "search_counted_most" : "search_counted_articles",
    more,
  };
}

// A facet is counted as if nothing were chosen of it, so that its other values can be added.
async function countArticles(engine, asked, facets, filters) {
  const counts = { ...(await engine.count(asked, { filters })) };
  await Promise.all(
    Object.keys(facets).map(async (name) => {
      const { [name]: _, ...others } = filters;
      counts[name] = (await engine.count(asked, { filters: others }))[name] ?? {};
    }),
  );
  counts.year = {};
  for (const [date, number] of Object.entries(counts.date ?? {}))
    counts.year[date.slice(0, 4)] = (counts.year[date.slice(0, 4)] ?? 0) + number;
  return counts;
}
