from __future__ import annotations

import json
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from corpora import assembled
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendering.test_corpus import article, dossier, page, passage, prose, topic

from dossier import blocks
from dossier.effects import theme
from dossier.model import FreePage
from dossier.rendering import markup
from dossier.rendering.markup import inline, is_plain, passage_html, to_html, with_root
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme
from dossier.rendering.views import ArticleView, PageView, TopicView

BAD = Path(__file__).parents[3] / "shared" / "samples" / "badinput"
THEME = Theme(*theme.load(Path("none")))

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b onclick=alert(1)>x</b>",
    "[x](javascript:alert(1))",
    "[x](JaVa&#115;cript:alert(1))",
    "[x](  vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](data:image/svg+xml;base64,AAAA)",
    "<javascript:alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="//evil.example/">x</a>',
    '<p style="position:fixed">x</p>',
    "<style>*{display:none}</style>",
    '<iframe src="https://evil.example"></iframe>',
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:x'>x</mi></math>",
    '<form action="https://evil.example"><input name=a></form>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=x">',
    '<a href="https://ok.example" target=_blank id=main class=skip data-x=1>x</a>',
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "`</code><script>x</script>`",
    "```\n</code></pre><script>x</script>\n```",
    '[x](https://ok.example "a\\" onmouseover=\\"alert(1)")',
    "</p></div></main><script>x</script>",
    "<!--><script>x</script>-->",
    "| a |\n|---|\n| <script>x</script> |",
    "Text[^1]\n\n[^1]: <script>x</script>",
)


