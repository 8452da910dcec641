// From what the engine keeps of an article to its blocks, and to those that answer a query.
import { answer, hiddenOf } from "./match.js";
import { dateFields } from "./page.js";
import { bare, wordsOf } from "./words.js";

// A block is an element whose id comes from its text. An id `<passage>--topic.summit--kind.event`
// says what facets the passage has.
const BLOCK = /^([phc])-[0-9a-f]{8}(-\d+)?$/;

function facetsOf(marks) {
  const facets = {};
  for (const mark of marks) {
    const [, name, value] = /^(\w+)\.(.*)$/.exec(mark) ?? [];
    if (name) (facets[name] ??= []).push(value);
  }
  return facets;
}

function blocksOf(anchors, length) {
  const blocks = new Map();
  let passages = 0;
  for (const { id, location } of [...anchors].sort((a, b) => a.location - b.location)) {
    const [passage, ...marks] = id.split("--");
    const [, kind] = BLOCK.exec(id) ?? [];
    if (marks.length && blocks.has(passage)) blocks.get(passage).facets = facetsOf(marks);
    if (!kind) continue;
    if (kind === "p") passages += 1;
    blocks.set(id, { id, kind, start: location, number: passages, facets: {}, hits: new Map() });
  }
  const inOrder = [...blocks.values()];
  inOrder.forEach((block, at) => (block.end = inOrder[at + 1]?.start ?? length));
  return inOrder;
}

// `data` is the engine's; `root` the site's address.
export function articleOf(data, root) {
  const content = data.raw_content ?? data.content;
  const words = content
    .split(content.includes("\u200B") ? "\u200B" : /\s+/)
    .map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
    .map((word) => bare(word))
    .map(([before, inner, after]) => ({ before, inner, after }));
  const { title = "", words: hidden } = data.meta;
  const date = data.meta[dateFields[0]] ?? "";
  const filters = Object.fromEntries(
    Object.entries(data.filters ?? {}).map(([name, values]) => [name, [].concat(values)]),
  );
  const path = (data.raw_url ?? data.url).replace(/^\/|index\.html$/g, "");
  return {
    url: new URL(path, root).href,
    title,
    date,
    lang: filters.lang?.[0] ?? "",
    source: (filters.source?.[0] ?? "").replaceAll("_", " "),
    filters,
    words,
    titleWords: [...wordsOf(title), ...wordsOf(date), ...wordsOf(filters.source?.[0] ?? "")],
    hidden: hiddenOf(hidden),
    blocks: blocksOf(data.anchors, words.length),
  };
}

// The blocks that answer a query, those with most of its words first, passages before crossheads
// and captions; without a query all passages. Empty when the article does not answer.
export function answersIn(article, query) {
  const passages = article.blocks.filter(({ kind }) => kind === "p");
  if (!query.terms.length && !query.without.length) return passages;
  const whole = answer(article, query);
  if (!whole) return [];
  const open = article.blocks.filter(({ barred }) => !barred);
  if (!query.terms.length) return open.filter(({ kind }) => kind === "p");
  let found = open.filter(({ hits }) => hits.size);
  if (query.phrases.length) found = found.filter(({ phrased }) => phrased);
  else if (!found.length && !query.without.length) return passages.slice(0, 1); // the title alone
  const lesser = ({ kind }) => Number(kind !== "p");
  return found.sort(
    (a, b) =>
      b.found - a.found || lesser(a) - lesser(b) || b.score - a.score || a.start - b.start,
  );
}

// Whether a block, in its article, has what the facets ask for.
export function fits(article, block, facets) {
  return Object.entries(facets).every(([name, wanted]) => {
    const held = heldBy(article, block, name);
    return held.some((value) => wanted.has(value));
  });
}

const WHOLE = new Set(["date", "source", "lang"]); // facets of the article, not of a passage

export function heldBy(article, block, name) {
  return (WHOLE.has(name) ? article.filters[name] : block.facets[name]) ?? [];
}
