// The built-in index, for browsers in which the engine cannot run: all passages of a small dossier
// in one script (a page opened as a file may load scripts, but nothing else), read from end to end.
import { answersIn, articleOf } from "./article.js";
import { loadScript, root } from "./page.js";
import { parse } from "./query.js";

export async function openBuiltIn(address) {
  await loadScript(address);
  const rows = window.dossierPassages;
  const held = rows.map((row) => ({ ...articleOf(unpack(row), root), sort: row.sort }));
  return {
    search: async (texts, { filters, sort }) => {
      const found = held.filter(
        (article) => fitsWhole(article, filters) && texts.some((text) => answers(article, text)),
      );
      if (sort) found.sort((a, b) => a.sort.localeCompare(b.sort) * (sort === "asc" ? 1 : -1));
      return { results: found.map((one) => ({ id: one.url, load: async () => one })) };
    },
    count: async () => ({}),
  };
}

const answers = (article, text) => answersIn(article, parse(text)).length;

const fitsWhole = (article, filters) =>
  Object.entries(filters).every(([name, wanted]) =>
    (article.filters[name] ?? []).some((value) => wanted.has(value)),
  );

// Give the passages the shape that the engine has for them: one text, and where each id stands.
function unpack({ blocks, ...article }) {
  const words = [];
  const anchors = [];
  for (const [id, text, marks] of blocks) {
    anchors.push({ id, location: words.length });
    if (marks) anchors.push({ id: `${id}--${marks}`, location: words.length });
    words.push(...text.split(/\s+/).filter(Boolean));
  }
  return { ...article, content: words.join(" "), anchors };
}
