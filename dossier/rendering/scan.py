"""Read one built page as a browser would, and say what is wrong with it by itself.

This finds what breaks pages in practice: elements that do not match, ids given twice, controls
without a name, requests to other hosts. It is no validator; the tests use a real one.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from msgspec import Struct, field

from dossier.errors import Finding
from dossier.rendering.addresses import Address, BadLinkError, is_elsewhere, resolve

Link = tuple[int, str, str]  # line, file, fragment

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_MAY_STAY_OPEN = frozenset(
    "body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split()  # noqa: SIM905
)
_CLOSES_P = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 "  # noqa: SIM905
    "h3 h4 h5 h6 header hr main menu nav ol p pre search section table ul".split()
)
_REQUESTS = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# Other relations, like canonical, only say something.
_REQUESTING_RELS = frozenset(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload preconnect prefetch "  # noqa: SIM905
    "preload prerender stylesheet".split()
)
_LEADS = {"a": "href", "area": "href", "form": "action", "link": "href"}
_REFERENCES = frozenset(
    ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
)
_NAMES = ("aria-label", "aria-labelledby", "title")
_CONTROLS = frozenset(("iframe", "input", "select", "textarea"))
_UNNAMED_INPUTS = frozenset(("hidden", "submit", "reset", "button", "image"))
_STYLE_REFERENCE = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]*))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')"
)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OTHER_HOST = "a request to another host: {}"
_OTHER_HOST_HINT = "put the file into templates/assets/ (or content/) and link it from there"


class PageScan(Struct):
    """What joins a page to the others, and what is wrong with it alone."""

    path: str
    ids: frozenset[str] = frozenset()
    links: list[Link] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    indexed: bool = False


def scan_page(path: str, text: str, address: Address, *, folder: str = "site") -> PageScan:
    """Scan the HTML page at `path`; `folder` stands before paths in findings."""
    scanner = _Scanner(path, address, folder)
    scanner.feed(text)
    scanner.close()
    return scanner.finish()


def style_references(css: str) -> list[tuple[int, str]]:
    """Return line and address of each `url()` and `@import` of a style sheet, data aside."""
    css = _STYLE_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    found = (
        (css.count("\n", 0, match.start()) + 1, next(filter(None, match.groups()), ""))
        for match in _STYLE_REFERENCE.finditer(css)
    )
    return [(line, written) for line, written in found if not written.startswith("data:")]


class _Scanner(HTMLParser):
    def __init__(self, path: str, address: Address, folder: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scan = PageScan(path)
        self.address = address
        self.where = f"{folder}/{path}"
        self.ids: set[str] = set()
        self.seen: set[tuple[str, str]] = set()
        self.open: list[tuple[str, int, int]] = []  # element, line, words before it
        self.words = 0  # how many pieces of readable text came by
        self.title_words = 0
        self.headings = 0
        self.labelled: set[str] = set()
        self.unlabelled: list[tuple[int, str, str]] = []
        self.references: list[tuple[int, str]] = []
        self.has_doctype = False
        self.has_lang = False

    # --- what the parser tells -------------------------------------------------------------

    def handle_decl(self, decl: str) -> None:
        self.has_doctype |= decl.lower().startswith("doctype html")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        values = {name: value or "" for name, value in attrs}
        if len(values) != len(attrs):
            self.find(line, f"<{tag}> has the same attribute twice")
        if tag in _CLOSES_P and self.open and self.open[-1][0] == "p":
            self.open.pop()
        if tag not in _VOID:
            self.open.append((tag, line, self.words))
        if tag in _CONTROLS:
            self.look_at_control(tag, values, line)
        if values:
            self.look_at_names(tag, values, line)
            self.look_at_links(tag, values, line)
        if tag == "h1":
            self.headings += 1
        elif tag == "html":
            self.has_lang = bool(values.get("lang", "").strip())
        elif tag == "img":
            if "alt" not in values:
                self.find(line, "a picture has no alternative text", 'give it alt="…", or alt=""')
            self.words += bool(values.get("alt"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _VOID:
            return
        foreign = any(name in ("svg", "math") for name, *_ in self.open)
        self.open.pop()
        if not foreign:
            self.find(self.getpos()[0], f"<{tag}/> does not close itself in HTML")

    def handle_endtag(self, tag: str) -> None:
        line = self.getpos()[0]
        matches = self.open and self.open[-1][0] == tag  # nearly always: the rest is slow
        if not matches and tag not in [name for name, *_ in self.open]:
            self.find(line, f"</{tag}> closes nothing")
            return
        while True:
            name, opened, words = self.open.pop()
            if name == tag:
                break
            if name not in _MAY_STAY_OPEN:
                self.find(opened, f"<{name}> is not closed before </{tag}>")
        if tag in ("a", "button") and words == self.words:
            self.find(opened, f"<{tag}> has no text", "give it text or an aria-label")

    def handle_data(self, data: str) -> None:
        if data.isspace():
            return
        inner = self.open[-1][0] if self.open else ""
        if inner == "style":
            line = self.getpos()[0]
            for number, written in style_references(data):
                self.request(line + number - 1, written)
        elif inner == "title" and not any(name == "svg" for name, *_ in self.open):
            self.title_words += 1
        else:
            self.words += 1

    # --- what is looked at -----------------------------------------------------------------

    def look_at_names(self, tag: str, values: dict[str, str], line: int) -> None:
        name = values.get("id")
        if name is not None:
            if not name or " " in name:
                self.find(line, f"an id is empty or holds a blank: {name!r}")
            elif name in self.ids:
                self.find(line, f"the id {name!r} is given twice")
            self.ids.add(name)
        self.scan.indexed |= "data-pagefind-body" in values
        self.words += bool(values.get("aria-label", "").strip())
        for key in _REFERENCES & values.keys():
            self.references += [(line, one) for one in values[key].split()]
        if tag == "label" and "for" in values:
            self.labelled.add(values["for"])

    def look_at_control(self, tag: str, values: dict[str, str], line: int) -> None:
        named = any(values.get(key, "").strip() for key in _NAMES)
        if tag == "iframe":
            if not values.get("title", "").strip():
                self.find(line, "<iframe> has no title")
        elif tag != "input" or values.get("type", "text").lower() not in _UNNAMED_INPUTS:
            within = any(opened == "label" for opened, *_ in self.open)
            if not within and not named:
                self.unlabelled.append((line, tag, values.get("id", "")))

    def look_at_links(self, tag: str, values: dict[str, str], line: int) -> None:
        if "style" in values:
            for _, written in style_references(values["style"]):
                self.request(line, written)
        for key in _REQUESTS.get(tag, ()):
            if values.get(key):
                parts = values[key].split(",") if key == "srcset" else [values[key]]
                for part in parts:
                    self.request(line, part.split()[0] if part.split() else "")
        key = _LEADS.get(tag, "")
        if key in values:
            rels = set(values.get("rel", "").lower().split()) if tag == "link" else set()
            if rels & _REQUESTING_RELS:
                self.request(line, values[key])
            else:
                self.lead(line, values[key])

    def request(self, line: int, written: str) -> None:
        """Note something that the browser fetches by itself."""
        if is_elsewhere(written, self.address):
            self.find(line, _OTHER_HOST.format(written), _OTHER_HOST_HINT)
        else:
            self.lead(line, written)

    def lead(self, line: int, written: str) -> None:
        """Note something that leads to a file of the site."""
        try:
            target = resolve(self.scan.path, written, self.address)
        except BadLinkError as error:
            self.find(line, f"{error}: {written}")
            return
        if target and target not in self.seen:
            self.seen.add(target)
            self.scan.links.append((line, *target))

    # --- at the end ------------------------------------------------------------------------

    def finish(self) -> PageScan:
        """Close the page and return what was found."""
        for name, line, _ in self.open:
            if name not in _MAY_STAY_OPEN:
                self.find(line, f"<{name}> is never closed")
        for line, tag, name in self.unlabelled:
            if name not in self.labelled:
                self.find(line, f"<{tag}> has no label", 'give it <label for="…"> or aria-label')
        for line, name in self.references:
            if name not in self.ids:
                self.find(line, f"an attribute refers to the id {name!r}, which is not there")
        self.look_at_page()
        self.scan.ids = frozenset(self.ids)
        return self.scan

    def look_at_page(self) -> None:
        """Note what the page lacks as a whole."""
        if not self.has_doctype:
            self.find(1, "the page does not begin with <!doctype html>")
        if not self.has_lang:
            self.find(1, "<html> has no lang", 'write <html lang="…">: screen readers need it')
        if not self.title_words:
            self.find(1, "the page has no title")
        if self.headings != 1:
            self.find(1, f"the page has {self.headings} <h1>, not one")

    def find(self, line: int, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.scan.findings.append(
            Finding(where=f"{self.where}:{line}", message=message, hint=hint, level="error")
        )
