from __future__ import annotations

import pytest

from dossier.rendering.addresses import Address
from dossier.rendering.scan import PageScan, scan_page, style_references

PAGE = (
    '<!doctype html><html lang="de"><head><title>T</title>{head}</head>'
    "<body><h1>Titel</h1>{body}</body></html>"
)


def scan(body: str = "", head: str = "") -> PageScan:
    return scan_page("a/index.html", PAGE.format(body=body, head=head), Address())


def messages(result: PageScan) -> list[str]:
    return [finding.message for finding in result.findings]


@pytest.mark.parametrize(
    "body",
    [
        '<p>Ein <a href="../">Verweis</a> &amp; <br> <em>mehr</em></p>',
        "<ul><li>a<li>b</ul><dl><dt>a<dd>b</dl>",
        "<p>eins<p>zwei<div>drei</div>",
        "<table><tr><td>a<td>b<tr><td>c</table>",
        '<img src="" alt="">',
        '<label>Suche <input name="q"></label>',
        '<label for="q">Suche</label><input id="q" type="search">',
        '<input aria-label="Suche"><input type="hidden" name="a"><input type="submit">',
        '<a href="../"><img src="" alt="Start"></a><a href="../" aria-label="Start"></a>',
        '<button><svg aria-hidden="true"><path d="M0 0"/></svg>Los</button>',
        '<button><svg role="img" aria-label="Los"><path d="M0 0"/></svg></button>',
        "<svg><title>Balken</title><rect/></svg>",
        "<script>if (a < b && '</p>') {}</script>",
        '<p id="x" aria-describedby="y">a</p><p id="y">b</p>',
        '<details><summary>Warum</summary><p title="a > b">c</p></details>',
    ],
)
def test_sound_pages(body: str) -> None:
    assert messages(scan(body)) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<div>", "<div> is not closed before </body>"),
        ("</div>", "</div> closes nothing"),
        ("<section><span></section>", "<span> is not closed before </section>"),
        ("<p><div></div></p>", "</p> closes nothing"),
        ("<div/>", "<div/> does not close itself in HTML"),
        ("</br>", "</br> closes nothing"),
        ('<p id="a">a</p><p id="a">b</p>', "the id 'a' is given twice"),
        ('<p id="">a</p>', "an id is empty or holds a blank: ''"),
        ('<p id="a b">a</p>', "an id is empty or holds a blank: 'a b'"),
        ('<p class="a" class="b">a</p>', "<p> has the same attribute twice"),
        ('<img src="">', "a picture has no alternative text"),
        ('<input name="q">', "<input> has no label"),
        ('<select id="a"></select><label for="b">B</label><i id="b"></i>', "<select> has no label"),
        ('<a href="../"><svg><path/></svg></a>', "<a> has no text"),
        ("<button> </button>", "<button> has no text"),
        ("<h1>noch einer</h1>", "the page has 2 <h1>, not one"),
        ('<iframe src="../"></iframe>', "<iframe> has no title"),
        (
            '<p aria-labelledby="nichts">a</p>',
            "an attribute refers to the id 'nichts', which is not there",
        ),
        ('<a href="javascript:x()">a</a>', "a link runs a script: javascript:x()"),
        ('<a href="../../x/">a</a>', "a link leads out of the site: ../../x/"),
    ],
)
def test_faults_of_a_page(body: str, message: str) -> None:
    assert messages(scan(body)) == [message]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("", '<link rel="stylesheet" href="https://cdn.example.org/a.css">'),
        ("", '<link rel="preconnect" href="//cdn.example.org">'),
        ("", '<script src="https://cdn.example.org/a.js"></script>'),
        ("", "<style>@import 'https://cdn.example.org/a.css';</style>"),
        ("", '<style>p { background: url("https://cdn.example.org/a.png") }</style>'),
        ('<img alt="" src="https://cdn.example.org/a.png">', ""),
        ('<img alt="" src="" srcset="https://cdn.example.org/a.png 2x">', ""),
        ('<iframe title="t" src="https://cdn.example.org/"></iframe>', ""),
        ('<p style="background: url(https://cdn.example.org/a.png)">a</p>', ""),
        ('<svg><use href="https://cdn.example.org/a.svg#x"/></svg>', ""),
        ('<video poster="https://cdn.example.org/a.png"></video>', ""),
    ],
)
def test_requests_to_another_host(body: str, head: str) -> None:
    result = scan(body, head)
    assert len(result.findings) == 1
    assert result.findings[0].message.startswith("a request to another host: ")
    assert "templates/assets/" in result.findings[0].hint


def test_what_only_leads_elsewhere_is_no_request() -> None:
    result = scan(
        '<a href="https://example.org/">Quelle</a>',
        '<link rel="canonical" href="https://desk.example.org/a/">',
    )
    assert (messages(result), result.links) == ([], [])


def test_links_are_resolved_once_with_their_line() -> None:
    result = scan('\n<a href="../b/#p-1">b</a>\n<a href="../b/#p-1">b</a><a href="#x">x</a>')
    assert result.links == [(2, "b/index.html", "p-1"), (3, "a/index.html", "x")]


def test_ids_and_the_mark_of_the_index_are_known() -> None:
    result = scan('<article data-pagefind-body id="a"><p id="b">x</p></article>')
    assert result.ids == {"a", "b"}
    assert result.indexed
    assert not scan().indexed


def test_a_page_that_lacks_everything() -> None:
    result = scan_page("x.html", "<p>Text</p>", Address(), folder="out")
    assert messages(result) == [
        "the page does not begin with <!doctype html>",
        "<html> has no lang",
        "the page has no title",
        "the page has 0 <h1>, not one",
    ]
    assert {finding.where for finding in result.findings} == {"out/x.html:1"}
    assert {finding.level for finding in result.findings} == {"error"}


def test_what_is_open_at_the_end_of_the_file() -> None:
    result = scan_page("x.html", '<!doctype html><html lang="de"><title>T</title><h1>', Address())
    assert messages(result) == ["<h1> is never closed"]


def test_faults_name_their_line() -> None:
    result = scan('\n\n<section>\n<img src="">\n')
    assert [finding.where for finding in result.findings] == [
        "site/a/index.html:4",
        "site/a/index.html:3",
    ]


def test_references_of_a_style_sheet() -> None:
    css = """@import "a.css";
/* url(no.png)
*/
p { background: url('b.png'), url( c.png ) }
i { background: url("data:image/svg+xml,<svg/>") }"""
    assert style_references(css) == [(1, "a.css"), (4, "b.png"), (4, "c.png")]
