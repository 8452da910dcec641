from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from dossier.found import Mention, MentionKind, Named, Understanding
from dossier.model import Article, Register, packed
from dossier.understanding.name_facts import Facts
from dossier.understanding.register import Tally, register, tally
from dossier.understanding.sketches import sketch

Given = tuple[Article, list[Mention]]


def counted(articles: Iterable[Given], lang: str) -> Tally:
    found = ((one, Understanding(mentions=tuple(mentions))) for one, mentions in articles)
    return tally(sketch(one, understood, lang) for one, understood in found)


def merged(articles: Iterable[Given], listed: Iterable[Named], lang: str) -> Register:
    """Merge, and again with what is known of the names then: the same comes of it."""
    told, facts = counted(articles, lang), Facts(lang, {})
    made = register(told, facts, listed)
    known = Facts(lang, facts.asked)
    assert register(told, known, listed) == made
    assert not known.is_new
    return made


def article(name: str, lang: str, *names: tuple[MentionKind, str]) -> tuple[Article, list[Mention]]:
    mentions = [
        Mention(passage="p", start=0, end=1, text=text, kind=kind, name=text)
        for kind, text in names
    ]
    return Article(id=name, title=name, body=packed(()), lang=lang), mentions


ONE = article("a", "de", ("person", "Kim"), ("person", "Wladimir Putin"), ("place", "Pjöngjang"))
TWO = article(
    "b", "en", ("person", "Kim Jong-un"), ("person", "Vladimir Putin"), ("place", "Pyongyang"),
    ("organisation", "United Nations"),
)  # fmt: skip
THREE = article(
    "c", "de", ("person", "Kim Jong Un"), ("person", "Putins"), ("place", "Nirgendheim")
)


def test_forms_of_one_name_become_one_whatever_the_order() -> None:
    made = {str(merged(order, (), "de")) for order in permutations([ONE, TWO, THREE])}
    assert len(made) == 1
    found = merged([ONE, TWO, THREE], (), "de")
    assert set(found.names) == {
        ("person", "Kim Jong Un"), ("person", "Wladimir Putin"), ("place", "Pjöngjang"),
        ("place", "Nirgendheim"), ("organisation", "Vereinte Nationen"),
    }  # fmt: skip
    for _, mentions in (ONE, TWO, THREE):
        assert all(found.named((one.kind, one.name)) in found.names.values() for one in mentions)


def test_names_come_in_the_language_of_the_dossier() -> None:
    found = merged([ONE, TWO], (), "en")
    assert ("place", "Pyongyang") in found.names
    assert ("organisation", "United Nations") in found.names


def test_places_have_coordinates_where_they_are_known_and_none_where_not() -> None:
    found = merged([ONE, THREE], (), "de")
    there = found.names["place", "Pjöngjang"]
    assert (there.lat, there.lon) == (39.03, 125.75)
    assert found.names["place", "Nirgendheim"].lat is None


def test_the_editors_entry_wins_with_its_aliases_and_coordinates() -> None:
    listed = (
        Named(kind="place", name="Nirgendheim", lat=1.0, lon=2.0),
        Named(kind="place", name="Pjöngjang"),
        Named(kind="person", name="Marschall Kim", aliases=("Kim Jong Un",)),
    )
    found = merged([ONE, THREE], listed, "de")
    assert found.names["place", "Nirgendheim"].lat == 1.0
    assert found.names["place", "Pjöngjang"].lat == 39.03
    assert ("person", "Marschall Kim") in found.names
    assert ("person", "Kim Jong Un") not in found.names


def test_a_family_name_of_two_people_stays_alone() -> None:
    two = article("x", "de", ("person", "Anna Müller"), ("person", "Bernd Müller"))
    one = article("y", "de", ("person", "Müller"))
    assert ("person", "Müller") in merged([two, one], (), "de").names


def test_what_the_register_does_not_know_stays_as_it_is() -> None:
    assert merged([], (), "de").named(("person", "Abc")) == Named(kind="person", name="Abc")


def test_a_person_with_and_without_initial_suffix_or_short_form_is_one() -> None:
    one = article("a", "en", ("person", "Joseph R. Biden Jr."), ("person", "Joseph R. Biden"))
    two = article("b", "en", ("person", "Joe Biden"), ("person", "Biden"))
    three = article("c", "en", ("person", "Joe Biden"))
    found = merged([one, two, three], (), "en")
    assert set(found.names) == {("person", "Joe Biden")}


def test_people_whose_initials_differ_stay_two() -> None:
    one = article("a", "en", ("person", "John A. Smith"), ("person", "John B. Smith"))
    two = article("b", "en", ("person", "George W. Bush"), ("person", "George H. W. Bush"))
    assert len(merged([one, two], (), "en").names) == 4


def test_a_speaker_in_capitals_is_written_as_names_are() -> None:
    one = article("a", "en", ("person", "JEAN-PIERRE"), ("person", "JFK"))
    assert set(merged([one], (), "en").names) == {("person", "Jean-Pierre"), ("person", "JFK")}


def test_what_is_counted_does_not_depend_on_the_order() -> None:
    told = counted([ONE, TWO, THREE], "de")
    assert told == counted([THREE, ONE, TWO], "de")
    assert (told.counts["person\tKim"], told.abroad.get("person\tKim")) == (1, None)
    assert (told.counts["place\tPyongyang"], told.abroad["place\tPyongyang"]) == (1, 1)
