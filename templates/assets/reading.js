// On pages that are read and cited; they work without it.
// The citation box: of the passage that the address names, if it names one; and copying.
const box = document.querySelector(".citation");

function cite() {
  const id = decodeURIComponent(location.hash.slice(1));
  const passage = /^p-/.test(id) && document.getElementById(id);
  const number = passage && passage.closest(".block")?.querySelector(".number")?.lastChild.textContent.trim();
  for (const part of box.querySelectorAll("[data-cite]")) {
    part.dataset.cite ||= part.textContent;
    const words = number && part.matches("p") ? ` (${box.dataset.paragraph.replace("{n}", number)})` : "";
    const place = passage ? `#${id}${words}` : "";
    part.textContent = part.dataset.cite.replaceAll(box.dataset.permalink, (found) => found + place);
  }
}

if (box?.dataset.permalink) {
  cite();
  addEventListener("hashchange", cite);
}

if (box) {
  for (const button of navigator.clipboard ? box.querySelectorAll("[data-copy]") : []) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.previousElementSibling;
      await navigator.clipboard.writeText(text.textContent);
      box.querySelector("[role=status]").textContent = box.dataset.copied;
      button.textContent = box.dataset.copied;
    });
  }
}

// The words that a search found are marked in the passage that it led to.
function markFound(words, passage) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u");
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const pieces = text.data.split(found).map((piece, at) => {
      if (at % 2 === 0) return piece;
      const mark = document.createElement("mark");
      mark.append(piece);
      return mark;
    });
    if (pieces.length > 1) text.replaceWith(...pieces);
  }
}

const searched = JSON.parse(sessionStorage.getItem("dossier:words") ?? "[]");
sessionStorage.removeItem("dossier:words");
const reached = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (searched.length && reached) markFound(searched, reached);
