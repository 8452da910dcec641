// The search page itself: its elements, texts and what is made of them.
export const page = document.querySelector(".search");
export const root = new URL(page.dataset.root, location.href); // … of this language's pages
export const base = new URL(page.dataset.base ?? page.dataset.root, location.href); // … of the index
export const dateFields = (page.dataset.dates ?? "date").split(" "); // this language's first
const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);
export const numbers = new Intl.NumberFormat(language);

export const form = page.querySelector("form");
export const input = form.elements.q;
const texts = JSON.parse(page.dataset.texts);

export function say(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function count(key, n) {
  const kind = `${key}_${plurals.select(n)}`;
  return say(kind in texts ? kind : `${key}_other`, { n: numbers.format(n) });
}

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

// Not a module: a page opened as a file may load scripts, but nothing else.
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address.href;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} cannot be loaded`));
    document.head.append(script);
  });
}

let asked;
export async function more() {
  asked ??= loadScript(new URL("assets/search-more.js", base));
  await asked;
  return window.dossierMore;
}
