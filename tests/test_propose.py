from __future__ import annotations

from pathlib import Path

from helpers_project import CONFIG, RAIN, STORM, add, build, data, make, put, tree

PAGE = "content/topics/regen/2023.md"


def text_of(home_root: Path, name: str = PAGE) -> str:
    return (home_root / name).read_text(encoding="utf-8")


def test_passages_come_to_the_page_of_their_topic_and_year(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    assert add(home).offered == 4
    assert sorted(tree(home.topics)) == [
        *("regen/2022.md", "regen/2023.md", "regen/index.md"),
        *("sturm/2022.md", "sturm/index.md"),
    ]
    page = text_of(tmp_path)
    assert page.startswith("---\ntitle: Regen 2023\noffered:\n  2023-05-04-a: [p-")
    assert "## [Der Regen kommt](../../articles/2023-05-04-a.md) — 2023-05-04" in page
    assert page.count("<!-- passage 2023-05-04-a#p-") == 1
    assert "why=" in page
    assert "Die Straßen blieben leer" not in page


def test_what_was_offered_once_is_not_offered_again(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    build(home)
    page = text_of(tmp_path)
    head = page[: page.index("\n## ")]
    put(home, PAGE, head + "\n")
    for _ in range(2):
        assert build(home).offered == 0
        assert text_of(tmp_path) == head + "\n"
    assert data(home)["topics"][0]["passages"] == []


def test_a_new_article_comes_in_and_every_byte_of_the_editor_stays(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    edited = text_of(tmp_path).replace(
        "Der Regen begann am Morgen", "Mein Satz.\n\nDer *Regen* begann früh am Morgen"
    )
    put(home, PAGE, edited + "\r\nZum Schluss: mein Kommentar.\r\n")
    put(home, "content/originals/b.md", STORM.replace("2022-11", "2023-11"))
    assert add(home).offered == 3
    now = text_of(tmp_path)
    rest = iter(now)
    before = (edited + "\r\nZum Schluss: mein Kommentar.\r\n").replace("\n", "")
    assert all(character in rest for character in before.replace("\r", ""))
    assert "Der Regen nach dem Sturm" in now


def test_a_new_topic_and_a_new_term_are_offered(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    add(home)
    put(
        home,
        "dossier.toml",
        CONFIG.replace('"Niederschlag"', '"Straße"')
        + '[[topics]]\nid = "haus"\ntitle = "Haus"\nterms = ["Haus"]\n',
    )
    assert add(home).offered == 2
    assert "Die Straßen blieben leer" in text_of(tmp_path)
    assert "Die Straßen blieben leer" in text_of(tmp_path, "content/topics/haus/2023.md")


def test_an_introduction_is_made_once_and_then_the_editors(tmp_path: Path) -> None:
    home = make(tmp_path)
    build(home)
    name = "content/topics/regen/index.md"
    assert text_of(tmp_path, name) == "---\ntitle: Regen\n---\n\n"
    (tmp_path / name).unlink()
    build(home)
    assert not (tmp_path / name).exists()
    put(home, name, "Mein Text.\n")
    build(home)
    assert text_of(tmp_path, name) == "Mein Text.\n"
    assert "Mein Text." in (home.site / "topics/regen/index.html").read_text(encoding="utf-8")


def test_to_a_topic_that_cannot_be_read_nothing_is_offered(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN.replace("2023-05-04", "2024")})
    broken = "---\noffered: nichts\n---\n"
    put(home, PAGE, broken)
    added = add(home)
    assert [one.where for one in added.content.findings] == [f"{PAGE}:2"]
    assert added.offered == 0
    assert list(tree(home.topics / "regen")) == ["2023.md"]
    put(home, PAGE, "---\n---\n")
    assert add(home).offered == 1


def test_a_page_on_which_nothing_can_be_noted_is_left_alone(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    mine = '+++\ntitle = "Regen"\n+++\n\nMein Text.\n'
    put(home, PAGE, mine)
    added = add(home)
    assert [one.where.partition(":")[0] for one in added.content.findings] == [PAGE]
    assert text_of(tmp_path) == mine
    assert added.offered == 3  # the storm's


def test_the_editors_word_for_a_whole_article_counts_alone(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN.replace("date:", "topics: [sturm]\ndate:")})
    build(home)
    by_topic = {topic["id"]: topic["passages"] for topic in data(home)["topics"]}
    assert by_topic["regen"] == []
    assert len(by_topic["sturm"]) == 2


def test_without_a_date_a_passage_is_filed_as_undated(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": RAIN.replace("date: 2023-05-04\n", "")})
    add(home)
    page = text_of(tmp_path, "content/topics/regen/undated.md")
    assert page.startswith("---\ntitle: Regen\n")
    assert "Der Regen begann" in page
