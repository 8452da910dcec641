from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, add, make, put, tree
from helpers_web import Answer, Site, running
from msgspec.structs import replace
from understanding.wire_reports import HARBOUR

from dossier import intake
from dossier.add import Added
from dossier.effects.fetch import Fetcher, Limits
from dossier.effects.project import Project
from dossier.inbox import Incoming

XML = {"Content-Type": "application/rss+xml"}

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Blatt</title><link>https://example.org/</link>
<item><title>Der Regen kommt</title><link>https://example.org/regen</link>
<pubDate>Wed, 13 Sep 2023 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>Der Regen begann am Morgen und hielt den ganzen Tag an. Am Abend
standen mehrere Straßen unter Wasser, wie die Feuerwehr mitteilte.</p>
<p>In der Altstadt liefen Keller voll; die Feuerwehr rückte bis Mitternacht mehr als hundertmal aus.
Verletzt wurde niemand. Die Stadt richtete für Anwohner eine Unterkunft in der Turnhalle ein.</p>
<p>Am Bahnhof standen die Züge bis zum Abend still, weil Wasser in ein Stellwerk gelaufen war. Die
Bahn setzte Busse ein, die wegen der gesperrten Straßen weite Umwege fahren mussten.</p>
<p>Der Wetterdienst hatte am Vortag vor Starkregen gewarnt und rechnet für die nächsten Tage mit
weiteren Schauern. Die Pegel der Flüsse steigen nach seinen Angaben noch bis zum Wochenende.</p>
<p>Der Sturm folgte am Donnerstag und deckte nach Angaben der Stadt viele Dächer ab.</p>]]>
</content:encoded></item>
<item><title>Nur ein Hinweis</title><link>https://example.org/hinweis</link></item>
</channel></rss>
"""


def test_a_feed_gives_its_articles_and_names_those_it_only_links_to(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"feed.xml": FEED})
    added = add(home)
    (article,) = added.content.articles.values()
    assert (article.id, article.title) == ("2023-09-13-der-regen-kommt", "Der Regen kommt")
    assert (article.date, article.source.url) == ("2023-09-13", "https://example.org/regen")
    (finding,) = added.content.findings
    assert (finding.level, "https://example.org/hinweis" in finding.hint) == ("note", True)
    again = add(home)
    assert again.articles == ()


PAGE = """<html lang=de><head><title>{title}</title><link rel=canonical href="{url}">
<meta property="article:published_time" content="2023-09-13"></head>
<body><article><h1>{title}</h1>
<p>Der Regen begann am Morgen und hielt den ganzen Tag über in der ganzen Stadt an.</p>
<p>Am Abend standen {streets} Straßen unter Wasser, wie die Feuerwehr am Ort mitteilte.</p>
<p>Verletzt wurde niemand, doch in mehreren Kellern stand das Wasser bis unter die Decke.</p>
</article></body></html>"""


def page(site: Site, path: str, *, title: str = "Der Regen", streets: str = "mehrere") -> str:
    """Put a page on a site; return its address."""
    url = site.url(path)
    site.pages[path] = Answer(PAGE.format(title=title, url=url, streets=streets).encode())
    return url


def fetched(home: Project, *addresses: str, dry: bool = False, **options: object) -> Added:
    with Fetcher(allow_private=True, limits=Limits(pause=0)) as fetcher:
        incoming = Incoming(addresses=addresses, fetcher=fetcher, dry=dry)
        return add(home, incoming=replace(incoming, **options))  # type: ignore[arg-type]


def kinds(added: Added) -> list[tuple[str, str]]:
    return [(one.kind, one.article) for one in added.arrivals]


def test_an_address_is_fetched_with_a_record_of_it(tmp_path: Path) -> None:
    home = make(tmp_path)
    with running() as site:
        url = page(site, "/stadt/der-regen.html")
        wanted = [url, site.url("/none.html"), "ftp://example.org/a"]
        with Fetcher() as careful:
            refused = add(home, incoming=Incoming(addresses=(url,), fetcher=careful))
        added = fetched(home, *wanted)
    (finding,) = refused.content.findings
    assert "private" in finding.message + finding.hint
    assert [one.where for one in added.content.findings] == wanted[1:]
    assert sorted(kind for kind, _ in kinds(added)) == ["new", "refused", "refused"]
    assert set(tree(home.originals)) == {"der-regen.html", "der-regen.html.source.json"}
    (article,) = added.content.articles.values()
    assert (article.title, article.source.url) == ("Der Regen", url)
    assert len(article.source.accessed) == len("2023-09-13")


def test_the_same_address_again_is_there_or_a_new_version(tmp_path: Path) -> None:
    home = make(tmp_path)
    with running() as site:
        url = page(site, "/der-regen.html")
        fetched(home, url)
        before = tree(home.content)
        assert kinds(fetched(home, url)) == [("present", "2023-09-13-der-regen")]
        site.pages["/der-regen.html"] = replace(
            site.pages["/der-regen.html"],
            body=site.pages["/der-regen.html"].body + b"<!-- another banner -->",  # type: ignore[operator]
        )
        assert kinds(fetched(home, url)) == [("present", "2023-09-13-der-regen")]
        assert tree(home.content) == before
        page(site, "/der-regen.html", streets="zwölf")
        added = fetched(home, url)
    assert kinds(added) == [("version", "2023-09-13-der-regen")]
    (article,) = added.content.articles.values()
    (version,) = article.versions
    assert (article.original, version.original) == (
        "originals/der-regen-2.html",
        "originals/der-regen.html",
    )
    assert version.reworded == (article.passages[1].id,)
    assert "zwölf Straßen" in article.passages[1].text
    assert {"der-regen.html", "der-regen-2.html"} <= set(tree(home.originals))
    assert add(home).arrivals == ()


LINKS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Blatt</title>
<link>https://example.org/</link>{items}</channel></rss>"""


