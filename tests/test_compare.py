from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers_project import CONFIG, add, build, data, make, put
from understanding.wire_reports import HARBOUR

from dossier.model import Article, Copies
from dossier.understanding import copies, shingles
from dossier.understanding.shingles import TextPrint

read = shingles.text_prints
PAGE = "content/topics/faehre/2024.md"
TOPIC = '[[topics]]\nid = "faehre"\ntitle = "Fähre"\nterms = ["Fähre", "Reederei"]\n'
SETTINGS = CONFIG.replace("[search]", f"{TOPIC}\n[search]")


def report(source: str, *texts: str, head: str = "") -> str:
    front = f"title: Bei {source}\ndate: 2024-03-12\nsource: {{name: {source}}}\n{head}"
    return f"---\n{front}---\n\n" + "\n\n".join(texts or HARBOUR) + "\n"


def page(home_root: Path) -> str:
    return (home_root / PAGE).read_text(encoding="utf-8")


def test_a_report_in_two_outlets_is_put_on_its_topics_page_once(tmp_path: Path) -> None:
    own = "Die Fähre liegt nun am Kai, und eine Schulklasse aus Eutin wartet auf den Bus."
    home = make(tmp_path, config=SETTINGS, articles={
        "a.md": report("Kurier"), "b.md": report("Bote", own, *HARBOUR[:5]),
    })  # fmt: skip
    added = add(home)
    (group,) = added.content.copies.groups
    assert (group.lead, group.copies, group.agencies) == ("a", ("b",), ("dpa",))
    assert page(tmp_path).count("Nach einem Brand auf der Fähre") == 1
    assert "<!-- passage b#" in page(tmp_path)  # what it alone has
    assert page(tmp_path).count("<!-- passage b#") == 1
    assert add(home).offered == 0


def test_a_copy_that_comes_later_adds_nothing_though_it_leads(tmp_path: Path) -> None:
    home = make(tmp_path, config=SETTINGS, articles={"b.md": report("Bote")})
    add(home)
    before = page(tmp_path)
    put(home, "content/articles/a.md", report("Kurier"))
    added = add(home)
    assert added.content.copies.groups[0].lead == "a"
    assert added.offered == 0
    assert page(tmp_path) == before


def test_an_editor_has_the_last_word(tmp_path: Path) -> None:
    home = make(tmp_path, config=SETTINGS, articles={
        "a.md": report("Kurier"), "b.md": report("Bote", head="copy_of: none\n"),
    })  # fmt: skip
    added = add(home)
    assert added.content.copies.groups == ()
    assert page(tmp_path).count("Nach einem Brand auf der Fähre") == 2
    put(home, "content/articles/b.md", report("Bote", "Kurz.", head="copy_of: a\n"))
    build(home)
    assert data(home)["copies"] == [{"lead": "a", "articles": ["b"], "agency": ["dpa"]}]
    put(home, "content/articles/b.md", report("Bote", "Kurz.", head="copy_of: aa\n"))
    (finding,) = add(home).content.findings
    assert finding.where == "content/articles/b.md"
    assert "no such article" in finding.message
    assert finding.hint == "did you mean `a`?"


def test_the_outlet_that_may_be_shown_in_full_leads(tmp_path: Path) -> None:
    rights = '[[sources]]\nname = "Agenturdienst"\nrights = "link"\n'
    home = make(tmp_path, config=SETTINGS.replace("[search]", f"{rights}\n[search]"), articles={
        "a.md": report("Agenturdienst"), "b.md": report("Bote"),
    })  # fmt: skip
    assert add(home).content.copies.groups[0].members == ("b", "a")


def test_nothing_is_compared_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = make(tmp_path, articles={"a.md": report("Kurier"), "b.md": report("Bote")})
    first = add(home).content.copies
    monkeypatch.setattr(copies, "compare", None)
    monkeypatch.setattr(shingles, "text_prints", None)
    assert add(home).content.copies == first


def test_what_was_changed_is_compared_without_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path, articles={"a.md": report("Kurier"), "b.md": report("Bote")})
    add(home)
    monkeypatch.setattr(copies, "compare", None)
    monkeypatch.setattr(shingles, "text_prints", only_text_of({"c"}))
    put(home, "content/articles/c.md", report("Anzeiger"))
    assert [group.members for group in add(home).content.copies.groups] == [("a", "b", "c")]
    monkeypatch.setattr(shingles, "text_prints", only_text_of({"a"}))
    put(home, "content/articles/a.md", report("Kurier", "Ganz anderes."))
    assert [group.members for group in add(home).content.copies.groups] == [("b", "c")]
    monkeypatch.setattr(shingles, "text_prints", None)
    (tmp_path / "content/articles/b.md").unlink()
    assert add(home).content.copies == Copies()


def only_text_of(names: set[str]) -> Callable[[list[Article]], list[TextPrint]]:
    def text_prints(articles: list[Article]) -> list[TextPrint]:
        assert {one.id for one in articles} == names
        return read(articles)

    return text_prints


def test_other_rights_make_another_lead_and_no_text_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = {"a.md": report("Agenturdienst"), "b.md": report("Bote")}
    home = make(tmp_path, config=SETTINGS, articles=articles)
    assert add(home).content.copies.groups[0].members == ("a", "b")
    monkeypatch.setattr(shingles, "text_prints", None)
    rights = '[[sources]]\nname = "Agenturdienst"\nrights = "link"\n'
    put(home, "dossier.toml", SETTINGS.replace("[search]", f"{rights}\n[search]"))
    assert add(home).content.copies.groups[0].members == ("b", "a")


@pytest.mark.parametrize("broken", ["", "x", None])
def test_without_what_is_kept_all_is_compared_anew(tmp_path: Path, broken: str | None) -> None:
    home = make(tmp_path, articles={"a.md": report("Kurier"), "b.md": report("Bote")})
    add(home)
    kept = home.cache / "shingles"
    kept.unlink() if broken is None else kept.write_text(broken, encoding="utf-8")
    put(home, "content/articles/c.md", report("Anzeiger"))
    assert [group.members for group in add(home).content.copies.groups] == [("a", "b", "c")]


def test_an_incremental_site_is_the_clean_one(tmp_path: Path) -> None:
    home = make(tmp_path, config=SETTINGS, articles={"a.md": report("Kurier")})
    build(home)
    put(home, "content/articles/b.md", report("Bote"))
    build(home)
    step = {path: path.read_bytes() for path in home.site.rglob("*") if path.is_file()}
    build(home, force=True)
    assert step == {path: path.read_bytes() for path in home.site.rglob("*") if path.is_file()}
