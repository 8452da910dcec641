// The search page: what is typed and chosen goes to the engine, what it finds into the page.
import { dates, facets, offer, showChips, showCounts } from "./facets.js";
import { BATCH, find } from "./find.js";
import { load } from "./index.js";
import { count, form, input, more, page, say } from "./page.js";
import { parse } from "./query.js";
import { entry } from "./results.js";
import { addressOf, isIdle, read, write } from "./state.js";
import { prepare } from "./suggest.js";

const PAUSE = 50; // milliseconds between the last keystroke and the search
const SHORTEST = 3; // letters of a word that is searched for while it is typed
const REST = 150; // … and between results and their counts

const status = page.querySelector("[role=status]");
const hint = page.querySelector(".hint");
const notice = page.querySelector("[data-search-broken]");
const list = page.querySelector(".results");
const moreButton = page.querySelector(".more");

let turn = 0;
let extend;
let recount;

function empty() {
  list.replaceChildren();
  moreButton.hidden = true;
  status.textContent = "";
}

async function show(state) {
  turn += 1;
  delete list.dataset.answered;
  const mine = turn;
  const isStale = () => mine !== turn;
  hint.hidden = !isIdle(state);
  showChips(() => search({ settled: true }));
  if (isIdle(state)) {
    empty();
    showCounts(null);
    return;
  }
  const waiting = setTimeout(() => {
    if (!isStale()) status.textContent = say("search_loading");
  }, 400);
  try {
    const { engine, builtIn } = await load();
    let found = await find(engine, state, dates, isStale);
    const lost = !found.entries.length && !isStale();
    const rare = lost ? await more() : null;
    let better = await rare?.corrected(engine, state.query);
    if (better) {
      const other = await find(engine, { ...state, query: parse(better.text) }, dates, isStale);
      if (!other.entries.length) better = null; // a term of a topic may stand nowhere
      else if (better.sure) found = { ...other, text: better.text };
    }
    const topic = lost ? await rare.topicOf(state.query.text) : null;
    if (isStale()) return;
    clearTimeout(waiting);
    notice.hidden = !builtIn;
    if (builtIn) notice.firstElementChild.textContent = say("search_built_in");
    if (found.entries.length) showFound(found, state.query.text);
    else showNothing(rare, state, { better: better?.text, topic });
    await new Promise((done) => setTimeout(done, REST));
    if (isStale()) return; // whoever goes on typing is not kept waiting for counts
    // Closed, they need not be loaded; without them the results stand all the same.
    const counts = facets?.open ? await found.counts().catch(() => null) : null;
    if (isStale()) return;
    recount = counts ? null : async () => {
      const late = await found.counts().catch(() => null);
      if (!isStale()) showCounts(late, found.key);
    };
    showCounts(counts, found.key);
    list.dataset.answered = state.query.text; // `dossier check --search` waits for it
  } catch (error) {
    if (isStale()) return;
    empty();
    showCounts(null);
    notice.firstElementChild.textContent = say("search_broken");
    notice.hidden = false;
    console.info(error); // for whoever looks into why
  } finally {
    clearTimeout(waiting);
  }
}

function showFound({ entries, total, passages, more, text }, typed) {
  extend = more;
  list.replaceChildren(...entries.map((one) => entry(one, total === 1)));
  moreButton.hidden = total <= BATCH;
  const articles = count("search_in_articles", total);
  const counted =
    passages === null
      ? count("search_articles", total)
      : say("search_in", { hits: count("search_hits", passages), articles });
  status.textContent = text ? say("search_instead", { typed, text, counted }) : counted;
}

function showNothing({ nothing }, state, { better, topic }) {
  const again = (text) => {
    if (text) input.value = text;
    search({ settled: true });
  };
  moreButton.hidden = true;
  status.textContent = say("search_none");
  if (better) status.textContent += ` ${say("search_did_you_mean")} ${better}`;
  list.replaceChildren(nothing(state, { better, topic }, again));
}

// --- the address holds the state ---------------------------------------------------------------

let open = true; // whether typing may go on overwriting the current history entry
let timer;

function search({ settled }) {
  clearTimeout(timer);
  const state = read();
  const address = addressOf(state);
  if (address !== location.href) {
    history[open ? "replaceState" : "pushState"](null, "", address);
    open = true;
  }
  if (settled) open = false;
  return show(state);
}

async function restore() {
  write(location.search, offer);
  const state = read();
  open = isIdle(state);
  const height = history.state?.height;
  await show(state);
  if (height) scrollTo({ top: height, behavior: "instant" });
}

const ready = () => load().catch(() => {});
input.addEventListener("focus", ready, { once: true });
input.addEventListener("input", () => {
  clearTimeout(timer);
  const last = /\S*$/.exec(input.value)[0];
  if (last && last.length < SHORTEST) return; // it would load what begins with a letter or two
  timer = setTimeout(search, PAUSE, { settled: false });
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search({ settled: true });
});
form.addEventListener("change", ({ target }) => {
  if (target === input) return;
  if (location.search) open = false;
  search({ settled: true });
});
moreButton.addEventListener("click", async () => {
  const { entries, done } = await extend();
  const items = entries.map((one) => entry(one, false));
  list.append(...items);
  moreButton.hidden = done;
  (items[0]?.querySelector("a") ?? input).focus();
});
list.addEventListener("click", ({ target }) => {
  const link = target.closest("a");
  if (!link) return;
  history.replaceState({ height: scrollY }, "");
  if (link.dataset.words) sessionStorage.setItem("dossier:words", link.dataset.words);
});
page.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const links = [...list.querySelectorAll("a.hit")].filter((link) => link.offsetParent);
  const stops = [input, ...links];
  const at = stops.indexOf(event.target);
  const next = at >= 0 && stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? stops.length)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
window.addEventListener("popstate", restore);

prepare(() => search({ settled: true }));
const narrow = matchMedia("(max-width: 60rem)");
// Before the results on a narrow screen, beside them on a wide one: there the keyboard comes to the
// results first.
function arrange() {
  const held = document.activeElement;
  if (narrow.matches) list.parentElement.before(facets);
  else facets.before(list.parentElement);
  held.focus({ preventScroll: true });
}
if (facets) {
  arrange();
  narrow.addEventListener("change", arrange);
  if (narrow.matches) facets.open = false; // the chips say what is chosen
}
facets?.classList.remove("unset"); // until now the style sheet kept it closed, so nothing moves
facets?.addEventListener("toggle", () => {
  if (facets.open) recount?.();
  recount = null;
});
restore();
