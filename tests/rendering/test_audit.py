from __future__ import annotations

from dossier.errors import Finding
from dossier.rendering.audit import check_pages, condense

BASE = "https://desk.github.io/repo/"


def page(body: str = "", head: str = "") -> str:
    return (
        f'<!doctype html><html lang="de"><head><title>T</title>{head}</head>'
        f"<body>\n<h1>Titel</h1>{body}</body></html>"
    )


def test_a_sound_site() -> None:
    pages = [
        ("index.html", page('<a href="a/#p-1">a</a>', '<link rel="stylesheet" href="s.css">')),
        ("a/index.html", page('<p id="p-1">x</p><a href="../bild.png">b</a>').encode()),
        ("404.html", page('<a href="/repo/a/">a</a>')),
        ("s.css", "p { background: url(bild.png) }"),
        ("feed.xml", f"<rss><channel><link>{BASE}a/#p-1</link></channel></rss>"),
        (
            "sitemap.xml",
            f"<urlset><url><loc>relative/</loc></url><url><loc>{BASE}</loc></url></urlset>",
        ),
        ("m.js", 'import("./n.js"); // from "https://example.org"\nfetch("data.json");'),
        ("n.js", "const a = 'https://example.org/';"),
        ("robots.txt", "User-agent: *"),
    ]
    assert check_pages(pages, files=["bild.png"], base_url=BASE) == ()


def places(*pages: tuple[str, bytes | str], files: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = check_pages(pages, files=files, base_url=BASE)
    assert all(finding.level == "error" for finding in found)
    return [(finding.where, finding.message) for finding in found]


def test_links_that_lead_nowhere() -> None:
    home = page('<a href="b/">b</a><a href="a">a</a><a href="a/#p-2">a</a><a href="x.png">x</a>')
    assert places(("index.html", home), ("a/index.html", page('<p id="p-1">x</p>'))) == [
        ("site/index.html:2", "a link leads nowhere: b/"),
        ("site/index.html:2", "a link lacks its final slash: a"),
        ("site/index.html:2", "a link leads to an anchor that is not there: a/index.html#p-2"),
        ("site/index.html:2", "a link leads nowhere: x.png"),
    ]


def test_the_page_for_what_is_missing_needs_the_base_path() -> None:
    assert places(("index.html", page()), ("404.html", page('<a href="a/">a</a>'))) == [
        (
            "site/404.html:2",
            "404.html is shown at any depth and needs links from the base path: a/",
        )
    ]


def test_style_sheets_scripts_and_feeds_are_followed() -> None:
    assert places(
        ("a.css", "\np { background: url(no.png) } i { background: url(//x.org/a.png) }"),
        ("a.js", '\nimport { b } from "./no.js";\nfetch("https://x.org/");'),
        ("b.js", 'import "https://x.org/b.js"; import("/no.js");'),
        ("feed.xml", f"<rss>\n<link>{BASE}no/</link></rss>"),
        ("atom.xml", f'<feed xmlns:a="x">\n<a:link href="{BASE}no.xml"/></feed>'),
    ) == [
        ("site/a.css:2", "a request to another host: //x.org/a.png"),
        ("site/a.css:2", "a link leads nowhere: no.png"),
        ("site/a.js:3", "a request to another host: https://x.org/"),
        ("site/a.js:2", "a link leads nowhere: no.js"),
        ("site/atom.xml:2", "a link leads nowhere: no.xml"),
        ("site/b.js:1", "a request to another host: https://x.org/b.js"),
        ("site/b.js:1", "a link does not stay under the site's base path: /no.js"),
        ("site/feed.xml:2", "a link leads nowhere: no/"),
    ]


def test_files_that_cannot_be_read() -> None:
    assert places(
        ("a.html", b"\xff\xfe"),
        ("feed.xml", "<rss>\n<a></b></rss>"),
        ("i.svg", "<svg>"),
    ) == [
        ("site/a.html", "the file is not UTF-8"),
        ("site/feed.xml:2", "the file is not well-formed: mismatched tag"),
        ("site/i.svg:1", "the file is not well-formed: no element found"),
    ]


def test_a_lost_search_index_is_one_problem() -> None:
    indexed = page("<main data-pagefind-body>x</main>")
    script = ("assets/search.js", 'import("../pagefind/pagefind.js")')
    assert places(("articles/a/index.html", indexed), script) == [
        ("site/pagefind/pagefind.js", "the search index is missing")
    ]
    assert places(("articles/a/index.html", indexed), files=("pagefind/pagefind.js",)) == []
    assert places(("articles/a/index.html", page()), script) == []


def test_the_same_slip_on_many_pages_is_said_once() -> None:
    pages = [(f"a{number}.html", page('<a href="no/">no</a>')) for number in range(10)]
    assert places(*pages) == [
        ("site/a0.html:2", "a link leads nowhere: no/ (and in 9 more places)")
    ]


def test_few_alike_are_kept() -> None:
    few = [Finding(where=f"{number}", message="m") for number in range(3)]
    assert condense(few) == tuple(few)
