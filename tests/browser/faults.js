// What is grossly wrong with the page as it is laid out now: a list of texts, empty for a sound page.
// Run as an expression; the page is at its top. All measures in CSS pixels.
(() => {
  const SLACK = 1.5; // roundings of the browser: halves of a pixel, seen at zoom
  const faults = [];
  const hidden = (element) => getComputedStyle(element).display === "none";
  // Chromium calls a text visible that stands in a group of a drawing which is not displayed.
  const drawn = (element) => !element.closest("svg") || !within(element, hidden);
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && drawn(element);
  const words = (text) => text.replace(/\s+/g, " ").trim();
  const name = (element) => {
    const own = words(element.textContent || element.alt || "").slice(0, 40);
    const kind = element.getAttribute("class");
    return `<${element.localName}${kind ? ` class="${kind}"` : ""}> "${own}"`;
  };
  const within = (element, test) => {
    for (let one = element; one && one !== document.documentElement; one = one.parentElement)
      if (test(one, getComputedStyle(one))) return one;
    return null;
  };
  // Texts for readers by ear only, and the link that appears on focus.
  const kept = (element) => within(element, (one, style) =>
    style.clipPath === "inset(50%)" || (style.position === "absolute" && one.getBoundingClientRect().bottom < 0));
  const rolls = (element) => within(element, (one, style) => /auto|scroll/.test(style.overflowX));

  // --- empty
  const main = document.querySelector("main");
  if (!main || !seen(main)) faults.push("empty: no main part is seen");
  else if (words(main.innerText).length < 20) faults.push(`empty: the main part says "${words(main.innerText)}"`);
  const head = document.querySelector("h1");
  if (!head || !seen(head) || !words(head.innerText)) faults.push("empty: there is no headline");

  // --- wider than the window
  const width = document.documentElement.clientWidth;
  const whole = document.scrollingElement.scrollWidth;
  if (whole > innerWidth) faults.push(`wide: the page is ${whole} px wide in a window of ${innerWidth}`);
  for (const one of document.body.querySelectorAll("*")) {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || one.closest("svg") !== (one.localName === "svg" ? one : null)) continue;
    if ((box.right > width + SLACK || box.left < -SLACK) && seen(one) && !kept(one) && !rolls(one))
      faults.push(`wide: ${name(one)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
  }

  // --- texts: one upon the other, or cut off
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!words(node.data) || /^(script|style|noscript|title|desc|option|template)$/.test(parent.localName)) continue;
    if (!seen(parent) || kept(parent)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      texts.push({ node, parent, box });
    }
  }
  const cuts = new Map(); // element → the box that it is cut to, or null
  const cut = (element) => {
    if (!cuts.has(element)) {
      const style = getComputedStyle(element);
      const hides = (way) => /hidden|clip/.test(way);
      const [x, y] = [hides(style.overflowX), hides(style.overflowY)];
      const inline = style.display === "inline" || element === document.body || element === document.documentElement;
      cuts.set(element, (x || y) && !inline ? { x, y, box: element.getBoundingClientRect() } : null);
    }
    return cuts.get(element);
  };
  const told = new Set();
  const tell = (key, text) => { if (!told.has(key)) { told.add(key); faults.push(text); } };
  for (const { parent, box } of texts) {
    for (let one = parent; one; one = one.parentElement) {
      const edge = cut(one);
      if (!edge) continue;
      // An ellipsis says that there is more, and the link leads to it.
      const said = getComputedStyle(one).textOverflow === "ellipsis";
      const beside = edge.x && !said && (box.right > edge.box.right + SLACK || box.left < edge.box.left - SLACK);
      const middle = (box.top + box.bottom) / 2; // letters take about the middle half of their box
      const quarter = box.height / 4;
      const above = edge.y && (middle + quarter > edge.box.bottom + SLACK || middle - quarter < edge.box.top - SLACK);
      if (beside || above) tell(parent, `cut: ${name(parent)} is cut off by ${name(one).split(" ")[0]}>`);
    }
  }
  // The letters themselves: boxes of lines touch, and a heading's lines are set tight.
  const core = ({ box }) => ({
    left: box.left + SLACK, right: box.right - SLACK,
    top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25,
  });
  // What is behind an edge is not seen, so it lies on nothing.
  const inside = ({ parent, node, box }) => {
    let { left, right, top, bottom } = core({ box });
    for (let one = parent; one; one = one.parentElement) {
      const edge = cut(one);
      if (edge && edge.x) [left, right] = [Math.max(left, edge.box.left), Math.min(right, edge.box.right)];
      if (edge && edge.y) [top, bottom] = [Math.max(top, edge.box.top), Math.min(bottom, edge.box.bottom)];
    }
    return { parent, node, core: { left, right, top, bottom } };
  };
  const shown = texts.map(inside).filter(({ core: { left, right, top, bottom } }) => left < right && top < bottom)
    .sort((a, b) => a.core.top - b.core.top);
  shown.forEach((one, number) => {
    for (let next = number + 1; next < shown.length && shown[next].core.top < one.core.bottom; next += 1) {
      const other = shown[next];
      if (other.node === one.node || other.core.left >= one.core.right || other.core.right <= one.core.left) continue;
      if (Math.min(one.core.bottom, other.core.bottom) - other.core.top > SLACK)
        tell(one.node, `overlap: ${name(one.parent)} and ${name(other.parent)}`);
    }
  });

  // --- pictures
  for (const one of document.images)
    if (seen(one) && !(one.complete && one.naturalWidth)) faults.push(`picture: ${one.getAttribute("src")} is not there`);
  for (const one of document.querySelectorAll("use")) {
    const target = one.getAttribute("href") || "";
    if (target.startsWith("#") && !document.getElementById(target.slice(1))) faults.push(`picture: ${target} is not there`);
  }
  return faults;
})()
