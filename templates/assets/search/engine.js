// The index, in one bundle or several. A bundle is a folder that Pagefind wrote; the newest first.
import { articleOf } from "./article.js";
import { dateFields } from "./page.js";

// Words of the text count before hidden ones; of both, those of the title most.
const WEIGHTS = { title: 5, words: 0.2 };
const DATE = 0.1;
const weights = { ...WEIGHTS, ...Object.fromEntries(dateFields.map((name) => [name, DATE])) };
const RANKING = { metaWeights: weights };

export const FEW = 40; // articles that are read whole, so that passages can be counted
const KEPT = 60; // answers to single words, which are asked again while the next is typed

// A page's file is named after its date, in a folder that begins with the number of its bundle:
// dossier/effects/searchbundle.py. Undated pages begin with a hyphen.
const NAME = /^(\d+)-\w+\/(-|\w{4})/;
export const bundleOf = ({ id }) => NAME.exec(id)?.[1];
const dateOf = ({ id }) => NAME.exec(id)?.[2];

export async function open(bundles, base, root) {
  const ask = await start(bundles, base);
  let counter; // apart: an engine that knows all facets counts them after each query
  return {
    search: (texts, asked) => searchAll(ask, texts, asked, root),
    count: async (texts, asked) => {
      counter ??= start(bundles, base, true);
      return (await searchAll(await counter, texts, asked, root)).counts;
    },
    bundles: bundles.map((_, at) => String(at)),
  };
}

// Gives a function that asks for a word and remembers the answer.
async function start(bundles, base, counts) {
  const [newest, ...others] = bundles.map((path) => new URL(path, base).pathname);
  const { createInstance } = await import(`${newest}pagefind.js`);
  const how = (number) => ({ ranking: RANKING, mergeFilter: { bundle: String(number) } });
  // In a worker of its own the engine would be loaded twice; a search takes few milliseconds.
  const engine = createInstance({ basePath: newest, noWorker: true, ...how(0) });
  await engine.init();
  await engine.search(""); // only now a missing or blocked part of the engine is told
  await Promise.all(others.map((path, at) => engine.mergeIndex(path, how(at + 1))));
  if (counts) await engine.filters();
  const answers = new Map();
  return (word, options) => {
    const key = JSON.stringify([word, options]);
    if (answers.size > KEPT) answers.clear();
    if (!answers.has(key)) answers.set(key, engine.search(word || null, options));
    return answers.get(key);
  };
}

// `texts` are several ways to ask the same; what any of them finds is found, at its best place. The
// engine takes words as alternatives and so counts too many: each is asked for by itself.
async function searchAll(ask, texts, { filters, sort }, root) {
  const wanted = Object.fromEntries(
    Object.entries(filters).map(([name, values]) => [name, { any: [...values] }]),
  );
  const askAll = (options) =>
    Promise.all(texts.map((text) => Promise.all(text.split(" ").map((word) => ask(word, options)))));
  let found = await askAll({ filters: wanted });
  const dated = found.flat().every(({ results }) => results.every(dateOf));
  if (sort && !dated) found = await askAll({ filters: wanted, sort: { date: sort } });
  const results = new Map();
  const strict = found.flatMap((words) => gather(words, words.length));
  const loose = strict.length <= FEW ? found.flatMap((words) => gather(words, 1)) : [];
  const few = loose.length && (loose.length <= FEW || !strict.length);
  for (const one of few ? loose : strict) {
    const known = results.get(one.id);
    if (!known || known.score < one.score) results.set(one.id, one);
  }
  const list = [...results.values()];
  if (!sort) list.sort((a, b) => b.score - a.score);
  else if (dated) list.sort(byDate(sort));
  return {
    results: list.map((one) => ({ ...one, load: () => load(one, root) })),
    counts: join(found.map((words) => join(words.map((one) => one.filters), Math.min)), Math.max),
  };
}

// What has so many of the words. While few articles have any, those are taken: what the engine does
// not know as a word may be another's inflection.
function gather(words, wanted) {
  const found = new Map();
  for (const { id, score, data } of words.flatMap(({ results }) => results)) {
    const known = found.get(id) ?? { score: 0, often: 0 };
    found.set(id, { id, data, score: score + known.score, often: known.often + 1 });
  }
  return [...found.values()].filter(({ often }) => often >= wanted);
}

function byDate(sort) {
  const sign = sort === "asc" ? 1 : -1;
  const keyed = (one) => [dateOf(one) === "-", dateOf(one)];
  return (one, other) => {
    const [[late, a], [later, b]] = [keyed(one), keyed(other)];
    return late - later || (a < b ? -sign : Number(a > b) * sign);
  };
}

const loaded = new Map();

function load(result, root) {
  if (!loaded.has(result.id))
    loaded.set(result.id, result.data().then((data) => articleOf(data, root)));
  return loaded.get(result.id);
}

// Counts by facet and value; a value that one of them lacks has none there.
function join(all, how) {
  const counts = {};
  const values = (name) => [...new Set(all.flatMap((one) => Object.keys(one?.[name] ?? {})))];
  for (const name of new Set(all.flatMap((one) => Object.keys(one ?? {}))))
    counts[name] = Object.fromEntries(
      values(name).map((value) => [value, how(...all.map((one) => one?.[name]?.[value] ?? 0))]),
    );
  return counts;
}