class Collector(HTMLParser):
    """Gathers elements, attributes and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses.update(value or "" for name, value in attrs if name in ("href", "src"))


ALLOWED = frozenset(
    """a abbr b blockquote br caption code dd del details div dl dt em figure figcaption h2 h3 h4
    h5 h6 hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td
    tfoot th thead tr u ul var""".split()  # noqa: SIM905 - a list of sixty strings is harder to read
)
ATTRIBUTES = {
    "lang", "dir", "title", "href", "id", "rel", "start", "colspan", "rowspan", "scope",
}  # fmt: skip


def check(html: str) -> None:
    found = Collector(html)
    assert found.elements <= ALLOWED, html
    assert found.attributes <= ATTRIBUTES, html
    for address in found.addresses:
        assert urlsplit(address).scheme in ("http", "https", "mailto", "dossier-root", ""), html
        assert not address.startswith("//")


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_survives(attack: str) -> None:
    check(to_html(attack))
    check(to_html(f"Davor {attack} dahinter"))
    check(inline(attack))
    check(passage_html(attack))
    check(passage_html(f"- {attack}"))
    check(passage_html(f"> {attack}"))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*ATTACKS, "\n\n", " ", "- ", "> ", "**", "[", "](", ")", "<"])))
def test_no_mixture_of_attacks_survives(parts: list[str]) -> None:
    text = "".join(parts)
    check(to_html(text))
    check(inline(text))
    check(passage_html(text))


def naughty() -> list[str]:
    strings = list(json.loads((BAD / "blns.json").read_text("utf-8")))
    for path in sorted((BAD / "fuzzdb").glob("*.txt")):
        strings += path.read_text("utf-8", errors="replace").split("\n")
    return strings


def pages_of(strings: list[str]) -> list[tuple[str, bytes]]:
    """Render the strings as article text, as a passage, as prose and as a free page."""
    made = [blocks.make("paragraph", text, markdown=text.replace("\n", " ")) for text in strings]
    one = article("a", *(block for block in made if block.text), title=strings[0])
    many = tuple(passage(one, number) for number in range(min(40, len(one.passages))))
    wild = FreePage(name="wild", title=strings[-1], markdown="\n\n".join(strings), path="")
    files = assembled(
        dossier(
            one,
            topics=(topic("t"),),
            topic_pages=(page("t", *many, *map(prose, strings)),),
            pages=(wild,),
        ),
        THEME.wording("de"),
    )
    renderer = Renderer(THEME)
    wanted = (ArticleView, TopicView, PageView)
    return [(path, renderer.render(path, view)) for path, view in files.items()
            if isinstance(view, wanted)]  # fmt: skip


@pytest.mark.skipif(not BAD.is_dir(), reason="the lists of bad input are not here")
def test_nothing_out_of_the_naughty_lists_reaches_a_page_as_markup() -> None:
    strings = [text for text in naughty() if text.strip()]
    clean = Collector(b"".join(html for _, html in pages_of(["Harmlos.", "Auch."])).decode())
    known = ALLOWED | clean.elements
    attributes = ATTRIBUTES | clean.attributes
    chunks = iter(strings)
    while chunk := list(islice(chunks, 700)):
        for path, html in pages_of(chunk):
            found = Collector(html.decode())
            assert found.elements <= known, path
            assert found.attributes <= attributes, path
            assert not any(name.startswith("on") for name in found.attributes)
            schemes = {urlsplit(one).scheme for one in found.addresses if "[" not in one}
            assert schemes <= {"", "http", "https", "mailto"}, path
            scripts = html.count(b"<script") - html.count(b'<script type="application/ld+json">')
            assert scripts == html.count(b'<script defer src="'), path


# --- what Markdown may do -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ein *Wort* und **zwei**", "<p>Ein <em>Wort</em> und <strong>zwei</strong></p>"),
        ("# Groß", "<h2>Groß</h2>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("Gespräch: „ja“!", "<p>Gespräch: „ja“!</p>"),
        ("", ""),
        ("  \n ", ""),
        ("<!-- Notiz -->", ""),
        ("5\xa0Prozent *mehr*", "<p>5\xa0Prozent <em>mehr</em></p>"),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert to_html(text) == html


def test_tables_lists_and_code_are_kept() -> None:
    assert Collector(to_html("| a | b |\n|---|---|\n| 1 | 2 |")).elements >= {"table", "td"}
    assert "<code>x &lt; y\n</code>" in to_html("```\nx < y\n```")
    assert to_html("1. eins\n2. zwei").count("<li>") == 2


def test_footnotes_lead_there_and_back() -> None:
    html = to_html("Text[^1]\n\n[^1]: Die Fußnote.")
    for name in ("fn:1", "fnref:1"):
        assert f'id="{name}"' in html
        assert f'href="#{name}"' in html
    assert "id=" not in to_html("<li id=main>x</li>")
    other = to_html("Text[^1]\n\n[^1]: Die Fußnote.", part=2)
    assert 'id="2-fn:1"' in other
    assert 'href="#2-fn:1"' in other
    assert '"#fn' not in other


# --- links between files of `content/` become links on the site -----------------------------


@pytest.mark.parametrize(
    ("at", "link", "target"),
    [
        ("topics/summit/index.md", "../missiles/index.md", "topics/missiles/"),
        ("topics/summit/2023.md", "../../articles/2023-09-a.md", "articles/2023-09-a/"),
        ("topics/summit/2023.md", "../../articles/a.md#p-12", "articles/a/#p-12"),
        ("topics/summit/2023.md", "index.md", "topics/summit/"),
        ("pages/about.md", "method.md", "method/"),
        ("pages/about.md", "../pages/method.md", "method/"),
        ("pages/about.md", "../articles/a.md", "articles/a/"),
    ],
)
def test_links_between_content_files_lead_to_pages(at: str, link: str, target: str) -> None:
    html = with_root(to_html(f"[x]({link})", at=at), "../../")
    assert Collector(html).addresses == {f"../../{target}"}


@pytest.mark.parametrize(
    "link", ["../../../etc/passwd", "/etc/passwd", "../originals/x.txt", "C:/x", "x.exe", "../.."]
)
def test_links_out_of_the_content_are_dropped(link: str) -> None:
    assert Collector(to_html(f"[x]({link})", at="pages/about.md")).addresses == set()


def test_links_elsewhere_and_within_the_page_stay() -> None:
    for link in ("https://a.example/b?c=d", "mailto:desk@example.org", "#p-12345678"):
        assert Collector(to_html(f"[x]({link})")).addresses == {link}


def test_only_our_own_marker_is_replaced_by_the_root() -> None:
    text = 'Der Text dossier-root:/ bleibt, <b title="dossier-root:/">dort</b> auch.'
    assert "../" not in with_root(to_html(text), "../")


# --- passages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ein Absatz.", "<p>Ein Absatz.</p>"),
        ("Ein **Absatz** mehr.", "<p>Ein <strong>Absatz</strong> mehr.</p>"),
        ("- eins\n- zwei", "<ul><li>eins</li><li>zwei</li></ul>"),
        ("> Ein Wort.", "<blockquote><p>Ein Wort.</p></blockquote>"),
        ("- eins\n\n> zwei", "<ul><li>eins</li></ul>\n<blockquote><p>zwei</p></blockquote>"),
        ("", ""),
    ],
)
def test_a_passage_is_a_paragraph_a_list_or_a_quote(text: str, html: str) -> None:
    assert passage_html(text) == html


@pytest.mark.parametrize("text", ["```\ncode\n```", "| a |\n|---|\n| b |", "[x]: http://a.example"])
def test_what_is_no_paragraph_becomes_text_in_one(text: str) -> None:
    html = passage_html(text)
    assert Collector(html).elements == {"p"}
    assert len(html) > len("<p></p>")


@pytest.mark.parametrize("kind", ["crosshead", "caption", "list", "quote"])
def test_the_text_of_other_blocks_is_escaped(kind: str) -> None:
    block = blocks.make(kind, "<b>a</b> & b")  # type: ignore[arg-type]
    assert "&lt;b&gt;a&lt;/b&gt; &amp; b" in markup.block_html(block)


# --- the short way ---------------------------------------------------------------------------

_SIGNS = (
    "ab Z.,;:!?'\"()-–+…1\nä\xa0\u2028\x85\x0b\x0c\x00\x01\x02\r\t/@$%^{}§„“»«\u200b\u202e\ufeff😀"
)


_LINES = st.lists(
    st.sampled_from("a B 1. 2) - -- === | a|b : ~~~ > # + c_d ä; \xa0 {:.x} !!!".split(" ")),  # noqa: SIM905
    max_size=4,
).map(" ".join)


@settings(max_examples=250, deadline=None)
@given(
    st.one_of(
        st.text(_SIGNS, max_size=12),
        st.text(max_size=12),
        st.lists(_LINES, max_size=4).map("\n".join),
    )
)
@example("a\n")
@example("a\n- b")
@example("a  \nb")
@example("a|b\n-|-")
@example("\x02a")
@example("a\r\rb")
@example("Kurz: „Ja!“")
def test_the_short_way_for_plain_text_gives_what_markdown_gives(text: str) -> None:
    if not is_plain(text):
        return
    patch = pytest.MonkeyPatch()
    with patch.context() as changed:
        changed.setattr(markup, "is_plain", lambda _text: False)
        slow = to_html(text)
    assert to_html(text) == slow


@pytest.mark.parametrize(
    "text",
    [
        "Kurz: „Ja!“, sagte er.",
        "Um 12 Uhr – nicht später (so Kim) – war Schluss …",
        "Ein Absatz,\nder an festen Stellen\numbrochen ist.",
    ],
)
def test_running_text_takes_the_short_way(text: str) -> None:
    assert is_plain(text)
