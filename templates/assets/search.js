// The search page: passages found with Pagefind, one entry for each article.
const root = new URL("../", import.meta.url);
const page = document.querySelector(".search");
const texts = JSON.parse(page.dataset.texts);
const plural = new Intl.PluralRules(document.documentElement.lang);
const number = new Intl.NumberFormat(document.documentElement.lang);

const form = page.querySelector("form");
const input = form.elements.q;
const boxes = [...form.querySelectorAll("input[name=topic]")];
const counted = form.querySelector(".counted");
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

const topics = new Map(
  boxes.map((box) => [
    box.value,
    {
      title: box.parentElement.querySelector(".name").textContent,
      hue: [...box.parentElement.classList].find((name) => name.startsWith("hue-")) ?? "",
      href: new URL(box.dataset.href, root).href,
    },
  ]),
);

// --- texts and elements ------------------------------------------------------------------------

function say(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function count(key, n) {
  const form = `${key}_${plural.select(n)}`;
  return say(form in texts ? form : `${key}_other`, { n: number.format(n) });
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

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

const BLOCK = /^([phc])-[0-9a-f]{8}(-\d+)?$/;

function wordsOf(data) {
  const text = data.raw_content;
  const words = text.includes("\u200B") ? text.split("\u200B") : text.split(/\s+/);
  return words.map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
}

// An article with its blocks: where each begins and ends, its topics, what was found in it.
function articleOf(data) {
  const words = wordsOf(data);
  const blocks = [];
  const byId = new Map();
  const anchors = [...data.anchors].sort((a, b) => a.location - b.location);
  let passages = 0;
  for (const { id, location } of anchors) {
    const kind = BLOCK.exec(id)?.[1];
    if (!kind) continue;
    if (kind === "p") passages += 1;
    const block = { id, kind, start: location, number: passages, topics: [], hits: new Map() };
    if (blocks.length) blocks.at(-1).end = location;
    blocks.push(block);
    byId.set(id, block);
  }
  if (blocks.length) blocks.at(-1).end = words.length;
  for (const { id } of anchors) {
    const cut = id.indexOf("--");
    if (cut > 0) byId.get(id.slice(0, cut))?.topics.push(id.slice(cut + 2));
  }
  for (const { location, balanced_score: score } of data.weighted_locations) {
    const block = blocks.find(({ start, end }) => start <= location && location < end);
    if (block) block.hits.set(location, Math.max(score, block.hits.get(location) ?? 0));
  }
  for (const block of blocks) block.score = scoreOf(block, words);
  const url = new URL(data.raw_url.replace(/^\/|index\.html$/g, ""), root).href;
  return { url, meta: data.meta, words, blocks };
}

// Each different word counts in full, its repetitions for less; crossheads come after passages.
function scoreOf({ kind, hits }, words) {
  const best = new Map();
  let repeated = 0;
  for (const [location, score] of hits) {
    const stem = bare(words[location])[1].toLowerCase().slice(0, 6);
    best.set(stem, Math.max(score, best.get(stem) ?? 0));
    repeated += score;
  }
  const sum = [...best.values()].reduce((total, score) => total + score, 0) + repeated / 10;
  return kind === "p" ? sum : sum / 20;
}

function bare(word = "") {
  const [, before, inner, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word);
  return [before, inner, after];
}

// The blocks of an article that answer a query, best first; without a query all its passages.
function answers(article, query) {
  const passages = article.blocks.filter(({ kind }) => kind === "p");
  if (!query) return passages;
  const found = article.blocks.filter(({ hits }) => hits.size);
  if (!found.length) return passages.slice(0, 1); // found in the title alone
  return found.sort((a, b) => b.score - a.score || a.start - b.start);
}

function within(block, chosen) {
  return !chosen.size || block.topics.some((topic) => chosen.has(topic));
}

// --- what is shown -----------------------------------------------------------------------------

function excerpt(article, block) {
  const { words } = article;
  const places = [...block.hits.keys()].sort((a, b) => a - b);
  let from = block.start;
  let to = block.end;
  if (to - from > WORDS * 1.3) {
    const inside = (start) => places.filter((p) => p >= start && p < start + WORDS).length;
    const starts = [from, ...places.map((p) => Math.max(from, p - 10))];
    from = starts.reduce((best, start) => (inside(start) > inside(best) ? start : best));
    from = Math.min(from, to - WORDS);
    to = Math.min(to, from + WORDS);
  }
  const paragraph = element("p", { class: "excerpt", lang: article.meta.lang });
  if (from > block.start) paragraph.append("… ");
  for (let place = from; place < to; place += 1) {
    const [before, inner, after] = bare(words[place]);
    const marked = block.hits.has(place) && inner;
    paragraph.append(before, marked ? element("mark", {}, inner) : inner, after);
    if (place + 1 < to) paragraph.append(" ");
  }
  if (to < block.end) paragraph.append(" …");
  return paragraph;
}

function label({ kind, number: place }) {
  if (kind === "p") return say("paragraph", { n: place });
  return say(kind === "c" ? "search_caption" : "search_crosshead");
}

function hit(article, block) {
  const link = element("a", { class: "hit", href: `${article.url}#${block.id}` }, label(block));
  const known = block.topics.filter((id) => topics.has(id));
  const tags = known.map((id) => {
    const { title, hue, href } = topics.get(id);
    return element("li", {}, element("a", { class: `tag ${hue}`, href }, title));
  });
  const apparatus = element("div", { class: "cite" }, link);
  if (tags.length) apparatus.append(" ", element("ul", { class: "tags" }, ...tags));
  return element("li", {}, excerpt(article, block), apparatus);
}

function entry(article, blocks) {
  const { title, lang, date, source } = article.meta;
  const heading = element("h3", { lang }, element("a", { href: article.url }, title ?? ""));
  const about = [date, source].filter(Boolean).join(" · ");
  const item = element("li", {}, heading, element("p", { class: "cite" }, about));
  item.append(element("ul", { class: "hits" }, ...blocks.slice(0, HITS).map((b) => hit(article, b))));
  const rest = blocks.slice(HITS);
  if (rest.length) {
    const hits = element("ul", { class: "hits" }, ...rest.map((block) => hit(article, block)));
    const summary = element("summary", {}, count("search_rest", rest.length));
    item.append(element("details", { class: "rest" }, summary, hits));
  }
  return item;
}

function showCounts(counts, key) {
  for (const box of boxes) {
    const place = box.parentElement.querySelector(".count");
    place.textContent = counts ? number.format(counts[box.value] ?? 0) : "";
    place.classList.toggle("zero", Boolean(counts) && !counts[box.value]);
  }
  if (!counted) return;
  counted.hidden = !counts;
  counted.textContent = counts ? say(key) : "";
}

function showNothing(chosen) {
  const item = element("li", { class: "none" }, element("p", {}, say("search_none_hint")));
  if (chosen.size) {
    const clear = element("button", { type: "button" }, say("search_clear_topics"));
    clear.addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      input.focus();
      search({ settled: true });
    });
    item.replaceChildren(element("p", {}, say("search_none_topics")), clear);
  }
  list.replaceChildren(item);
  status.textContent = say("search_none");
}

