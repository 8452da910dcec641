from __future__ import annotations

from pathlib import Path

from corpora import views_of
from rendering.test_corpus import Dossier, article, dated, dossier, rich, said

from dossier.effects import theme
from dossier.found import Understanding
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.listpages import chronology_sheets, voices_of, voices_sheets
from dossier.rendering.pages import Desk
from dossier.rendering.theming import Theme

DE = Theme(*theme.load(Path("none"))).wording("de")


def table(made: Dossier) -> Desk:
    return desk(corpus(made), DE)


def test_the_chronology_is_in_order_and_as_precise_as_known() -> None:
    (view,) = views_of(chronology_sheets(table(rich())))
    found = [
        (group.title, event.date.text, event.date.machine)
        for group in view.groups
        for event in group.events
    ]
    assert found == [
        ("1980", "1980er-Jahre", ""),
        ("2019", "etwa 2019", "2019"),
        ("2020", "bis 2020", ""),
        ("2023", "Ende August 2023", "2023-08"),
        ("2023", "12. September 2023", "2023-09-12"),
    ]
    assert view.counts == "5 Ereignisse"
    assert [group.id for group in view.groups] == ["y-1980", "y-2019", "y-2020", "y-2023"]


def test_events_lead_to_their_paragraph_and_have_unique_anchors() -> None:
    made = table(rich())
    (view,) = views_of(chronology_sheets(made))
    events = [event for group in view.groups for event in group.events]
    assert len({event.id for event in events}) == len(events)
    for one, event in zip((one.told for one in made.corpus.events), events, strict=True):
        assert event.evidence.href == f"articles/{one.shown.article.id}/#{one.event.passage}"
        assert event.text == one.event.text
    august = next(event for event in events if event.date.machine == "2023-08")
    assert (august.hue, august.tags[0].id) == ("hue-missiles", "missiles")


def test_the_more_precise_of_two_equal_dates_comes_first() -> None:
    one = article("a", "Eins.", "Zwei.", "Drei.")
    found = Understanding(
        events=(dated(one, 0, "2023"), dated(one, 1, "2023-01"), dated(one, 2, "2023-01-01"))
    )
    (view,) = views_of(chronology_sheets(table(dossier(one, found={"a": found}))))
    assert [event.text for event in view.groups[0].events] == ["Drei.", "Zwei.", "Eins."]


def test_voices_are_grouped_by_speaker_and_the_unnamed_come_last() -> None:
    (view,) = views_of(voices_sheets(table(rich())))
    assert [(group.speaker, group.count) for group in view.groups] == [
        ("Sprecher <i>", "2"),
        ("Nicht genannt", "1"),
    ]
    assert [link.href for link in view.speakers] == [f"#{group.id}" for group in view.groups]
    kinds = {voice.kind: voice.quoted for group in view.groups for voice in group.voices}
    assert kinds == {"wörtlich": True, "wörtlich in Teilen": True, "sinngemäß": False}


def test_who_says_most_comes_first_and_every_speaker_has_an_own_anchor() -> None:
    one = article("a", "eins zwei drei vier fünf sechs")
    named = [
        ("eins", "Ö"),
        ("zwei", "O"),
        ("drei", "B"),
        ("vier", "B"),
        ("fünf", ""),
        ("sechs", ""),
    ]
    voices = tuple(said(one, 0, text, speaker=speaker) for text, speaker in named)
    found = Understanding(voices=voices)
    (view,) = views_of(voices_sheets(table(dossier(one, found={"a": found}))))
    assert [group.speaker for group in view.groups] == ["B", "O", "Ö", "Nicht genannt"]
    assert len({group.id for group in view.groups}) == 4


def test_the_newest_article_speaks_first() -> None:
    shown = reversed(table(rich()).corpus.shown.values())
    ids = [said.shown.article.id for said in voices_of(shown)]
    assert ids == ["2023-09-13-zwei", "2023-09-eins", "2023-09-eins"]


def test_long_lists_are_split_by_year() -> None:
    articles = [article(f"a{n}", "Text.", date=f"{2020 + n % 2}") for n in range(202)]
    found = {
        one.id: Understanding(
            voices=(said(one, 0, "Text", speaker="S"),), events=(dated(one, 0, one.date),)
        )
        for one in articles
    }
    made = table(dossier(*articles, found=found))
    for name, views in (
        ("chronology", list(views_of(chronology_sheets(made)))),
        ("voices", list(views_of(voices_sheets(made)))),
    ):
        hrefs = [view.chrome.href for view in views]
        assert hrefs == [f"{name}/", f"{name}/2020/", f"{name}/2021/"]
        assert [link.current for link in views[0].years[0]] == [False, True]


def test_without_anything_the_pages_are_empty_but_there() -> None:
    (chronology,) = views_of(chronology_sheets(table(dossier())))
    (voices,) = views_of(voices_sheets(table(dossier())))
    assert (chronology.groups, voices.groups, voices.speakers) == ((), (), ())
    assert (chronology.counts, voices.counts) == ("0 Ereignisse", "0 Aussagen")


def test_a_reported_clause_says_that_something_goes_before_it() -> None:
    one = article("a", "Er sagte, dass es regne. „heiter“ sei es, Schnee gebe es keinen.")
    voices = (
        said(one, 0, "dass es regne", kind="reported"),
        said(one, 0, "heiter", kind="partial"),
        said(one, 0, "Schnee gebe es keinen", kind="reported"),
    )
    (view,) = views_of(
        voices_sheets(table(dossier(one, found={"a": Understanding(voices=voices)})))
    )
    texts = [voice.text for group in view.groups for voice in group.voices]
    assert texts == ["… dass es regne", "heiter", "Schnee gebe es keinen"]
