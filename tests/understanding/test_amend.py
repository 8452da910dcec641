from __future__ import annotations

from typing import Any

from dossier import blocks
from dossier.model import Amendment, Article, packed
from dossier.understanding import amend
from dossier.understanding.understand import understand

TEXT = (
    "„Wir haben genug Zeit“, sagte Wladimir Putin am 4. Mai 2023. „Wir fahren morgen“, sagte "
    "der Sprecher. Kim reiste ab."
)


def article(*items: dict[str, Any], kind: Any = "voices") -> Article:  # noqa: ANN401
    made = blocks.number([blocks.make("paragraph", TEXT), blocks.make("paragraph", "Es regnet.")])
    amendments = tuple(
        Amendment(
            kind=kind,
            passage=made[item.pop("place", 0)].id,
            text=item.pop("text", ""),
            drop=item.pop("drop", False),
            values=tuple(item.items()),
        )
        for item in map(dict, items)
    )
    return Article(id="a", title="A", lang="de", body=packed(made), amendments=amendments)


def voices(*items: dict[str, Any]) -> list[tuple[str, str]]:
    (found,) = understand([article(*items)], (), "de")
    return [(voice.speaker, voice.text) for voice in found.voices]


def events(*items: dict[str, Any]) -> list[tuple[str, str]]:
    (found,) = understand([article(*items, kind="events")], (), "de")
    return [(event.date, event.text) for event in found.events]


def test_without_an_item_the_findings_stand() -> None:
    assert voices() == [
        ("Wladimir Putin", "Wir haben genug Zeit"),
        ("Sprecher", "Wir fahren morgen"),
    ]


def test_an_item_with_words_changes_the_finding_that_holds_them() -> None:
    assert voices({"text": "Wir fahren", "speaker": "Dmitri Peskow"}) == [
        ("Wladimir Putin", "Wir haben genug Zeit"),
        ("Dmitri Peskow", "Wir fahren"),
    ]


def test_an_item_without_words_means_all_of_its_passage() -> None:
    assert {speaker for speaker, _ in voices({"speaker": "X"})} == {"X"}


def test_a_dropped_finding_is_gone_and_a_new_one_is_there() -> None:
    found = voices({"text": "Wir fahren morgen", "drop": True},
                   {"text": "Kim reiste ab", "speaker": "Tass", "kind": "reported"})  # fmt: skip
    assert found == [("Wladimir Putin", "Wir haben genug Zeit"), ("Tass", "Kim reiste ab")]


def test_events_are_amended_added_and_dropped_likewise() -> None:
    ((date, text),) = events()
    assert date == "2023-05-04"
    assert events({"text": text, "date": "2023-05-05"}) == [("2023-05-05", text)]
    assert events({"drop": True}) == []
    assert events({"place": 1, "date": "2023-06"}) == [(date, text), ("2023-06", "Es regnet.")]


def test_a_date_that_the_editor_corrects_makes_its_event() -> None:
    one = article({"text": "4. Mai 2023", "edtf": "2022-05-04"}, kind="dates")
    (found,) = understand([one], (), "de")
    assert [event.date for event in found.events] == ["2022-05-04"]


def test_an_event_of_the_editor_can_be_known_in_other_articles() -> None:
    one = article({"place": 1, "date": "2023-06"}, kind="events")
    (found,) = understand([one], (), "de")
    assert found.events[-1].gist == "regn"


def test_items_that_change_nothing_are_named() -> None:
    one = article({"place": 1, "speaker": "X"}, {"speaker": "X"}, {"place": 1, "drop": True})
    (found,) = understand([article()], (), "de")
    assert amend.unmatched(one, found) == (one.amendments[0], one.amendments[2])


def mentions(*items: dict[str, Any]) -> list[tuple[str, str, str]]:
    (found,) = understand([article(*items, kind="mentions")], (), "de")
    return [(one.kind, one.name, one.text) for one in found.mentions]


def test_an_item_changes_drops_or_adds_a_mention() -> None:
    putin, kim = ("person", "Wladimir Putin", "Wladimir Putin"), ("person", "Kim", "Kim")
    assert mentions() == [putin, kim]
    assert mentions({"text": "Kim", "name": "Kim Jong Un"}) == [
        putin, ("person", "Kim Jong Un", "Kim"),
    ]  # fmt: skip
    assert mentions({"text": "Kim", "drop": True}) == [putin]
    assert mentions({"drop": True}) == []
    added = {"text": "Sprecher", "kind": "organisation", "name": "Kreml"}
    assert mentions(added) == [putin, ("organisation", "Kreml", "Sprecher"), kim]
    assert mentions({"text": "Sprecher", "name": "Kreml"}) == [putin, kim]