def links(site: Site, *paths: str) -> str:
    items = "".join(f"<item><title>x</title><link>{site.url(path)}</link></item>" for path in paths)
    site.pages["/feed.xml"] = Answer(LINKS.format(items=items).encode(), headers=XML)
    return site.url("/feed.xml")


def test_what_a_feed_links_to_is_fetched_once(tmp_path: Path) -> None:
    home = make(tmp_path)
    with running() as site:
        page(site, "/eins", title="Der erste Regen")
        feed = links(site, "/eins", "/none", "/eins")
        first = fetched(home, feed)
        assert sorted(kind for kind, _ in kinds(first)) == ["new", "refused"]
        assert [one.where for one in first.content.findings] == [site.url("/none")]
        assert set(tree(home.originals)) == {
            "127-0-0-1-eins.html",
            "127-0-0-1-eins.html.source.json",
        }
        page(site, "/zwei", title="Der zweite Regen", streets="alle, aber auch wirklich alle")
        links(site, "/zwei", "/eins")
        site.asked.clear()
        assert sorted(kind for kind, _ in kinds(fetched(home, feed))) == ["new", "present"]
        assert "/eins" not in site.asked


def test_a_feed_with_too_many_links_is_followed_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_OF_A_FEED", 2)
    home = make(tmp_path)
    with running() as site:
        for number, word in enumerate(("eins", "zwei", "drei")):
            page(site, f"/{word}", title=f"Regen Nummer {word}", streets=f"{number} " + word * 3)
        feed = links(site, "/eins", "/zwei", "/drei")
        first = fetched(home, feed)
        assert len(first.articles) == 2
        assert "links to 3 articles; the first 2 were fetched" in first.content.findings[0].message
        again = fetched(home, feed)
    assert (len(again.articles), again.content.findings) == (1, [])


