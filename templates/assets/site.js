// Small conveniences; every page works without them.
const field = () => document.querySelector("[data-search-key]");
const menu = document.querySelector("details.menu");

function isTyping(element) {
  return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || isTyping(event.target)) return;
  const input = field();
  if (input?.checkVisibility?.() ?? input) {
    event.preventDefault();
    input.focus();
    input.select();
  } else {
    const link = document.querySelector("a.search-link");
    if (link) {
      event.preventDefault();
      link.click();
    }
  }
});

document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});

// In another language the same place is shown, and the same is searched for.
for (const link of document.querySelectorAll(".editions a")) {
  link.addEventListener("click", () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}

// A page opened as a file gets no module and so no search: say it.
if (location.protocol === "file:") {
  document.querySelector("[data-search-broken]")?.removeAttribute("hidden");
}
