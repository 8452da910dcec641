from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from dossier import blocks
from dossier.found import Event, Mention, Named, TopicMatch, Understanding, Voice
from dossier.model import (
    Amendment,
    Article,
    Block,
    FreePage,
    NameKey,
    PageItem,
    Register,
    Source,
    Topic,
    TopicPage,
    packed,
)
from dossier.rendering.corpus import Corpus, Dossier, corpus
from dossier.rendering.placed import passages
from dossier.sketch import brief

# --- a dossier to test with; the tests of the other pages take theirs from here -------------

LONG = (
    "Der Generalstab in Seoul teilte mit, die beiden Raketen seien etwa 650 Kilometer weit nach "
    "Osten geflogen und im offenen Meer niedergegangen; verletzt worden sei niemand. »Wir sind "
    "auf alles vorbereitet und beobachten jede Bewegung genau«, sagte ein Sprecher am Abend."
)


def article(name: str, *texts: str | Block, **fields: Any) -> Article:  # noqa: ANN401
    made = (text if isinstance(text, Block) else blocks.make("paragraph", text) for text in texts)
    values: dict[str, Any] = {"title": f"Titel {name}", "date": "2023-09", "lang": "de"}
    return Article(id=name, body=packed(blocks.number(made)), **(values | fields))


def topic(name: str, **fields: Any) -> Topic:  # noqa: ANN401
    values: dict[str, Any] = {
        "title": {"de": f"Thema {name}", "en": f"Topic {name}"},
        "description": {"de": f"Worum es bei {name} geht.", "en": f"What {name} is about."},
        "terms": {},
        "exclude": {},
    }
    return Topic(id=name, **(values | fields))


def heading(one: Article) -> PageItem:
    return PageItem(kind="heading", markdown=f"[{one.title}](x) — {one.date}", article=one.id)


def passage(one: Article, number: int = 0, **fields: Any) -> PageItem:  # noqa: ANN401
    block = one.passages[number]
    values: dict[str, Any] = {"markdown": block.markdown, "score": 0.5, "why": ("Rakete",)}
    return PageItem(kind="passage", article=one.id, passage=block.id, **(values | fields))


def prose(text: str) -> PageItem:
    return PageItem(kind="prose", markdown=text)


def page(name: str, *items: PageItem, year: str = "2023") -> TopicPage:
    path = f"content/topics/{name}/{year}.md"
    return TopicPage(topic=name, year=year, path=path, items=items, offered={})


def said(one: Article, number: int, text: str, **fields: Any) -> Voice:  # noqa: ANN401
    block = one.passages[number]
    start = block.text.index(text)
    values: dict[str, Any] = {"speaker": "", "kind": "direct"}
    return Voice(
        passage=block.id, start=start, end=start + len(text), text=text, **(values | fields)
    )


def dated(one: Article, number: int, date: str, **fields: Any) -> Event:  # noqa: ANN401
    block = one.passages[number]
    return Event(
        passage=block.id, start=0, end=len(block.text), text=block.text, date=date, **fields
    )


def dossier(*articles: Article, **fields: Any) -> Dossier:  # noqa: ANN401
    values: dict[str, Any] = {
        "title": "Probe & Dossier",
        "standfirst": "Worum es geht.",
        "lang": "de",
        "base_url": "https://desk.example.org/repo/",
        "version": "9.9",
        "engine": "Suchmaschine 1",
        "topics": (),
        "found": {},
        "topic_pages": (),
        "introductions": {},
        "pages": (),
        "method": "# So geht es\n\nText.",
        "source_rights": {},
    }
    return Dossier(articles=articles, **(values | fields))


