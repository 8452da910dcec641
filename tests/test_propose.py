from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers_project import CONFIG, RAIN, STORM, add, build, data, make, put, tree
from understanding.wire_reports import HARBOUR

from dossier.effects.project import Project
from dossier.writing import offers

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


# --- what was looked at before --------------------------------------------------------------


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Note for each topic at which articles a run looks."""
    found: list[tuple[str, list[str]]] = []
    honest = offers.propose

    def watched(topic: str, *given: object) -> object:
        found.append((topic, sorted(given[2])))  # type: ignore[call-overload]
        return honest(topic, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(offers, "propose", watched)
    return found


def test_only_what_offers_something_else_is_looked_at_again(
    tmp_path: Path, looked: list[tuple[str, list[str]]]
) -> None:
    home = make(tmp_path, articles={"a.md": RAIN, "b.md": STORM})
    assert add(home).offered == 4
    assert looked == [("regen", ["a", "b"]), ("sturm", ["a", "b"])]
    looked.clear()
    assert (add(home).offered, looked) == (0, [])
    put(home, "content/articles/b.md", STORM + "\nEin Orkan kam.\n")
    assert add(home).offered == 1
    assert looked == [("regen", ["b"]), ("sturm", ["b"])]
    looked.clear()
    page = text_of(tmp_path)
    put(home, PAGE, page[: page.index("\n## ")].replace("offered:", "was:"))
    assert add(home).offered == 1
    assert looked == [("regen", ["a", "b"])]


def test_a_topic_on_whose_page_nothing_can_be_noted_is_looked_at_each_time(
    tmp_path: Path, looked: list[tuple[str, list[str]]]
) -> None:
    home = make(tmp_path, articles={"a.md": RAIN})
    put(home, PAGE, "+++\n+++\n\nMein Text.\n")
    for _ in range(2):
        assert [one.where.partition(":")[0] for one in add(home).content.findings] == [PAGE]
    assert [topic for topic, _ in looked] == ["regen", "sturm", "regen"]


Step = Callable[[Project, random.Random], None]
TEXTS = (*HARBOUR, *RAIN.split("\n\n")[1:], *STORM.split("\n\n")[1:])


def write_article(home: Project, chance: random.Random) -> None:
    name, source = chance.choice("abcdef"), chance.choice(("Kurier", "Bote"))
    texts = chance.sample(TEXTS, 3) if chance.random() < 0.5 else [*HARBOUR, chance.choice(TEXTS)]
    head = f"title: {name}\ndate: {chance.choice((2022, 2023))}\nsource: {{name: {source}}}"
    put(home, f"content/articles/{name}.md", f"---\n{head}\n---\n\n" + "\n\n".join(texts) + "\n")


def delete_article(home: Project, chance: random.Random) -> None:
    (home.articles / f"{chance.choice('abcdef')}.md").unlink(missing_ok=True)


def delete_page(home: Project, chance: random.Random) -> None:
    (home.topics / "sturm" / f"{chance.choice((2022, 2023))}.md").unlink(missing_ok=True)


def shorten_page(home: Project, chance: random.Random) -> None:
    for page in sorted((home.topics / "regen").glob("2*.md")):
        head, mark, body = page.read_text(encoding="utf-8").partition("\n## ")
        kept = head if chance.random() < 0.5 else head.replace("offered:", "was:")
        page.write_text(kept + mark + body[: chance.randrange(len(body) + 1)], encoding="utf-8")


def change_terms(home: Project, chance: random.Random) -> None:
    term = chance.choice(("Niederschlag", "Fähre", "Straßen"))
    put(home, "dossier.toml", CONFIG.replace("Niederschlag", term))


STEPS: tuple[Step, ...] = (
    write_article, write_article, write_article,
    delete_article, delete_page, shorten_page, change_terms,
)  # fmt: skip


@pytest.mark.parametrize("seed", [63, 65, 66, 70])
def test_what_was_kept_never_changes_what_is_proposed(tmp_path: Path, seed: int) -> None:
    knowing, forgetful = make(tmp_path / "a"), make(tmp_path / "b")
    chance = random.Random(seed)  # noqa: S311 - always the same
    for _ in range(12):
        step, same = chance.choice(STEPS), chance.random()
        for home in (knowing, forgetful):
            step(home, random.Random(same))  # noqa: S311
        shutil.rmtree(forgetful.cache, ignore_errors=True)
        assert add(knowing).offered == add(forgetful).offered
        assert tree(knowing.content) == tree(forgetful.content)
