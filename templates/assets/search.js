// The search page: passages found with Pagefind, one entry for each article.
const root = new URL("../", import.meta.url);
const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

const page = document.querySelector(".search");
const texts = JSON.parse(page.dataset.texts);
const form = page.querySelector("form");
const input = form.elements.q;
const facets = form.querySelector(".facets");
const boxes = [...form.querySelectorAll("input[name=topic]")];
const status = page.querySelector("[role=status]");
const hint = page.querySelector(".hint");
const broken = page.querySelector("[data-search-broken]");
const list = page.querySelector(".results");
const more = page.querySelector(".more");

const AT_ONCE = 40; // up to so many articles are read whole, so that passages can be counted
const BATCH = 10; // articles shown at a time
const HITS = 3; // passages shown of an article; the others unfold
const WORDS = 44; // length of an excerpt
const PAUSE = 180; // milliseconds between the last keystroke and the search

// --- texts and elements ------------------------------------------------------------------------

function say(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function count(key, n) {
  const form = `${key}_${plurals.select(n)}`;
  return say(form in texts ? form : `${key}_other`, { n: numbers.format(n) });
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function tagOf(box) {
  const hue = [...box.parentElement.classList].filter((name) => name !== "facet");
  const href = new URL(box.dataset.href, root).href;
  const title = box.parentElement.querySelector(".name").textContent;
  return element("li", {}, element("a", { class: ["tag", ...hue].join(" "), href }, title));
}

const tags = new Map(boxes.map((box) => [box.value, tagOf(box)]));

// --- engine ------------------------------------------------------------------------------------

let engine;

function load() {
  engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function start() {
  const [first, ...others] = page.dataset.bundles.split(" ").map((path) => new URL(path, root));
  const pagefind = await import(new URL("pagefind.js", first).href);
  await pagefind.init();
  for (const other of others) await pagefind.mergeIndex(other.href);
  return pagefind;
}

// --- from the engine's data to passages --------------------------------------------------------

// A block is an element whose id comes from its text. An id `<passage>--<topic>` says that the
// passage is in the topic.
const BLOCK = /^([phc])-[0-9a-f]{8}(-\d+)?$/;

function blocksOf(anchors, length) {
  const blocks = new Map();
  let passages = 0;
  for (const { id, location } of [...anchors].sort((a, b) => a.location - b.location)) {
    const [, kind] = BLOCK.exec(id) ?? [];
    const [passage, topic] = id.split("--");
    if (topic) blocks.get(passage)?.topics.push(topic);
    if (!kind) continue;
    if (kind === "p") passages += 1;
    blocks.set(id, { id, kind, start: location, number: passages, topics: [], hits: new Map() });
  }
  const inOrder = [...blocks.values()];
  inOrder.forEach((block, at) => (block.end = inOrder[at + 1]?.start ?? length));
  return inOrder;
}

function articleOf(data) {
  const { raw_content: content, raw_url: url, anchors, weighted_locations: found } = data;
  const meta = { ...data.meta, source: data.filters?.source?.[0] };
  const words = content
    .split(content.includes("\u200B") ? "\u200B" : /\s+/)
    .map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  const blocks = blocksOf(anchors, words.length);
  for (const { location, balanced_score: score } of found) {
    const block = blocks.find(({ start, end }) => start <= location && location < end);
    block?.hits.set(location, Math.max(score, block.hits.get(location) ?? 0));
  }
  for (const block of blocks) block.score = scoreOf(block, words);
  return { url: new URL(url.replace(/^\/|index\.html$/g, ""), root).href, meta, words, blocks };
}

// Each different word counts in full, its repetitions for less.
function scoreOf({ hits }, words) {
  const best = new Map();
  let all = 0;
  for (const [location, score] of hits) {
    const stem = bare(words[location])[1].toLowerCase().slice(0, 6);
    best.set(stem, Math.max(score, best.get(stem) ?? 0));
    all += score;
  }
  return [...best.values()].reduce((total, score) => total + score, all / 10);
}

function bare(word) {
  return /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word).slice(1);
}

// The blocks of an article that answer a query, passages before crossheads and captions, the
// best first; without a query all its passages.
function answersIn(article, query) {
  const passages = article.blocks.filter(({ kind }) => kind === "p");
  if (!query) return passages;
  const found = article.blocks.filter(({ hits }) => hits.size);
  if (!found.length) return passages.slice(0, 1); // found in the title alone
  const lesser = ({ kind }) => Number(kind !== "p");
  return found.sort((a, b) => lesser(a) - lesser(b) || b.score - a.score || a.start - b.start);
}

async function read(results, query) {
  const articles = await Promise.all(results.map(async (result) => articleOf(await result.data())));
  return articles.map((article) => ({ article, blocks: answersIn(article, query) }));
}

function narrow(entries, chosen) {
  if (!chosen.size) return entries;
  const wanted = ({ topics }) => topics.some((topic) => chosen.has(topic));
  return entries
    .map(({ article, blocks }) => ({ article, blocks: blocks.filter(wanted) }))
    .filter(({ blocks }) => blocks.length);
}

// --- what is shown -----------------------------------------------------------------------------

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

function excerpt({ words, meta }, block) {
  const [from, to] = regionOf(block);
  const paragraph = element("p", { class: "excerpt", lang: meta.lang });
  if (from > block.start) paragraph.append("… ");
  for (let at = from; at < to; at += 1) {
    const [before, inner, after] = bare(words[at]);
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
  const apparatus = element("div", { class: "cite" }, link, " ");
  const known = block.topics.map((id) => tags.get(id)?.cloneNode(true)).filter(Boolean);
  if (known.length) apparatus.append(element("ul", { class: "tags" }, ...known));
  return element("li", {}, excerpt(article, block), apparatus);
}

function entry({ article, blocks }) {
  const { title, lang, date, source } = article.meta;
  const hits = blocks.map((block) => hit(article, block));
  const item = element(
    "li",
    {},
    element("h3", { lang }, element("a", { href: article.url }, title)),
    element("p", { class: "cite" }, [date, source].filter(Boolean).join(" · ")),
    element("ul", { class: "hits" }, ...hits.slice(0, HITS)),
  );
  const rest = hits.slice(HITS);
  if (rest.length) {
    const summary = element("summary", {}, count("search_rest", rest.length));
    const others = element("ul", { class: "hits" }, ...rest);
    item.append(element("details", { class: "rest" }, summary, others));
  }
  return item;
}

function showCounts(counts, key) {
  if (!facets) return;
  for (const box of boxes) {
    const place = box.parentElement.querySelector(".count");
    place.textContent = counts ? numbers.format(counts[box.value] ?? 0) : "";
    place.classList.toggle("zero", Boolean(counts) && !counts[box.value]);
  }
  const legend = facets.querySelector(".counted");
  legend.hidden = !counts;
  legend.textContent = counts ? say(key) : "";
}

function showNothing(chosen) {
  const text = say(chosen.size ? "search_none_topics" : "search_none_hint");
  const item = element("li", { class: "none" }, element("p", {}, text));
  if (chosen.size) {
    const clear = element("button", { type: "button" }, say("search_clear_topics"));
    clear.addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      input.focus();
      search({ settled: true });
    });
    item.append(clear);
  }
  status.textContent = say("search_none");
  list.replaceChildren(item);
}

// --- searching ---------------------------------------------------------------------------------

let turn = 0;
let extend = async () => [];

async function show({ query, chosen }) {
  turn += 1;
  const mine = turn;
  const stale = () => mine !== turn;
  const idle = !query && !chosen.size;
  const clear = () => {
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    showCounts(null);
  };
  hint.hidden = !idle;
  broken.hidden = true;
  if (idle) return clear();
  const waiting = setTimeout(() => {
    if (!stale()) status.textContent = say("search_loading");
  }, 400);
  try {
    const pagefind = await load();
    const found = await pagefind.search(query || null);
    const how = found.results.length > AT_ONCE ? showArticles : showPassages;
    if (!stale()) await how({ pagefind, found, query, chosen, stale });
  } catch {
    if (stale()) return undefined;
    clear();
    broken.hidden = false;
  } finally {
    clearTimeout(waiting);
  }
  return undefined;
}

async function showPassages({ found, query, chosen, stale }) {
  const all = await read(found.results, query);
  if (stale()) return;
  const counts = {};
  for (const topic of all.flatMap(({ blocks }) => blocks.flatMap(({ topics }) => topics)))
    counts[topic] = (counts[topic] ?? 0) + 1;
  showCounts(counts, "search_counted_passages");
  await showWhole(narrow(all, chosen), { chosen, stale });
}

async function showWhole(shown, { chosen, stale }) {
  const hits = shown.reduce((sum, { blocks }) => sum + blocks.length, 0);
  status.textContent = say("search_in", {
    hits: count("search_hits", hits),
    articles: count("search_in_articles", shown.length),
  });
  await begin(shown.length, async (from, to) => shown.slice(from, to), { chosen, stale });
}

async function showArticles({ pagefind, query, chosen, stale }) {
  await pagefind.filters(); // the engine counts only filters that it has read
  const filters = chosen.size ? { topic: { any: [...chosen] } } : {};
  const all = await pagefind.search(query || null);
  const { results } = await pagefind.search(query || null, { filters });
  const batch = async (from, to) => narrow(await read(results.slice(from, to), query), chosen);
  const whole = results.length <= AT_ONCE && (await batch(0, AT_ONCE));
  if (stale()) return;
  showCounts(all.filters.topic ?? {}, "search_counted_articles");
  if (whole) {
    await showWhole(whole, { chosen, stale });
    return;
  }
  status.textContent = count("search_articles", results.length);
  await begin(results.length, batch, { chosen, stale });
}

// Show the first entries and keep how to get more; a batch may come up short or empty.
async function begin(length, batch, { chosen, stale }) {
  let at = 0;
  extend = async () => {
    const entries = [];
    while (at < length && entries.length < BATCH) {
      entries.push(...(await batch(at, at + BATCH)));
      at += BATCH;
    }
    if (stale()) return [];
    more.hidden = at >= length;
    return entries.map(entry);
  };
  const items = await extend();
  if (stale()) return;
  if (items.length) list.replaceChildren(...items);
  else showNothing(chosen);
}

// --- the address holds the state ---------------------------------------------------------------

let open = true; // whether typing may go on overwriting the current history entry
let timer;

function stateOfForm() {
  const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  return { query: input.value.trim().replace(/[„“”«»]/g, '"'), chosen };
}

function search({ settled }) {
  clearTimeout(timer);
  const state = stateOfForm();
  const pairs = [...state.chosen].map((topic) => ["topic", topic]);
  if (state.query) pairs.unshift(["q", state.query]);
  const url = new URL(location.pathname, location.href);
  url.search = new URLSearchParams(pairs);
  if (url.href !== location.href) {
    history[open ? "replaceState" : "pushState"](null, "", url);
    open = true;
  }
  if (settled) open = false;
  return show(state);
}

async function restore() {
  const wanted = new URLSearchParams(location.search);
  input.value = wanted.get("q") ?? "";
  for (const box of boxes) box.checked = wanted.getAll("topic").includes(box.value);
  const state = stateOfForm();
  open = !state.query && !state.chosen.size;
  const height = history.state?.height;
  await show(state);
  if (height) scrollTo({ top: height, behavior: "instant" });
}

input.addEventListener("focus", () => load().catch(() => {}), { once: true });
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE, { settled: false });
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search({ settled: true });
});
for (const box of boxes) {
  box.addEventListener("change", () => {
    if (location.search) open = false;
    search({ settled: true });
  });
}
more.addEventListener("click", async () => {
  const items = await extend();
  list.append(...items);
  items[0]?.querySelector("a").focus();
});
list.addEventListener("click", ({ target }) => {
  if (target.closest("a")) history.replaceState({ height: scrollY }, "");
});
page.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a.hit")].filter((link) => link.offsetParent);
  const stops = [input, ...links];
  const at = stops.indexOf(event.target);
  const next = at >= 0 && stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? stops.length)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
window.addEventListener("popstate", restore);

const narrowScreen = matchMedia("(max-width: 60rem)").matches;
if (boxes.length > 6 && narrowScreen && !location.search.includes("topic=")) facets.open = false;
restore();