def rich(**fields: Any) -> Dossier:  # noqa: ANN401
    """Return a dossier with something of everything."""
    listed = blocks.make("list", "erstens: ein Punkt\nzweitens: noch einer")
    quoted = blocks.make("quote", "Ein Zitat, für sich gestellt.")
    caption = blocks.make("caption", "Kim am Bahnhof", credit="dpa")
    crosshead = blocks.make("crosshead", "Ein Zwischentitel")
    one = article(
        "2023-09-eins", LONG, crosshead, listed, caption, quoted, "Noch ein Absatz.",
        source=Source(name="Die Zeitung", url="https://zeitung.example/a", agency=("Tass",)),
        authors=("A. Autorin",), title_by="machine",
    )  # fmt: skip
    two = article(
        "2023-09-13-zwei", "Two missiles flew.", LONG, lang="en", date="2023-09-13",
        title='English <b>title</b> & "more"', date_by="file",
        source=Source(name="The Paper", archive_url="https://archive.example/b"),
    )  # fmt: skip
    three = article("2021-drei", "Ein alter Absatz über Raketen.", date="2021")
    four = article("vier", "Undatiert und kurz.", date="", lang="")
    cut = article("2022-cut", LONG, "Zweiter Absatz, nicht zu sehen.", date="2022-05-01",
                  rights="excerpt")  # fmt: skip
    found = {
        one.id: Understanding(
            topics=(TopicMatch(topic="missiles", passage=one.passages[0].id, score=0.5, why=()),),
            voices=(
                said(one, 0, "Wir sind auf alles vorbereitet und beobachten jede Bewegung genau",
                     speaker="Sprecher <i>", cue="sagte"),
                said(one, 0, "verletzt worden sei niemand", kind="reported"),
            ),
            events=(dated(one, 0, "2023-08", modifier="end"), dated(one, 3, "2023-09-12")),
            mentions=(
                Mention(passage=one.passages[0].id, start=24, end=29, text="Seoul", kind="place",
                        name="Seoul"),
            ),
        ),
        two.id: Understanding(
            voices=(said(two, 0, "Two missiles", kind="partial", speaker="Sprecher <i>"),),
            events=(dated(two, 0, "2019~"), dated(two, 0, "198X"), dated(two, 0, "../2020")),
        ),
    }  # fmt: skip
    values: dict[str, Any] = {
        "found": found,
        "topics": (topic("missiles", colour="#ffee00"), topic("summit"), topic("leer")),
        "topic_pages": (
            page(
                "missiles",
                prose("Zur **Einordnung**, siehe [dort](../../articles/2023-09-eins.md)."),
                heading(one), passage(one), passage(one, 1),
                prose("## Zwischenruf"), prose("Anmerkung[^1]\n\n[^1]: Fußnote eins."),
                passage(one, 2, markdown="> Ein Zitat, das verändert wurde."),
                heading(two), passage(two), passage(two, 1),
                prose("Noch eine[^1]\n\n[^1]: Fußnote zwei."),
            ),
            page("missiles", heading(four), passage(four, score=0.0, why=()), year="undated"),
            page("missiles", heading(three), passage(three), year="2021"),
            page("summit", heading(one), passage(one), heading(cut), passage(cut),
                 passage(cut, 1), year="2023"),
        ),
        "introductions": {
            "missiles": FreePage(
                name="missiles", title="", path="content/topics/missiles/index.md",
                markdown="Mit [Link](../summit/index.md) und [Rat](../../pages/about.md)",
            )
        },
        "pages": (FreePage(name="about", title="Über uns", path="content/pages/about.md",
                           markdown="# Wir\n\n[Thema](../topics/missiles/index.md)"),),
    }  # fmt: skip
    return dossier(one, two, three, four, cut, **(values | fields))


# --- which articles there are ---------------------------------------------------------------


def test_articles_are_ordered_by_date_and_the_undated_come_last() -> None:
    made = corpus(rich())
    assert list(made.shown) == [
        "2021-drei",
        "2022-cut",
        "2023-09-eins",
        "2023-09-13-zwei",
        "vier",
    ]


def test_rights_come_from_the_article_then_its_source_then_the_default() -> None:
    own = article("own", "Text.", rights="full", source=Source(name="S"))
    by_source = article("by-source", "Text.", source=Source(name="S"))
    default = article("default", "Text.", source=Source(name="T"))
    made = corpus(dossier(own, by_source, default, source_rights={"S": "link"}, rights="excerpt"))
    rights = {name: shown.rights for name, shown in made.shown.items()}
    assert rights == {"own": "full", "by-source": "link", "default": "excerpt"}


# --- look-ups -------------------------------------------------------------------------------