def test_links_of_a_feed_in_a_file_are_fetched_only_if_that_is_wanted(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    path = tmp_path / "feed.xml"
    with running() as site:
        page(site, "/eins")
        links(site, "/eins")
        body = site.pages["/feed.xml"].body
        assert isinstance(body, bytes)
        path.write_bytes(body)
        calm = fetched(home, paths=(path,))
        assert (calm.arrivals, site.asked) == ((), [])
        assert ["--fetch" in one.hint for one in calm.content.findings] == [True]
        assert tree(home.originals) == {}
        eager = fetched(home, paths=(path,), fetch=True)
    assert (len(eager.articles), eager.content.findings) == (1, [])
    assert "127-0-0-1-eins.html" in tree(home.originals)


def test_a_dry_run_says_what_would_come_in_and_writes_nothing(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.md": RAIN})
    add(home)
    inbox = Project(tmp_path / "inbox")
    put(inbox, "a.md", RAIN)
    put(inbox, "a-neu.md", RAIN.replace("am Morgen", "am frühen Morgen"))
    put(inbox, "b.md", STORM)
    put(inbox, "leer.txt", "")
    before = tree(tmp_path), _times(tmp_path)
    with running() as site:
        url = page(site, "/der-regen-kommt-wieder")
        added = fetched(home, url, paths=(inbox.root,), dry=True)
    assert (tree(tmp_path), _times(tmp_path)) == before
    assert {(one.kind, one.where.rpartition("/")[2], one.article) for one in added.arrivals} == {
        ("new", "b.md", "2022-11-b"),
        ("new", "der-regen-kommt-wieder", "2023-09-13-der-regen-kommt-wieder"),
        ("present", "a.md", "2023-05-04-a"),
        ("refused", "leer.txt", ""),
        ("version", "a-neu.md", "2023-05-04-a"),
    }
    assert set(added.content.articles) == {one.article for one in added.arrivals} - {""}
    wet = add(home, incoming=Incoming(paths=(inbox.root,)))
    assert [one for one in wet.arrivals if one.kind != "present"] == [
        one for one in added.arrivals if one.kind != "present" and one.where != url
    ]
    assert set(tree(home.originals)) == {"a.md", "a-neu.md", "b.md"}


def _times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_wire_copies_are_named_as_such(tmp_path: Path) -> None:
    home = make(tmp_path)
    with_source = "title: {0}\nsource: {0}\ndate: 2024-03-12\n\n{1}\n"
    for outlet in ("Blatt", "Kurier"):
        text = with_source.format(outlet, "\n\n".join(HARBOUR))
        put(home, f"content/originals/{outlet}.txt", text)
    copies = {one.article: one.copy_of for one in add(home).arrivals}
    assert copies == {"2024-03-12-blatt": "", "2024-03-12-kurier": "2024-03-12-blatt"}


def test_a_broken_record_is_a_finding_and_the_original_is_read(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "a.md.source.json": "{"})
    added = add(home)
    assert len(added.articles) == 1
    assert [one.where.partition(":")[0] for one in added.content.findings] == [
        "content/originals/a.md.source.json"
    ]


def messages(home: Project) -> dict[str, str]:
    return {one.where: one.message for one in add(home).content.findings}


def test_bad_originals_stay_where_they_are_and_the_good_is_built(tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n\n\t\n",
        "binary.txt": b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40,
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "head.md": b"---\ntitle: A: B\n---\n\nEin Satz.\n",
        "no-paragraph.md": b"# Nur ein Titel\n\n## Und noch einer\n",
        "letter.docx": b"PK\x03\x04",
    }
    home = make(tmp_path, originals={"good.md": RAIN, **bad})
    with (home.originals / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (home.originals / "link.txt").symlink_to("/etc/hostname")
    found = {
        where.removeprefix("content/originals/"): text for where, text in messages(home).items()
    }
    expected = {
        "empty.txt": "is empty",
        "blank.txt": "is empty",
        "binary.txt": "",
        "picture.txt": "",
        "head.md:2": "front matter does not parse",
        "no-paragraph.md": "not a single paragraph",
        "letter.docx": "damaged",
        "huge.txt": "too large: 50 MB",
        "link.txt": "leads out of",
    }
    assert set(found) == set(expected)
    assert all(part in found[name] for name, part in expected.items())
    assert list(tree(home.articles)) == ["2023-05-04-good.md"]
    assert {name: (home.originals / name).read_bytes() for name in bad} == bad
    assert {name.removeprefix("content/originals/") for name in messages(home)} == set(expected)


def test_bytes_that_are_no_text_in_any_encoding_name_the_file(tmp_path: Path) -> None:
    noise = bytes((n * 7919 + n // 3) % 256 for n in range(4000))
    home = make(tmp_path, originals={"noise.txt": noise})
    (finding,) = add(home).content.findings
    assert (finding.where, finding.level) == ("content/originals/noise.txt", "error")
    assert finding.hint


def test_two_originals_with_the_same_content_make_one_article(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": RAIN, "c.md": STORM})
    (finding,) = add(home).content.findings
    assert (finding.where, finding.level) == ("content/originals/b.md", "note")
    assert "the same as content/originals/a.md" in finding.message
    assert sorted(tree(home.articles)) == ["2022-11-c.md", "2023-05-04-a.md"]
    assert len(add(home).content.findings) == 1


def test_an_original_that_changed_is_told_and_its_article_stays(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    before = tree(home.articles)
    put(home, "content/originals/a.md", RAIN + "\nEin neuer Absatz.\n")
    (finding,) = add(home).content.findings
    assert finding.where == "content/originals/a.md"
    assert "changed after content/articles/2023-05-04-a.md was made from it" in finding.message
    assert tree(home.articles) == before


BLATT = (
    RAIN.replace("---\n", "---\nsource: Blatt\n", 1)
    + """
Die Feuerwehr pumpte bis in die Nacht hinein Keller leer, und auf der Umgehungsstraße standen
mehrere Wagen bis zu den Türen im Wasser, wie ein Sprecher der Stadt am nächsten Tag mitteilte.
"""
)
NEWER = BLATT.replace("bis zum Abend", "bis zum späten Abend") + "\nAm Freitag schien die Sonne.\n"
NEWEST = NEWER.replace("title: Der Regen kommt", "title: Der Regen kam und ging")


def only(home: Project) -> str:
    (path,) = home.articles.iterdir()
    return path.read_text(encoding="utf-8")


def test_versions_renew_the_article_and_topic_pages_keep_what_they_have(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": BLATT})
    add(home)
    topic = (home.topics / "regen/2023.md").read_text(encoding="utf-8")
    put(home, "content/originals/a-2.md", NEWER)
    added = add(home)
    assert kinds(added) == [("version", "2023-05-04-a")]
    assert added.arrivals[0].note == "1 block added, 1 block reworded"
    assert added.content.findings == []
    put(home, "content/originals/a-3.md", NEWEST)
    assert add(home).arrivals[0].note == "another title"
    (article,) = add(home).content.articles.values()
    assert (article.id, article.title, article.date) == (
        *("2023-05-04-a", "Der Regen kam und ging", "2023-05-04"),
    )
    assert [one.original for one in article.versions] == ["originals/a.md", "originals/a-2.md"]
    assert article.versions[0].added == (article.passages[-1].id,)
    assert article.versions[1].title == "Der Regen kommt"
    assert set(tree(home.originals)) == {"a.md", "a-2.md", "a-3.md"}
    after = (home.topics / "regen/2023.md").read_text(encoding="utf-8")
    assert topic.partition("---\n\n")[2] in after


def test_made_anew_from_its_originals_the_article_is_the_same(tmp_path: Path) -> None:
    home = make(tmp_path)
    for name, text in {"a.md": BLATT, "a-2.md": NEWER, "a-3.md": NEWEST}.items():
        put(home, f"content/originals/{name}", text)
        add(home)
    step_by_step = only(home)
    (home.articles / "2023-05-04-a.md").unlink()
    assert [kind for kind, _ in kinds(add(home))] == ["new", "version", "version"]
    assert only(home) == step_by_step


def test_a_former_version_again_is_nothing_new(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": BLATT, "a-2.md": NEWER})
    add(home)
    before = only(home)
    put(home, "content/originals/z.md", BLATT + "\n\n")
    for _ in range(2):
        added = add(home)
        assert kinds(added) == [("present", "2023-05-04-a")]
        (finding,) = added.content.findings
        assert (finding.where, finding.level) == ("content/originals/z.md", "note")
    assert only(home) == before


@pytest.mark.parametrize(
    "edit",
    [
        ("Die Straßen blieben leer", "Die Straßen waren leer"),
        ("\n---\n", "\nrights: link\n---\n"),
        ("title: Der Regen kommt", 'title: "Der Regen kommt"'),
        ("\n", "\r\n"),
        ("niemand wollte das Haus verlassen.\n", "niemand wollte das Haus verlassen.\n\n"),
    ],
    ids=["text", "front matter", "quotes", "newlines", "a blank line"],
)
def test_an_edited_article_is_not_touched_and_the_editor_is_told(
    tmp_path: Path, edit: tuple[str, str]
) -> None:
    home = make(tmp_path, originals={"a.md": BLATT})
    add(home)
    path = home.articles / "2023-05-04-a.md"
    path.write_bytes(path.read_bytes().decode().replace(*edit).encode())
    before = tree(home.content)
    put(home, "content/originals/a-2.md", NEWER)
    for _ in range(2):
        added = add(home)
        assert kinds(added) == [("edited", "2023-05-04-a")]
        (finding,) = added.content.findings
        assert (finding.where, finding.level) == ("content/articles/2023-05-04-a.md", "warning")
        assert "1 block added, 1 block reworded" in finding.message
        assert "“… hörte bis zum Abend nicht mehr …” → “… hörte bis zum späten" in finding.hint
        assert "“Am Freitag schien die Sonne.”" in finding.hint
        assert tree(home.content) == before | {"originals/a-2.md": NEWER.encode()}
    whole = path.read_text(encoding="utf-8")
    path.write_text(
        whole.replace("original:", "versions: [originals/a-2.md]\noriginal:", 1), encoding="utf-8"
    )
    assert (add(home).arrivals, add(home).content.findings) == ((), [])


def test_an_article_by_hand_stays_though_its_outlet_has_another_text(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"regen.md": BLATT})
    put(home, "content/originals/a.md", NEWER)
    added = add(home)
    assert kinds(added) == [("edited", "regen")]
    assert "not made from an original that is there" in added.content.findings[0].message
    assert (home.articles / "regen.md").read_text(encoding="utf-8") == BLATT


def test_without_the_former_original_nobody_knows_whether_it_was_edited(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": BLATT})
    add(home)
    before = tree(home.articles)
    (home.originals / "a.md").unlink()
    put(home, "content/originals/a-2.md", NEWER)
    assert kinds(add(home)) == [("edited", "2023-05-04-a")]
    assert tree(home.articles) == before


def test_a_feed_of_the_next_day_brings_only_what_is_new(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"feed.xml": FEED})
    add(home)
    changed = FEED.replace("mehr als hundertmal", "mehr als zweihundertmal")
    other = FEED.replace("Wed, 13 Sep", "Thu, 14 Sep")
    for name, text, expected in (
        ("feed-2.xml", other, "present"),
        ("feed-3.xml", changed, "version"),
        ("feed-4.xml", changed.replace("am Donnerstag", "am Freitag"), "version"),
    ):
        added = add(home, incoming=Incoming(paths=(put(Project(tmp_path), name, text),)))
        assert kinds(added) == [(expected, "2023-09-13-der-regen-kommt")]
    assert set(tree(home.originals)) == {"feed.xml", "feed-3.xml", "feed-4.xml"}
    (article,) = added.content.articles.values()
    assert len(article.versions) == 2


def test_what_cannot_be_read_is_not_kept_when_it_comes_from_outside(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    bad = put(Project(tmp_path), "leer.txt", "")
    added = add(home, incoming=Incoming(paths=(bad, put(Project(tmp_path), "a.md", RAIN))))
    assert [(one.where, one.level) for one in added.content.findings] == [(str(bad), "error")]
    assert sorted(kind for kind, _ in kinds(added)) == ["new", "refused"]
    assert list(tree(home.originals)) == ["a.md"]


def test_an_articles_own_id_is_taken_unless_it_is_taken(tmp_path: Path) -> None:
    named = [text.replace("---\n", "---\nid: mein-artikel\n", 1) for text in (RAIN, STORM)]
    home = make(tmp_path, originals={"a.md": named[0], "b.md": named[1]})
    add(home)
    assert sorted(tree(home.articles)) == ["2022-11-b.md", "mein-artikel.md"]


def test_two_originals_whose_ids_would_collide_both_come_in(tmp_path: Path) -> None:
    other = STORM.replace("2022-11", "2023-05-04")
    home = make(tmp_path, originals={"x/a.md": RAIN, "y/a.md": other})
    assert add(home).content.findings == []
    assert sorted(tree(home.articles)) == ["2023-05-04-a-2.md", "2023-05-04-a.md"]


def test_a_name_that_is_no_utf_8_stops_nobody(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": STORM})
    odd = home.originals / os.fsdecode(b"M\xfcller.md")
    odd.write_text(RAIN, encoding="utf-8")
    assert add(home).content.findings == []
    assert len(tree(home.articles)) == 2
    assert add(home).articles == ()


@pytest.mark.parametrize("broken", ["title: A: B", "rights: privat", "id: ../x"])
def test_an_article_broken_by_its_editor_is_not_made_a_second_time(
    tmp_path: Path, broken: str
) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    before = tree(home.content)
    (path,) = home.articles.iterdir()
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("date:", f"{broken}\ndate:", 1), encoding="utf-8")
    added = add(home)
    assert [one.level for one in added.content.findings] == ["error"]
    assert added.articles == ()
    path.write_text(whole, encoding="utf-8")
    assert add(home).content.findings == []
    assert tree(home.content) == before


@pytest.mark.parametrize("broken", ["first line", "last line", "a value", "its hash"])
def test_an_article_whose_front_matter_is_broken_is_not_made_a_second_time(
    tmp_path: Path, broken: str
) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    (article,) = home.articles.glob("*.md")
    text = article.read_text(encoding="utf-8")
    wrong = {
        "first line": text.removeprefix("---\n"),
        "last line": text.replace("\n---\n", "\n", 1),
        "a value": text.replace("title: ", 'title: "', 1),
        "its hash": text.replace("original_sha256: ", "hash of original_sha256: ", 1),
    }[broken]
    assert wrong != text
    article.write_text(wrong, encoding="utf-8")
    assert add(home).articles == ()
    assert list(home.articles.glob("*.md")) == [article]
    article.write_text(text, encoding="utf-8")
    assert add(home).articles == ()
    assert list(home.articles.glob("*.md")) == [article]


def test_the_keys_of_new_articles_are_those_that_the_next_run_finds(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN}, articles={"b.md": STORM})
    dry = add(home, incoming=Incoming(dry=True)).content
    first = add(home).content
    assert len(first.keys) == 2
    assert dry.keys == first.keys == add(home).content.keys
    assert first.keys.keys() == first.articles.keys()
    put(home, "content/articles/b.md", STORM + "\nNeu.\n")
    changed = {name for name, key in add(home).content.keys.items() if first.keys[name] != key}
    assert changed == {"b"}
