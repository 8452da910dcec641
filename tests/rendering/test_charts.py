from __future__ import annotations

from pathlib import Path

from rendering.test_corpus import LONG, article, dated, dossier, page, passage, said, topic

from dossier.effects import theme
from dossier.found import Understanding
from dossier.rendering.charts import events_chart, places_map, voices_chart
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.listpages import voices_of
from dossier.rendering.pages import Desk
from dossier.rendering.theming import Theme
from dossier.rendering.worldmap import Place

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording("de"))


def told() -> Dossier:
    one = article("a", LONG, "Zweiter Absatz.", "Dritter Absatz.")
    found = Understanding(
        voices=(
            said(one, 0, "niemand", speaker="Putin"),
            said(one, 0, "verletzt", speaker="Putin"),
            said(one, 1, "Zweiter", speaker="Putin"),
            said(one, 1, "Absatz", speaker="Kim"),
            said(one, 0, "Sprecher"),
        ),
        events=(
            dated(one, 0, "2023-08", modifier="end"),
            dated(one, 1, "2023-09-01"),
            dated(one, 2, "2022"),
        ),
    )
    pages = (page("x", passage(one)), page("y", passage(one), passage(one, 1)))
    return dossier(
        one, topics=(topic("x"), topic("y"), topic("z")), topic_pages=pages, found={"a": found}
    )


def test_events_stand_in_the_lane_of_each_of_their_topics() -> None:
    made = table(told())
    chart = events_chart(made, [(one.told.shown, one.told.brief) for one in made.corpus.events])
    assert chart is not None
    assert [(lane.title, len(lane.marks)) for lane in chart.lanes] == [
        ("Thema x", 1),
        ("Thema y", 2),
        ("Ohne Thema", 1),
    ]
    assert chart.lanes[0].hue == "hue-x"


def test_speakers_are_compared_by_what_they_speak_on() -> None:
    made = table(told())
    voices = [(one.shown, one.voice) for one in voices_of(made.corpus.shown.values())]
    chart = voices_chart(made, voices, {"Putin": "#s-putin"})
    assert chart is not None
    putin, kim = chart.rows
    assert (putin.text, putin.count, putin.href) == ("Putin", "3", "#s-putin")
    assert [(part.text, part.count) for part in putin.parts] == [("Thema x", "2"), ("Thema y", "3")]
    assert (kim.text, kim.href) == ("Kim", "")


def test_one_speaker_is_no_comparison() -> None:
    made = table(told())
    voices = [
        (one.shown, one.voice)
        for one in voices_of(made.corpus.shown.values())
        if one.voice.speaker == "Kim"
    ]
    assert voices_chart(made, voices, {}) is None


def test_a_map_needs_places_and_outlines() -> None:
    seoul = Place(name="Seoul", latitude=37.5, longitude=127.0, mentions=1)
    assert places_map(table(dossier()), [seoul]) is None
    made = table(dossier(outlines=THEME.text("map/outlines.txt")))
    assert places_map(made, [seoul]) is not None
    assert places_map(made, []) is None
