"""Markdown to safe HTML. What an article or an editor wrote is never trusted."""

from __future__ import annotations

import html
import posixpath
import re
import threading
from functools import lru_cache

import markdown
import nh3

from dossier import blocks, urls
from dossier.model import Block
from dossier.rendering.pieces import Html

_TAGS = frozenset(
    """
    a abbr b blockquote br caption code dd del details div dl dt em figure figcaption h2 h3 h4 h5
    h6 hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td
    tfoot th thead tr u ul var
    """.split()  # noqa: SIM905 - a list of sixty strings is harder to read
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "li": {"id"},  # of footnotes only, see `_filter`
    "sup": {"id"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_EXTENSIONS = ("tables", "fenced_code", "sane_lists", "def_list", "footnotes")
# Characters that can mean something to Markdown within a paragraph, or to HTML.
_MARKUP = re.compile(r"[\\`*_\[\]<&\x00-\x09\x0b-\x1f\x7f-\x9f]")
_MARKUP_AT_START = re.compile(r"[\s#>:=|~+-]|\d+[.)]")
# And what can, where a paragraph has several lines: at their start, at their end, in a table.
_MARKUP_OF_LINES = re.compile(r"\n(?:[\s#>:=|~+-]|\d+[.)])|\s\n|\|")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # HTML allows none of them
_PARAGRAPH = re.compile(r"\s*<p>(.*)</p>\s*", re.DOTALL)
_NOTE = re.compile(r"fn(?:ref)?\d*:[\w-]+")
_NOTE_LINK = re.compile(r'((?:id|href)="#?)(?=fn(?:ref)?\d*:)')
_HEADING_ONE = re.compile(r"<(/?)h1>")
_LOCAL = threading.local()


def to_html(text: str, *, at: str = "", part: int = 0) -> Html:
    """Render Markdown as sanitised HTML.

    `at` is the file's place in `content/`: links to other files there become links on the
    site, relative to its root behind the marker that `with_root` replaces. `part` tells the
    footnotes of several texts on one page from each other.
    """
    if is_plain(text):
        return Html(f"<p>{html.escape(text, quote=False)}</p>" if text.strip() else "")
    cleaned = _convert(text, at)
    if part:
        cleaned = _NOTE_LINK.sub(rf"\g<1>{part}-", cleaned)
    return Html(cleaned.replace("&nbsp;", "\xa0").strip())


@lru_cache(maxsize=8192)  # a passage stands on its article's page and on those of its topics
def _convert(text: str, at: str) -> str:
    converter = getattr(_LOCAL, "converter", None)
    if converter is None:
        converter = _LOCAL.converter = markdown.Markdown(extensions=list(_EXTENSIONS))
    text = _CONTROL.sub("", text)
    rendered = _HEADING_ONE.sub(r"<\1h2>", converter.reset().convert(text))
    cleaned: str = nh3.clean(
        rendered,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=lambda _tag, name, value: _filter(name, value, at),
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return cleaned


def is_plain(text: str) -> bool:
    """Whether `text` is one paragraph without anything that Markdown or HTML would read."""
    if _MARKUP.search(text) or _MARKUP_AT_START.match(text) or text[-1:].isspace():
        return False
    return "\n" not in text or not _MARKUP_OF_LINES.search(text)


def inline(text: str) -> Html:
    """Render one paragraph's Markdown without the paragraph's own tags.

    What turns out to be more than a paragraph (code, a table) becomes its plain text, as
    nothing but text may stand in a paragraph.
    """
    if is_plain(text):
        return Html(html.escape(text, quote=False))
    match = _PARAGRAPH.fullmatch(to_html(text))
    if match and "<p>" not in match[1]:
        return Html(match[1])
    return Html(html.escape(blocks.plain(text), quote=False))


def block_html(block: Block) -> Html:
    """Render a block's inside: text of a paragraph, items of a list, paragraphs of a quote."""
    if block.type == "list":
        items = (html.escape(item, quote=False) for item in block.text.split("\n"))
        return Html("".join(f"<li>{item}</li>" for item in items))
    if block.type == "quote":
        return Html(f"<p>{html.escape(block.text, quote=False)}</p>")
    if block.type == "paragraph":
        return inline(block.markdown)
    return Html(html.escape(block.text, quote=False))


def passage_html(text: str) -> Html:
    """Render a passage as it stands on a topic page: a paragraph, a list or a quote."""
    if is_plain(text):
        return to_html(text)
    parts = blocks.parse(text)
    if len(parts) < 2 and (not parts or parts[0].type not in _ELEMENTS):
        inner = inline(text)
        return Html(f"<p>{inner}</p>" if inner else "")
    elements = ((_ELEMENTS.get(part.type, "p"), block_html(part)) for part in parts)
    return Html("\n".join(f"<{element}>{inner}</{element}>" for element, inner in elements))


_ELEMENTS = {"list": "ul", "quote": "blockquote"}
ROOT = "dossier-root:/"


def with_root(rendered: Html, root: str) -> Html:
    """Make the links within the site lead there from a page whose way to the root is `root`."""
    return Html(str(rendered).replace(f'href="{ROOT}', f'href="{root}'))


def _filter(name: str, value: str, at: str) -> str | None:
    if name == "id":
        return value if _NOTE.fullmatch(value) else None
    if name != "href":
        return value
    if urls.web_url(value):
        return value
    return _site_href(value, at)


def _site_href(value: str, at: str) -> str | None:
    """Turn a link between files of `content/` into one between pages; None if it is neither."""
    path, hash_mark, fragment = value.partition("#")
    if not path:
        return value if re.fullmatch(r"[\w.:-]+", fragment) else None
    if re.match(r"[a-zA-Z][\w+.-]*:", path) or path.startswith("/"):
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(at), path))
    found = re.fullmatch(
        r"(articles|topics|pages)/([a-z0-9-]+)(?:/(?:index|\d{4}|undated))?(?:\.md)?", target
    )
    if not found:
        return None
    folder = "" if found[1] == "pages" else f"{found[1]}/"
    return f"{ROOT}{folder}{found[2]}/{hash_mark}{fragment}"
