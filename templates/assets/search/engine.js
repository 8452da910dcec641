// The index, in one bundle or several. A bundle is a folder that Pagefind wrote; the newest first.
import { articleOf } from "./article.js";
import { dateFields } from "./page.js";

// Words of the text count before hidden ones; of both, those of the title most.
const WEIGHTS = { title: 5, words: 0.2 };
const DATE = 0.1;
const weights = { ...WEIGHTS, ...Object.fromEntries(dateFields.map((name) => [name, DATE])) };
const RANKING = { metaWeights: weights };

export async function open(bundles, base, root) {
  const parts = await Promise.all(bundles.map((path) => openBundle(new URL(path, base))));
  return {
    search: (text, how) => searchAll(parts, text, how, root),
    prepareCounts: () => Promise.all(parts.map((part) => part.filters())),
  };
}

async function openBundle(address) {
  const { createInstance } = await import(new URL("pagefind.js", address).href);
  // In a worker of its own the engine would be loaded twice; a search takes few milliseconds.
  const part = createInstance({ basePath: address.href, noWorker: true, ranking: RANKING });
  await part.init();
  await part.search(""); // only now a missing or blocked part of the engine is told
  return part;
}

// `texts` are several ways to ask the same; what any of them finds is found, at its best place.
async function searchAll(parts, texts, { filters, sort }, root) {
  const wanted = Object.fromEntries(
    Object.entries(filters).map(([name, values]) => [name, { any: [...values] }]),
  );
  const options = { filters: wanted, sort: sort ? { date: sort } : {} };
  const ordered = sort === "asc" ? [...parts].reverse() : parts;
  const found = await Promise.all(
    ordered.map((part) => Promise.all(texts.map((text) => part.search(text || null, options)))),
  );
  const results = new Map();
  for (const one of found.flat().flatMap(({ results: some }) => some)) {
    const known = results.get(one.id);
    if (!known || known.score < one.score) results.set(one.id, one);
  }
  const list = [...results.values()];
  if (!sort) list.sort((a, b) => b.score - a.score);
  return {
    results: list.map((one) => ({ id: one.id, load: () => load(one, root) })),
    counts: merge(found.map((answers) => merge(answers.map(({ filters: held }) => held), Math.max))),
  };
}

const loaded = new Map();

function load(result, root) {
  if (!loaded.has(result.id))
    loaded.set(result.id, result.data().then((data) => articleOf(data, root)));
  return loaded.get(result.id);
}

function merge(all, join = (a, b) => a + b) {
  const counts = {};
  for (const one of all)
    for (const [name, values] of Object.entries(one ?? {}))
      for (const [value, count] of Object.entries(values)) {
        counts[name] ??= {};
        counts[name][value] = join(counts[name][value] ?? 0, count);
      }
  return counts;
}