// --- searching ---------------------------------------------------------------------------------

let turn = 0;
let extend = null;

async function show({ query, chosen }) {
  turn += 1;
  const mine = turn;
  const stale = () => mine !== turn;
  hint.hidden = Boolean(query || chosen.size);
  broken.hidden = true;
  if (!query && !chosen.size) {
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    showCounts(null);
    return;
  }
  const waiting = setTimeout(() => {
    if (!stale()) status.textContent = say("search_loading");
  }, 400);
  try {
    const pagefind = await load();
    const found = await pagefind.search(query || null);
    if (stale()) return;
    if (found.results.length <= AT_ONCE) await showPassages(found, query, chosen, stale);
    else await showArticles(pagefind, found, query, chosen, stale);
  } catch {
    if (stale()) return;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    broken.hidden = false;
  } finally {
    clearTimeout(waiting);
  }
}

async function read(results, query) {
  const articles = await Promise.all(results.map(async (result) => articleOf(await result.data())));
  return articles.map((article) => ({ article, blocks: answers(article, query) }));
}

function narrow(entries, chosen) {
  return entries
    .map(({ article, blocks }) => ({ article, blocks: blocks.filter((b) => within(b, chosen)) }))
    .filter(({ blocks }) => blocks.length);
}

async function showPassages(found, query, chosen, stale) {
  const all = await read(found.results, query);
  if (stale()) return;
  const counts = {};
  for (const { blocks } of all)
    for (const block of blocks)
      for (const topic of block.topics) counts[topic] = (counts[topic] ?? 0) + 1;
  showCounts(counts, "search_counted_passages");
  const shown = narrow(all, chosen);
  if (!shown.length) {
    more.hidden = true;
    showNothing(chosen);
    return;
  }
  const passages = shown.reduce((sum, { blocks }) => sum + blocks.length, 0);
  status.textContent = say("search_in", {
    passages: count("search_passages", passages),
    articles: count("search_in_articles", shown.length),
  });
  const batches = async function* () {
    for (let at = 0; at < shown.length; at += BATCH) yield shown.slice(at, at + BATCH);
  };
  await begin(batches(), shown.length > BATCH, stale);
}