def test_topics_of_a_passage_come_in_the_editors_order_each_once() -> None:
    one = article("a", "Text.", "Mehr Text.")
    made: Corpus = corpus(
        dossier(
            one,
            topics=(topic("b"), topic("a")),
            topic_pages=(page("a", passage(one)), page("b", passage(one), passage(one))),
        )
    )
    assert made.topics_of == {("a", one.passages[0].id): ("b", "a")}


def test_passages_in_a_topic_are_its_passages_only() -> None:
    made = corpus(rich())
    found = passages(made.passages_in("missiles"))
    assert {one.item.kind for one in found} == {"passage"}
    assert [one.year for one in found] == ["2021", *["2023"] * 5, "undated"]
    assert made.passages_in("leer") == made.passages_in("unbekannt") == []


def test_an_outlet_is_known_by_its_address() -> None:
    def outlet(**fields: str) -> str:
        made = dossier(
            article("a", "Text.", source=Source(**fields)),
            source_names={"zeitung.example": "Die Zeitung"},
        )
        return corpus(made).shown["a"].article.source.name

    assert outlet(name="Bote", url="https://zeitung.example/a") == "Bote"
    assert outlet(url="https://www.zeitung.example/a") == "Die Zeitung"
    assert outlet(url="https://www.other.example/a") == "other.example"
    assert not outlet()


def test_who_speaks_is_called_what_the_dossier_calls_them_but_for_whom_an_editor_named() -> None:
    of: dict[NameKey, NameKey] = {("person", "Biden"): ("person", "Joe Biden")}
    register = Register(
        names={("person", "Joe Biden"): Named(kind="person", name="Joe Biden")}, of=of
    )

    def speakers(**fields: Any) -> list[str]:  # noqa: ANN401
        one = article("a", "„Ja“, sagte Biden.", "„Nein“, sagte BIDEN.", **fields)
        names = ("Biden", "BIDEN", "Polizei")
        voices = tuple(said(one, n % 2, one.passages[n % 2].text[:4], speaker=name)
                       for n, name in enumerate(names))  # fmt: skip
        found = {"a": Understanding(voices=voices)}
        made = corpus(dossier(one, found=found, register=register))
        return [voice.speaker for voice in made.shown["a"].found.voices]

    assert speakers() == ["Joe Biden", "Joe Biden", "Polizei"]
    kept = Amendment(kind="voices", passage="p-1", values=(("speaker", "Biden"),))
    assert speakers(amendments=(kept,)) == ["Biden", "Joe Biden", "Polizei"]


class Unread(dict[str, Understanding]):
    """Findings that nobody may look into, but for those of some articles."""

    def __init__(self, found: Mapping[str, Understanding], *readable: str) -> None:
        super().__init__(found)
        self.readable = readable

    def __getitem__(self, name: str) -> Understanding:
        assert name in self.readable
        return super().__getitem__(name)


def test_what_was_found_is_read_of_articles_only_that_are_cut() -> None:
    names = ("a", "b", "c")
    articles = [article(name, f"»Wir kommen {name}«, sagte KIM am Montag.") for name in names]
    speakers = ("Kim", "KIM", "Kim")
    found = {
        one.id: Understanding(
            voices=(said(one, 0, "Wir kommen", speaker=speaker),), events=(dated(one, 0, "2023"),)
        )
        for one, speaker in zip(articles, speakers, strict=True)
    }
    articles[2] = replace(articles[2], rights="excerpt")
    unread = Unread(found, "c")
    known = dossier(
        *articles,
        found=unread,
        sketches={name: brief(one) for name, one in found.items()},
        keys=dict.fromkeys(names, b"1"),
        register=Register(names={("person", "Kim"): Named(kind="person", name="Kim")}),
    )
    before = corpus(replace(known, found=found)).index
    made = corpus(known, known=before)
    assert [one.told.brief.date for one in made.events] == ["2023"] * 3
    assert [one.brief.voices[0].speaker for one in made.shown.values()] == ["Kim"] * 3
    unread.readable = names
    assert made.shown["a"].found == found["a"]
    assert made.shown["b"].found.voices[0] == replace(found["b"].voices[0], speaker="Kim")
    assert made.shown["b"].brief == brief(made.shown["b"].found)
    assert [one.told.event.date for one in made.events] == ["2023"] * 3
