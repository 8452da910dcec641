// Help with typing: names and terms of the dossier as suggestions.
import { element, input, page, root, say } from "./page.js";
import { fold } from "./words.js";

const MOST = 7;
const box = page.querySelector("[role=listbox]");

let terms;
export const loadTerms = () => {
  terms ??= fetch(new URL(page.dataset.terms, root))
    .then((answer) => (answer.ok ? answer.json() : []))
    .catch(() => []); // without suggestions the search goes on
  return terms;
};

let active = -1;

function mark(at) {
  const options = [...box.children];
  active = at;
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
  if (at >= 0) input.setAttribute("aria-activedescendant", options[at].id);
  else input.removeAttribute("aria-activedescendant");
}

function close() {
  box.hidden = true;
  input.setAttribute("aria-expanded", "false");
  mark(-1);
}

// The last word is completed; a quoted phrase or a word to leave out is not.
async function suggest() {
  const typed = input.value;
  const wanted = fold(typed.trim());
  const known = wanted.length > 1 && !/["„“”«»-]/u.test(typed) ? await loadTerms() : [];
  if (typed !== input.value) return;
  const found = [];
  for (const [text, kind] of known) {
    const folded = fold(text);
    if (folded === wanted) continue;
    const at = ` ${folded}`.search(` ${wanted.replace(/[^\p{L}\p{N} ]/gu, "")}`);
    if (at >= 0) found.push([at > 0, text, kind]);
  }
  found.sort(([a], [b]) => a - b);
  const options = found.slice(0, MOST).map(([, text, kind], at) => {
    const what = element("span", { class: "cite" }, say(`search_is_${kind}`));
    const attributes = { role: "option", id: `suggestion-${at}`, "aria-selected": "false" };
    const option = element("li", attributes, element("span", {}, text), " ", what);
    option.dataset.text = text;
    return option;
  });
  box.replaceChildren(...options);
  if (!options.length || document.activeElement !== input) close();
  else {
    box.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(-1);
  }
}

export function prepare(search) {
  const take = (option) => {
    input.value = option.dataset.text;
    close();
    search();
  };
  input.addEventListener("input", suggest);
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  box.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault(); // the field keeps the focus
    if (option) take(option);
  });
  input.addEventListener("keydown", (event) => {
    const options = [...box.children];
    if (box.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    else if (event.key === "Enter" && active >= 0) take(options[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