async function showArticles(pagefind, found, query, chosen, stale) {
  showCounts(found.filters?.topic ?? {}, "search_counted_articles");
  const filters = { topic: { any: [...chosen] } };
  const { results } = chosen.size ? await pagefind.search(query || null, { filters }) : found;
  if (stale()) return;
  const batches = async function* () {
    let ready = [];
    for (let at = 0; at < results.length; at += BATCH) {
      ready.push(...narrow(await read(results.slice(at, at + BATCH), query), chosen));
      if (ready.length < BATCH && at + BATCH < results.length) continue;
      yield ready;
      ready = [];
    }
  };
  status.textContent = count("search_articles", results.length);
  await begin(batches(), results.length > BATCH, stale);
  if (!stale() && !list.children.length) showNothing(chosen);
}

async function begin(batches, longer, stale) {
  const next = async () => {
    const { value: entries = [], done } = await batches.next();
    if (stale()) return [];
    more.hidden = done || !longer || entries.length < BATCH;
    return entries.map(({ article, blocks }) => entry(article, blocks));
  };
  extend = next;
  list.replaceChildren(...(await next()));
}

more.addEventListener("click", async () => {
  const items = (await extend?.()) ?? [];
  list.append(...items);
  items[0]?.querySelector("a").focus();
});

// --- the address holds the state ---------------------------------------------------------------

let open = true; // whether the current history entry may be overwritten while typing goes on

function stateOfForm() {
  const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  return { query: input.value.trim(), chosen };
}

function address({ query, chosen }) {
  const url = new URL(location.href);
  url.search = new URLSearchParams([
    ...(query ? [["q", query]] : []),
    ...[...chosen].map((topic) => ["topic", topic]),
  ]);
  url.hash = "";
  return url.href;
}

function search({ settled }) {
  const state = stateOfForm();
  const url = address(state);
  if (url !== location.href) {
    if (open) history.replaceState(null, "", url);
    else history.pushState(null, "", url);
    open = !settled;
  } else if (settled) {
    open = false;
  }
  return show(state);
}

async function restore() {
  const wanted = new URLSearchParams(location.search);
  const chosen = new Set(wanted.getAll("topic"));
  input.value = wanted.get("q") ?? "";
  for (const box of boxes) box.checked = chosen.has(box.value);
  const state = stateOfForm();
  open = !state.query && !state.chosen.size;
  const height = history.state?.height;
  await show(state);
  if (height) scrollTo({ top: height, behavior: "instant" });
}

let timer;

input.addEventListener("focus", () => load().catch(() => {}), { once: true });
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => search({ settled: false }), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search({ settled: true });
});
for (const box of boxes) {
  box.addEventListener("change", () => {
    clearTimeout(timer);
    search({ settled: true });
  });
}
list.addEventListener("click", (event) => {
  if (event.target.closest("a")) history.replaceState({ height: scrollY }, "");
});
window.addEventListener("popstate", restore);

page.addEventListener("keydown", (event) => {
  const links = [input, ...list.querySelectorAll("a.hit")].filter((a) => a.checkVisibility?.() ?? true);
  const at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0 || !links[at + step]) return;
  event.preventDefault();
  links[at + step].focus();
});

restore();
