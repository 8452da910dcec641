// The facets beside the results: their counts, and the chips of those that are chosen.
import { button, element, form, numbers, page, say } from "./page.js";
import { boxes } from "./state.js";

const SHOWN = 8; // values of a facet that stand there; the others unfold
const MOST = 60;

export const facets = form.querySelector(".facets");
const chips = page.querySelector(".chips");
const groupOf = (name) => facets?.querySelector(`[data-facet="${name}"]`);
const nameOf = (box) => box.parentElement.querySelector(".name").textContent;

export const dates = [...(form.elements.from?.options ?? [])].map(({ value }) => value).filter(Boolean);

export function offer(name, value) {
  const group = groupOf(name);
  const known = boxes().some((box) => box.name === name && box.value === value);
  if (known && group) group.hidden = false;
  if (known || !group) return;
  const box = element("input", { type: "checkbox", name, value });
  const text = element("span", { class: "name" }, value.replaceAll("_", " "));
  const label = element("label", { class: "facet" }, box, text, element("span", { class: "count" }));
  group.insertBefore(label, group.querySelector(".more-values"));
  group.hidden = false;
}

// `counts` by facet and value; null when nothing is asked yet.
export function showCounts(counts, key) {
  if (!facets) return;
  for (const [name, values] of Object.entries(counts ?? {}))
    if (["person", "place", "source"].includes(name)) offerMost(name, values);
  for (const box of boxes()) {
    const place = box.parentElement.querySelector(".count");
    const count = counts?.[box.name]?.[box.value] ?? 0;
    place.textContent = counts ? numbers.format(count) : "";
    place.classList.toggle("zero", Boolean(counts) && !count);
  }
  const legend = facets.querySelector(".counted");
  legend.hidden = !counts;
  legend.textContent = counts ? say(key) : "";
  for (const group of facets.querySelectorAll("fieldset")) fold(group);
}

function offerMost(name, values) {
  const most = Object.entries(values).sort((a, b) => b[1] - a[1]);
  for (const [value] of most.slice(0, SHOWN)) offer(name, value);
}

// Keep long lists short: chosen values and the most frequent stay, the others unfold.
function fold(group) {
  const labels = [...group.querySelectorAll(".facet")];
  const more = group.querySelector(".more-values");
  if (!more) return;
  const open = more.getAttribute("aria-expanded") === "true";
  const weight = (label) => {
    const count = label.querySelector(".count").textContent.replace(/\D/g, "");
    return label.querySelector("input").checked ? Infinity : Number(count);
  };
  const first = [...labels].sort((a, b) => weight(b) - weight(a));
  const kept = new Set(first.slice(0, open ? MOST : SHOWN));
  for (const label of labels) label.hidden = !kept.has(label);
  more.hidden = labels.length <= SHOWN;
  more.textContent = open ? say("search_fewer") : say("search_more_values");
}

facets?.addEventListener("click", ({ target }) => {
  if (!target.matches(".more-values")) return;
  const open = target.getAttribute("aria-expanded") === "true";
  target.setAttribute("aria-expanded", String(!open));
  fold(target.closest("fieldset"));
});

// A button for each chosen value, which takes it out again; `change` searches anew.
export function showChips(change) {
  const made = boxes()
    .filter((box) => box.checked)
    .map((box) => chip(nameOf(box), () => (box.checked = false), change));
  for (const name of ["from", "to"]) {
    const select = form.elements[name];
    if (!select?.value) continue;
    const text = say(`search_chip_${name}`, { date: select.selectedOptions[0].textContent });
    made.push(chip(text, () => (select.value = ""), change));
  }
  if (made.length > 1) made.push(element("li", {}, button(say("search_clear"), () => clear(change))));
  chips.replaceChildren(...made);
  chips.hidden = !made.length;
}

function chip(text, remove, change) {
  const act = () => {
    const at = [...chips.children].indexOf(item);
    remove();
    change();
    const next = chips.children[Math.min(at, chips.children.length - 1)];
    (next?.querySelector("button") ?? form.elements.q).focus();
  };
  const label = say("search_remove", { name: text });
  const cross = element("span", { "aria-hidden": "true" }, " ×");
  const made = button(text, act, { "aria-label": label, class: "chip" });
  made.append(cross);
  const item = element("li", {}, made);
  return item;
}

export function clear(change) {
  for (const box of boxes()) box.checked = false;
  for (const name of ["from", "to"]) if (form.elements[name]) form.elements[name].value = "";
  form.elements.q.focus();
  change();
}

export function tagsOf(block) {
  const known = (block.facets.topic ?? []).map((id) =>
    boxes().find((box) => box.name === "topic" && box.value === id),
  );
  return known.filter(Boolean).map((box) => ({
    title: nameOf(box),
    href: box.dataset.href,
    hue: [...box.parentElement.classList].filter((name) => name !== "facet"),
  }));
}
