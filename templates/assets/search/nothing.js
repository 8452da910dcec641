// Where nothing is found: what may help, another spelling, a topic, fewer filters, the lists.
import { clear } from "./facets.js";
import { button, element, input, page, root, say } from "./page.js";
import { isNarrowed } from "./state.js";
import { loadTerms } from "./suggest.js";
import { fold, likeness } from "./words.js";

// Give the topic that is called so, or has such a term: { text, href }; none of its articles may
// have the word.
export async function topicOf(typed) {
  const wanted = fold(typed.trim());
  const isMeant = (text) => text === wanted || likeness(wanted, text, { whole: true });
  const known = (await loadTerms()).filter(([, , href]) => href);
  const [, , href] = wanted ? (known.find(([text]) => isMeant(fold(text))) ?? []) : [];
  const [text] = known.find(([, kind, to]) => kind === "topic" && to === href) ?? [];
  return text ? { text, href } : null;
}

// `again` searches anew, for a text if it is given one.
export function nothing(state, { better, topic }, again) {
  const item = element("li", { class: "none" });
  if (better) {
    const act = () => {
      input.focus();
      again(better);
    };
    const word = element("b", {}, better);
    const made = button("", act, { class: "better" });
    made.append(say("search_did_you_mean"), " ", word);
    item.append(made);
  }
  if (topic) {
    const way = element("a", { href: new URL(topic.href, root).href }, topic.text);
    item.append(element("p", { class: "topic" }, say("search_see_topic"), " ", way));
  }
  const narrowed = isNarrowed(state);
  item.append(element("p", {}, say(narrowed ? "search_none_topics" : "search_none_hint")));
  if (narrowed) item.append(button(say("search_clear"), () => clear(() => again())));
  const ways = page.querySelector(".ways").cloneNode(true);
  ways.hidden = false;
  item.append(ways);
  return item;
}
