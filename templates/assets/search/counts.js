// How many passages or articles there are of each facet; loaded once the results are shown.
import { fits, heldBy } from "./article.js";
import { bundleOf } from "./engine.js";
import { FACETS } from "./state.js";

export function countPassages(all, facets) {
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

// A facet is counted as if nothing were chosen of it, so that its other values can be added.
export async function countArticles(engine, asked, facets, good) {
  const filters = { ...facets, ...(await filterOf(engine, asked, good)) };
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

// The engine knows a bundle by its number.
async function filterOf(engine, asked, good) {
  if (!good) return {};
  const bundle = new Set();
  await Promise.all(
    engine.bundles.map(async (number) => {
      const { results } = await engine.search(asked, { filters: { bundle: new Set([number]) } });
      if (results.some((one) => good.has(bundleOf(one)))) bundle.add(number);
    }),
  );
  return { bundle };
}
