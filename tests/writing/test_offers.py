from __future__ import annotations

from msgspec.structs import replace

from dossier import blocks
from dossier.found import TopicMatch
from dossier.model import Article, Copies, CopyGroup, PageItem, Topic, TopicPage, packed
from dossier.writing.offers import matches_of, propose

TEXTS = (
    "Der Minister hat am Montag in Berlin eine neue Verordnung zum Hafen vorgelegt.",
    "Die Reederei kritisierte den Plan und kündigte eine Klage vor dem Gericht an.",
)
ARTICLE = Article(
    id="a",
    title="A",
    date="2023-09",
    body=packed(blocks.number(blocks.make("paragraph", text) for text in TEXTS)),
)
ONE, TWO = (block.id for block in ARTICLE.blocks)
TOPICS = tuple(Topic(id=name, title={}, description={}, terms={}, exclude={}) for name in "tu")
FOUND = tuple(
    TopicMatch(topic="t", passage=passage, score=0.5, why=("Hafen",)) for passage in (ONE, TWO)
)


def page(*items: PageItem, **offered: tuple[str, ...]) -> TopicPage:
    return TopicPage(topic="t", year="2023", path="p.md", items=items, offered=offered)


def offered_now(article: Article, *pages: TopicPage) -> list[str]:
    made = propose("t", pages, {"a": article}, {"a": FOUND})
    return [block.id for found in made.values() for one in found for block, _ in one.passages]


def test_what_is_new_is_offered_under_its_year() -> None:
    (year,) = propose("t", [], {"a": ARTICLE}, {"a": FOUND})
    assert year == "2023"
    assert offered_now(ARTICLE) == [ONE, TWO]


def test_what_was_offered_is_not_offered_again_though_it_is_gone() -> None:
    assert offered_now(ARTICLE, page(a=(ONE,))) == [TWO]


def test_what_stands_on_a_page_is_not_offered_though_nothing_says_so() -> None:
    standing = PageItem(kind="passage", markdown="x", article="a", passage=TWO)
    assert offered_now(ARTICLE, page(standing)) == [ONE]


def test_a_correction_of_the_article_is_remembered_and_not_shown_twice() -> None:
    corrected = blocks.make("paragraph", TEXTS[0].replace("Montag", "Dienstag"))
    article = replace(ARTICLE, body=packed((corrected, ARTICLE.blocks[1])))
    standing = PageItem(kind="passage", markdown=TEXTS[0], article="a", passage=ONE)
    matches = [replace(FOUND[0], passage=corrected.id)]
    made = propose("t", [page(standing, a=(ONE, TWO))], {"a": article}, {"a": matches})
    (addition,) = made["2023"]
    assert (addition.passages, addition.settled) == ((), (corrected.id,))


def test_another_paragraph_is_no_correction() -> None:
    other = blocks.make("paragraph", "Etwas ganz anderes geschah am Mittwoch in Kiel.")
    article = replace(ARTICLE, body=packed((other,)))
    standing = PageItem(kind="passage", markdown=TEXTS[0], article="a", passage=ONE)
    matches = [replace(FOUND[0], passage=other.id)]
    (addition,) = propose("t", [page(standing, a=(ONE,))], {"a": article}, {"a": matches})["2023"]
    assert [block.id for block, _ in addition.passages] == [other.id]


def test_the_editors_word_for_the_whole_article_replaces_what_was_found() -> None:
    article = replace(ARTICLE, topics=("u", "nowhere"))
    made = matches_of(article, FOUND, TOPICS)
    assert [(match.topic, match.passage, match.score) for match in made] == [
        ("u", ONE, 1.0),
        ("u", TWO, 1.0),
    ]
    assert matches_of(ARTICLE, FOUND, TOPICS) == FOUND


def test_articles_come_oldest_first() -> None:
    older = replace(ARTICLE, id="b", date="2023-02-01")
    made = propose("t", [], {"a": ARTICLE, "b": older}, {"a": FOUND, "b": FOUND})
    assert [addition.article.id for addition in made["2023"]] == ["b", "a"]


COPY = replace(ARTICLE, id="b", date="2023-08")
COPIES = Copies(
    groups=(CopyGroup(lead="a", copies=("b",)),),
    twins={(name, passage): ("a", passage) for passage in (ONE, TWO) for name in "ab"},
)


def offered_by(*pages: TopicPage, copies: Copies = COPIES) -> dict[str, list[str]]:
    matches = {"b": FOUND, "a": FOUND}
    made = propose("t", pages, {"a": ARTICLE, "b": COPY}, matches, copies)
    found = [one for year in made.values() for one in year]
    return {one.article.id: [block.id for block, _ in one.passages] for one in found}


def test_of_copies_the_lead_is_offered_and_nothing_is_remembered_of_the_others() -> None:
    assert offered_by() == {"a": [ONE, TWO]}
    assert offered_by(copies=Copies()) == {"a": [ONE, TWO], "b": [ONE, TWO]}


def test_what_a_copy_told_or_was_refused_the_lead_does_not_tell_again() -> None:
    standing = PageItem(kind="passage", markdown="x", article="b", passage=ONE)
    assert offered_by(page(standing)) == {"a": [TWO]}
    assert offered_by(page(b=(ONE,))) == {"a": [TWO]}
