from __future__ import annotations

from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, add, make, put
from msgspec.structs import replace

from dossier.content import Content, Loaded, load_articles, parse_articles
from dossier.effects.project import Project, digest, read_bytes
from dossier.effects.store import Store
from dossier.errors import Finding
from dossier.pagefiles import load_pages


def load(home: Project) -> Content:
    config = home.config()
    content = Content(config=config, topics=config.topic_values())
    store = Store(home.cache / "cache.sqlite")
    try:
        load_articles(home, store, 1, content)
        load_pages(home, store, content)
    finally:
        store.close()
    return content


def only(content: Content) -> Finding:
    (finding,) = content.findings
    return finding


def test_articles_come_by_id_from_any_folder_below(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": RAIN, "2022/b.md": STORM})
    content = load(home)
    assert content.findings == []
    assert {key: one.path for key, one in content.articles.items()} == {
        "a": "content/articles/a.md",
        "b": "content/articles/2022/b.md",
    }


def test_of_two_articles_with_an_id_the_first_is_taken(tmp_path: Path) -> None:
    home = make(
        tmp_path, articles={"a.md": RAIN, "b.md": STORM.replace("---\n", "---\nid: a\n", 1)}
    )
    content = load(home)
    assert [one.title for one in content.articles.values()] == ["Der Regen kommt"]
    finding = only(content)
    assert (finding.where, finding.level) == ("content/articles/b.md", "error")
    assert "its id `a` is already that of content/articles/a.md" in finding.message
    assert "another `id:`" in finding.hint


def test_an_unknown_topic_names_the_nearest_and_the_article_stays(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": RAIN.replace("date:", "topics: [regenn]\ndate:")})
    content = load(home)
    assert list(content.articles) == ["a"]
    finding = only(content)
    assert finding.where == "content/articles/a.md"
    assert (finding.message, finding.hint) == (
        "there is no topic `regenn`",
        "did you mean `regen`?",
    )


def test_articles_that_cannot_be_used_name_place_and_fix(tmp_path: Path) -> None:
    home = make(
        tmp_path,
        articles={
            "good.md": RAIN,
            "latin.md": "---\ntitle: A\n---\n\nTäglich.\n".encode("cp1252"),
            "yaml.md": "---\ntitle: A: B\n---\n\nText.\n",
            "open.md": "---\ntitle: A\n\nText.\n",
            "empty.md": "",
            "rights.md": RAIN.replace("date:", "rights: privat\ndate:"),
            "id.md": RAIN.replace("---\n", "---\nid: ../x\n", 1),
        },
    )
    content = load(home)
    assert list(content.articles) == ["good"]
    assert {
        one.where.removeprefix("content/articles/"): one.message for one in content.findings
    } == {
        "latin.md:5": "the file is not UTF-8",
        "yaml.md:2": "the front matter does not parse: mapping values are not allowed in this "
        "context",
        "open.md:1": "the front matter has no end",
        "empty.md": "the article has no text",
        "rights.md:3": "`privat` is no kind of rights; the article is left out, so that nothing is "
        "shown that may not be",
        "id.md:2": "`../x` cannot be an article's id",
    }
    assert all(one.level == "error" and one.hint for one in content.findings)


def test_what_an_articles_file_says_wrong_is_found_again_from_the_cache(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": RAIN.replace("2023-05-04", "gestern"), "b.md": ""})
    first = load(home)
    assert [one.where for one in first.findings] == [
        "content/articles/a.md:3",
        "content/articles/b.md",
    ]
    assert load(home).findings == first.findings


def test_a_folder_or_link_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": RAIN})
    (home.articles / "b.md").symlink_to(home.root / "nothing")
    content = load(home)
    assert list(content.articles) == ["a"]
    assert "cannot be read: No such file" in only(content).message


def test_parsing_gives_a_result_for_each_file_in_order() -> None:
    results = parse_articles([("a.md", RAIN.encode()), ("b.md", b"\xff"), ("c.md", STORM.encode())])
    assert [bool(one.article) for one in results] == [True, False, True]
    assert [finding.where for finding in results[1].findings] == ["b.md:1"]


def test_originals_of_articles_that_cannot_be_used_are_known(tmp_path: Path) -> None:
    sha256 = "0123456789abcdef" * 4
    broken = f"---\ntitle: A: B\noriginal_sha256: '{sha256}'\n---\n\nText.\n"
    content = load(make(tmp_path, articles={"a.md": broken}))
    assert content.claimed == {sha256}


def test_links_that_leave_the_dossier_are_refused_wherever_they_are(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    home = make(tmp_path / "home", articles={"a.md": RAIN}, files={"content/pages/x.md": "x"})
    for name in ("a.md", "2023.md", "deep/a.md"):
        put(Project(outside), name, RAIN)
    (home.articles / "b.md").symlink_to(outside / "a.md")
    (home.articles / "more").symlink_to(outside)
    (home.articles / "c.md").symlink_to(home.articles / "a.md")
    (home.topics / "regen").mkdir(parents=True)
    (home.topics / "regen/2023.md").symlink_to(outside / "2023.md")
    (home.topics / "sturm").symlink_to(outside)
    (home.pages / "y.md").symlink_to(outside / "a.md")
    (home.pages / "z").symlink_to(outside)
    content = load(home)
    out = "this link leads out of the dossier's folder"
    assert [one.where for one in content.findings if one.message == out] == [
        "content/articles/b.md",
        "content/articles/more",
        "content/topics/sturm",
        "content/topics/regen/2023.md",
        "content/pages/y.md",
        "content/pages/z",
    ]
    assert set(content.articles) == {"a", "c"}  # a link that stays inside is as good as a file
    assert [page.name for page in content.free_pages] == ["x"]
    assert content.unreadable_topics == {"regen", "sturm"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.md": RAIN})
    (tmp_path / "outside").mkdir()
    (home.topics).mkdir()
    (home.topics / "regen").symlink_to(tmp_path / "outside")
    (home.topics / "sturm").symlink_to(tmp_path / "nowhere")
    added = add(home)
    assert (len(added.articles), added.offered) == (1, 0)
    assert list((tmp_path / "outside").iterdir()) == []
    assert not (tmp_path / "nowhere").exists()


def test_what_is_known_by_its_hash_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path, articles={"a.md": RAIN, "b.md": STORM})
    paths = [home.articles / name for name in ("a.md", "b.md")]
    hashes = {home.name(path): digest(path.read_bytes()) for path in paths}
    store = Store(home.cache / "cache.sqlite")
    load_articles(home, store, 1, Content(config=home.config(), topics=()))

    def loaded() -> Content:
        content = Content(config=home.config(), topics=(), hashes=hashes)
        load_articles(home, store, 1, content)
        return content

    read: list[str] = []

    def watched(project: Project, path: Path, limit: int | None = None) -> bytes:
        read.append(path.name)
        return read_bytes(project, path, limit)

    monkeypatch.setattr("dossier.content.read_bytes", watched)
    assert (len(loaded().articles), read) == (2, [])
    # Its hash is not that of what is there now: what is there counts.
    paths[0].write_text(RAIN.replace("Der Regen kommt", "Neu"), encoding="utf-8")
    hashes[home.name(paths[0])] = "0" * 64
    assert "Neu" in [one.title for one in loaded().articles.values()]
    assert read == ["a.md"]


def test_an_article_that_was_damaged_in_the_cache_is_read_again(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": RAIN})
    (path,) = home.articles.glob("*.md")
    store = Store(home.cache / "cache.sqlite")
    whole = load(home)
    key, one = whole.keys["a"], whole.articles["a"]
    store.keep("article", {key: Loaded(article=replace(one, body=one.body[:-9] + b"x" * 9))})
    content = Content(
        config=home.config(), topics=(), hashes={home.name(path): digest(path.read_bytes())}
    )
    load_articles(home, store, 1, content)
    assert content.articles == whole.articles
