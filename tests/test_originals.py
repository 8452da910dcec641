from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, make, put

from dossier import originals
from dossier.content import Content
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import Finding
from dossier.model import Article, Draft, Version, packed
from dossier.originals import Original, keep_readings, known_readings, only_links, read_all, scan
from dossier.reading.entries import Entry
from dossier.reading.record import Record


def content(home: Project, *articles: Article) -> Content:
    config = home.config()
    held = {article.id: article for article in articles}
    return Content(config=config, topics=config.topic_values(), articles=held)


def test_each_original_becomes_a_draft_or_a_finding_in_order() -> None:
    made = read_all(
        [
            Original("content/originals/a.md", RAIN.encode(), ""),
            Original("content/originals/b.txt", b"", ""),
            Original("content/originals/c.txt", b"The rain fell on the old town all day.\n", ""),
        ]
    )
    ((_, rain),), ((_, english),) = made[0].drafts, made[2].drafts
    assert made[1].drafts == ()
    assert made[1].findings == (
        Finding(
            where="content/originals/b.txt",
            message="the file is empty",
            hint="delete it or fill it",
            level="error",
        ),
    )
    assert (rain.title, rain.lang, english.lang) == ("Der Regen kommt", "de", "en")


def test_what_was_fetched_says_where_and_when(tmp_path: Path) -> None:
    when = datetime(2023, 9, 13, 8, tzinfo=UTC)
    address = "https://example.org/regen.html"
    record = Record(url=address, final_url=address, accessed=when, sha256="0" * 64, status=200)
    path = tmp_path / "page.md"
    path.write_text(RAIN, encoding="utf-8")
    (held,) = read_all([Original(address, None, "", record, path, "originals/page.md")])
    ((name, draft),) = held.drafts
    assert (name, draft.source.url, draft.source.accessed) == ("page", address, "2023-09-13")


def test_a_file_that_went_away_is_a_finding(tmp_path: Path) -> None:
    (held,) = read_all([Original("a.md", None, "", path=tmp_path / "a.md")])
    assert held.findings[0].message == "the file cannot be read: No such file or directory"


def test_fresh_is_what_no_article_and_no_version_was_made_of(tmp_path: Path) -> None:
    names = ["b.md", "a-10.md", "a-2.md", "a.md", "old.md", "said.md", "now.md"]
    home = make(tmp_path, originals={name: f"{RAIN}\n{name}\n" for name in names})
    hashes = {
        path.name: original.sha256
        for original in scan(home, content(home)).fresh
        if (path := Path(original.where))
    }
    article = Article(
        id="x",
        title="X",
        body=packed(()),
        original="originals/now.md",
        original_sha256=hashes["now.md"],
        versions=(
            Version(original="gone.md", original_sha256=hashes["old.md"]),
            Version(original="originals/said.md"),
        ),
    )
    shelf = scan(home, content(home, article))
    assert [one.name for one in shelf.fresh] == ["a.md", "a-2.md", "a-10.md", "b.md"]
    assert set(shelf.known.values()) == {f"content/originals/{name}" for name in names}


def test_what_was_read_in_vain_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    first, second = scan(home, content(home)).fresh
    store = Store(home.cache / "cache.sqlite")
    (held,) = read_all([first])
    keep_readings(store, [(first, held)])
    assert known_readings(store, [first, second]) == {first.where: held}
    monkeypatch.setattr("dossier.reading.read.read_many", None)
    assert originals.read_cached(store, 1, [first]) == [held]
    put(home, "content/originals/a.md", RAIN + "\nMehr.\n")
    assert known_readings(store, scan(home, content(home)).fresh) == {}
    store.close()


def test_links_of_a_feed_are_named_with_the_way_to_their_text() -> None:
    links = [
        Entry(name=str(number), draft=Draft(blocks=()), url=f"https://example.org/{number}")
        for number in range(9)
    ]
    finding = only_links("feed.xml", links)
    assert (finding.level, "links to 9 of its articles" in finding.message) == ("note", True)
    assert "--fetch" in finding.hint
    assert finding.hint.endswith(" ".join(link.url for link in links[:3]))
