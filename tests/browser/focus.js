// Where the keyboard stands on the page and whether that can be seen; and all places it has to reach.
// `window.stops` lists them in the order of the document, `window.focused()` describes one.
(() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const words = (element) => (element.textContent || element.name || "").replace(/\s+/g, " ").trim().slice(0, 40);
  const name = (element) => `<${element.localName}> "${words(element)}"`;
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;

  const focusable = () =>
    [...document.querySelectorAll(CONTROLS)]
      .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => !one.closest("svg") || getComputedStyle(one).display !== "none");

  window.stops = focusable();

  window.focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const faults = [];
    // The ring is around the control or around what holds it, such as a card.
    let ring = element;
    while (ring && ring !== document.body && !outlined(getComputedStyle(ring))) ring = ring.parentElement;
    if (!ring || !ring.matches(":focus, :focus-within") || ring === document.body) faults.push(`no ring: ${name(element)}`);
    // Not under the header, not off the window; a link over two lines has a hole in its middle.
    const line = element.getClientRects()[0] ?? box;
    const top = document.elementFromPoint(line.left + Math.min(line.width / 2, 12), line.top + line.height / 2);
    const own = top && (element.contains(top) || top.contains(element) || top.closest("label")?.contains(element));
    if (!own) faults.push(`not seen: ${name(element)}`);
    return {
      number: window.stops.indexOf(element), name: name(element), faults,
      left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
    };
  };
})()
