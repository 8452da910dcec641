// Results: an entry for each article, with the passages that answer and their words marked.
import { tagsOf } from "./facets.js";
import { count, element, root, say } from "./page.js";

const HITS = 3; // passages shown of an article; the others unfold
const FEW = 5; // … and of one that is the only one
const WORDS = 44; // length of an excerpt

// Where an excerpt begins and ends: the part of the block with most hits in it.
function regionOf({ start, end, hits }) {
  if (end - start <= WORDS * 1.3) return [start, end];
  const places = [...hits.keys()];
  const inside = (from) => places.filter((at) => at >= from && at < from + WORDS).length;
  const starts = [start, ...places.map((at) => Math.max(start, at - 10)).sort((a, b) => a - b)];
  const best = starts.reduce((one, other) => (inside(other) > inside(one) ? other : one));
  const from = Math.min(best, end - WORDS);
  return [from, from + WORDS];
}

function excerpt({ words, lang }, block) {
  const [from, to] = regionOf(block);
  const paragraph = element("p", { class: "excerpt", lang });
  if (from > block.start) paragraph.append("… ");
  for (let at = from; at < to; at += 1) {
    const { before, inner, after } = words[at];
    const marked = inner && block.hits.has(at);
    paragraph.append(before, marked ? element("mark", {}, inner) : inner, after);
    if (at + 1 < to) paragraph.append(" ");
  }
  if (to < block.end) paragraph.append(" …");
  return paragraph;
}

function hit(article, block) {
  const names = { p: "paragraph", c: "search_caption", h: "search_crosshead" };
  const name = say(names[block.kind], { n: block.number });
  const link = element("a", { class: "hit", href: `${article.url}#${block.id}` }, name);
  const words = new Set([...block.hits.keys()].map((at) => article.words[at].inner));
  link.dataset.words = JSON.stringify([...words]);
  const apparatus = element("div", { class: "cite" }, link, " ");
  const tags = tagsOf(block).map(({ title, href, hue }) => {
    const attributes = { class: ["tag", ...hue].join(" "), href: new URL(href, root).href };
    return element("li", {}, element("a", attributes, title));
  });
  if (tags.length) apparatus.append(element("ul", { class: "tags" }, ...tags));
  return element("li", {}, excerpt(article, block), apparatus);
}

export function entry({ article, blocks }, only) {
  const { title, lang, date, source } = article;
  const shown = only ? FEW : HITS;
  const hits = blocks.map((block) => hit(article, block));
  const item = element(
    "li",
    {},
    element("h3", { lang }, element("a", { href: article.url }, title)),
    element("p", { class: "cite" }, [date, source].filter(Boolean).join(" · ")),
    element("ul", { class: "hits" }, ...hits.slice(0, shown)),
  );
  const rest = hits.slice(shown);
  if (rest.length) {
    const summary = element("summary", {}, count("search_rest", rest.length));
    const others = element("ul", { class: "hits" }, ...rest);
    item.append(element("details", { class: "rest" }, summary, others));
  }
  return item;
}
