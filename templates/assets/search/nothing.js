// Where nothing is found: what may help, another spelling, fewer filters, the lists.
import { clear } from "./facets.js";
import { button, element, input, page, say } from "./page.js";
import { isNarrowed } from "./state.js";

// `again` searches anew, for a text if it is given one.
export function nothing(state, better, again) {
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
  const narrowed = isNarrowed(state);
  item.append(element("p", {}, say(narrowed ? "search_none_topics" : "search_none_hint")));
  if (narrowed) item.append(button(say("search_clear"), () => clear(() => again())));
  const ways = page.querySelector(".ways").cloneNode(true);
  ways.hidden = false;
  item.append(ways);
  return item;
}
