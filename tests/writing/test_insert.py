from __future__ import annotations

import pytest

from dossier import blocks
from dossier.errors import PageFileError
from dossier.found import TopicMatch
from dossier.model import Article, packed
from dossier.writing import topicpage
from dossier.writing.insert import Addition, insert, new_page

PATH = "content/topics/t/2023.md"


def article(identifier: str, date: str, *texts: str) -> Article:
    made = blocks.number(blocks.make("paragraph", text) for text in texts)
    return Article(id=identifier, title=f"Titel {identifier}", date=date, body=packed(made))


def addition(one: Article, *numbers: int, settled: tuple[str, ...] = ()) -> Addition:
    chosen = [one.blocks[number] for number in numbers]
    return Addition(
        article=one,
        passages=tuple(
            (block, TopicMatch(topic="t", passage=block.id, score=0.5, why=("Wort",)))
            for block in chosen
        ),
        settled=settled,
    )


OLD = article("old", "2023-01", "Eins alt.", "Zwei alt.", "Drei alt.")
MID = article("mid", "2023-05-01", "Eins mittel.")
NEW = article("new", "2023-09", "Eins neu.", "Zwei neu.")
ALL = {one.id: one for one in (OLD, MID, NEW)}


def passages(text: str) -> list[str]:
    page = topicpage.parse(text, topic="t", year="2023", path=PATH)
    return [item.markdown for item in page.items if item.kind == "passage"]


def test_a_new_page_reads_well_and_remembers_what_it_offers() -> None:
    text = new_page("T 2023", [addition(OLD, 0, 1), addition(NEW, 0)])
    first = OLD.blocks[0].id
    assert text.startswith("---\ntitle: T 2023\noffered:\n  old: [")
    assert (
        "## [Titel old](../../articles/old.md) — 2023-01\n\n"
        f'<!-- passage old#{first} score=0.5 why="Wort" -->\nEins alt.\n\n'
    ) in text
    assert passages(text) == ["Eins alt.", "Zwei alt.", "Eins neu."]


def test_an_article_comes_between_its_elders_and_youngers() -> None:
    text = new_page("T", [addition(OLD, 0), addition(NEW, 0)])
    made = insert(text, [addition(MID, 0)], ALL, path=PATH)
    assert passages(made) == ["Eins alt.", "Eins mittel.", "Eins neu."]


def test_a_passage_follows_its_predecessor_wherever_the_editor_put_it() -> None:
    text = new_page("T", [addition(NEW, 0), addition(OLD, 0)])
    made = insert(text, [addition(OLD, 1, 2)], ALL, path=PATH)
    assert passages(made) == ["Eins neu.", "Eins alt.", "Zwei alt.", "Drei alt."]


def test_a_passage_before_all_others_comes_right_below_its_heading() -> None:
    text = new_page("T", [addition(OLD, 2)])
    assert passages(insert(text, [addition(OLD, 0)], ALL, path=PATH)) == ["Eins alt.", "Drei alt."]


@pytest.mark.parametrize(
    "offered",
    [
        "offered:\n  old: [ABOVE]\n",
        "offered:\n  old:\n  - ABOVE # so\n",
        "offered: {old: [ABOVE]}\n",
        "offered:\n  old:\nnote: x\n",
        "offered: {}\n",
        "note: keiner\n",
        "",
    ],
)
def test_every_way_to_write_offered_can_be_added_to(offered: str) -> None:
    text = f"---\ntitle: T\n{offered.replace('ABOVE', OLD.blocks[0].id)}---\nText ohne Zeilenende"
    made = insert(text, [addition(OLD, 1), addition(NEW, 0, 1)], ALL, path=PATH)
    page = topicpage.parse(made, topic="t", year="2023", path=PATH)
    assert page.offered["new"] == tuple(block.id for block in NEW.blocks)
    assert page.offered["old"][-1] == OLD.blocks[1].id
    rest = iter(made)
    assert all(character in rest for character in text)


@pytest.mark.parametrize(
    "head",
    ['+++\ntitle = "T"\n+++\n', "---\noffered:\n---\n", "---\noffered: {old: [], }\n---\n"],
)
def test_front_matter_without_a_place_to_add_to_is_left_alone(head: str) -> None:
    with pytest.raises(PageFileError, match="nothing can be added") as caught:
        insert(head, [addition(OLD, 0), addition(NEW, 0)], ALL, path=PATH)
    assert caught.value.where == f"{PATH}:1"


def test_rewordings_are_remembered_without_being_shown() -> None:
    made = insert("Text.\n", [addition(OLD, settled=("p-0000000a",))], ALL, path=PATH)
    page = topicpage.parse(made, topic="t", year="2023", path=PATH)
    assert page.offered == {"old": ("p-0000000a",)}
    assert passages(made) == []


def test_line_ends_of_windows_stay() -> None:
    text = new_page("T", [addition(OLD, 0)]).replace("\n", "\r\n")
    made = insert(text, [addition(NEW, 0)], ALL, path=PATH)
    assert made.count("\n") == made.count("\r\n")
    assert passages(made) == ["Eins alt.", "Eins neu."]


def test_reasons_cannot_end_the_comment() -> None:
    match = TopicMatch(topic="t", passage="p", score=0.5, why=('-->"<b>', "a--b"))
    one = Addition(article=OLD, passages=((OLD.blocks[0], match),))
    assert passages(new_page("T", [one])) == ["Eins alt."]
