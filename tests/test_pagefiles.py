from __future__ import annotations

from pathlib import Path

import pytest
from helpers_project import CONFIG, make, put

from dossier import pagefiles
from dossier.content import Content
from dossier.effects.project import Project, digest, read_text
from dossier.effects.store import Store
from dossier.pagefiles import load_pages

PAGE = "---\noffered:\n  a: [p-00000000]\n---\n\n## Eigenes\n"


def load(home: Project, sha256: str = "") -> Content:
    config = home.config()
    hashes = {"content/topics/regen/2023.md": sha256}
    content = Content(config=config, topics=config.topic_values(), hashes=hashes)
    store = Store(home.cache / "cache.sqlite")
    try:
        load_pages(home, store, content)
    finally:
        store.close()
    return content


def test_topic_pages_introductions_and_free_pages(tmp_path: Path) -> None:
    home = make(
        tmp_path,
        files={
            "content/topics/regen/index.md": "---\ntitle: R\n---\n\nWarum es regnet.\n",
            "content/topics/regen/2023.md": PAGE,
            "content/topics/sturm/undated.md": PAGE,
            "content/pages/ueber-uns.md": "Wir.\n",
            "content/pages/impressum.md": '+++\ntitle = "Wer wir sind"\n+++\nIch.\n',
        },
    )
    content = load(home)
    assert content.findings == []
    assert content.introductions["regen"].markdown == "Warum es regnet."
    assert [(page.topic, page.year) for page in content.pages] == [
        ("regen", "2023"),
        ("sturm", "undated"),
    ]
    assert content.pages[0].offered == {"a": ("p-00000000",)}
    assert [(page.name, page.title) for page in content.free_pages] == [
        ("impressum", "Wer wir sind"),
        ("ueber-uns", "Ueber uns"),
    ]


def test_what_lies_at_a_wrong_place_is_reported(tmp_path: Path) -> None:
    home = make(
        tmp_path,
        files={
            "content/topics/regne/2023.md": PAGE,
            "content/topics/regen/notes.md": "x",
            "content/topics/lose.md": "x",
            "content/topics/regen/2023/deep.md": "x",
            "content/pages/search.md": "x",
            "content/pages/a b.md": "x",
            "content/pages/sub/a-b.md": "x",
        },
    )
    content = load(home)
    assert content.pages == []
    assert [page.name for page in content.free_pages] == ["a-b"]
    found = {one.where: (one.message, one.hint) for one in content.findings}
    assert found["content/topics/regne/2023.md"] == (
        "there is no topic `regne` in dossier.toml; the page is not shown",
        "did you mean `regen`?",
    )
    assert "no year page" in found["content/topics/regen/notes.md"][0]
    assert "no topic `lose.md`" in found["content/topics/lose.md"][0]
    assert "not shown" in found["content/topics/regen/2023/deep.md"][0]
    assert "the program has a page of its own at `search/`" in found["content/pages/search.md"][0]
    assert "content/pages/a b.md has a page" in found["content/pages/sub/a-b.md"][0]
    assert len(found) == 6


def test_the_name_of_a_free_page_cannot_leave_its_folder(tmp_path: Path) -> None:
    home = make(tmp_path)
    for name in ("feed.xml.md", "Über uns & mehr.md", "...md", "<b>.md", "a#b?c.md"):
        put(home, f"content/pages/x{name}", "Text")
    names = [page.name for page in load(home).free_pages]
    assert sorted(names) == ["x", "x-b", "xa-b-c", "xfeed-xml", "xueber-uns-mehr"]


def test_topic_pages_that_do_not_parse_stop_only_their_topic(tmp_path: Path) -> None:
    home = make(
        tmp_path,
        files={
            "content/topics/regen/2023.md": "---\noffered: nichts\n---\n",
            "content/topics/sturm/2023.md": PAGE,
            "content/topics/sturm/index.md": "---\ntitle: A: B\n---\n",
            "content/pages/a.md": b"\xff",
        },
    )
    content = load(home)
    assert content.unreadable_topics == {"regen", "sturm"}
    assert [page.topic for page in content.pages] == ["sturm"]
    assert [one.where for one in content.findings] == [
        "content/topics/regen/2023.md:2",
        "content/topics/sturm/index.md:2",
        "content/pages/a.md:1",
    ]


# --- the last publication -------------------------------------------------------------------


def test_the_record_of_the_last_publication_is_read(tmp_path: Path) -> None:
    home = make(tmp_path)
    assert load(home).published is None
    (home.content / "published.json").write_text('{"articles":{"a":"1"}}', encoding="utf-8")
    assert load(home).published == {"a": "1"}


def test_a_broken_record_is_reported_and_counts_as_none(tmp_path: Path) -> None:
    home = make(tmp_path)
    (home.content / "published.json").write_text("{", encoding="utf-8")
    content = load(home)
    assert content.published is None
    assert [one.where for one in content.findings] == ["content/published.json"]


def test_the_editors_own_versions_in_another_language_of_the_site(tmp_path: Path) -> None:
    config = CONFIG.replace('["de"]', '["de", "en"]')
    home = make(tmp_path, config=config)
    put(home, "content/topics/regen/index.md", "Deutsch")
    put(home, "content/topics/regen/index.en.md", "English")
    put(home, "content/topics/regen/index.fr.md", "Français")
    put(home, "content/pages/en.md", "Text")
    content = load(home)
    assert {key: page.markdown for key, page in content.introductions.items()} == {
        "regen": "Deutsch",
        "regen.en": "English",
    }
    assert [(one.where, one.message.split(";")[0]) for one in content.findings] == [
        ("content/topics/regen/index.fr.md", "this is no year page"),
        ("content/pages/en.md", "the program has a page of its own at `en/`"),
    ]


def test_a_page_that_is_known_by_its_hash_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path, files={"content/topics/regen/2023.md": PAGE})
    read: list[str] = []

    def watched(project: Project, path: Path) -> str:
        read.append(path.name)
        return read_text(project, path)

    monkeypatch.setattr(pagefiles, "read_text", watched)
    sha256 = digest(PAGE.encode())
    first, again = load(home, sha256), load(home, sha256)
    assert (first.pages, first.page_keys) == (again.pages, again.page_keys)
    assert (len(again.pages), read) == (1, ["2023.md"])
    put(home, "content/topics/regen/2023.md", PAGE.replace("Eigenes", "Neues"))
    assert [one.markdown for one in load(home, "0" * 64).pages[0].items] == ["Neues"]
    assert load(home).page_keys != first.page_keys
