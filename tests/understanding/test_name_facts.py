from __future__ import annotations

from dossier.found import MentionKind
from dossier.understanding.name_facts import Fact, Facts, fact_of, name_key, written


def test_texts_of_names_sort_as_the_pairs_do_and_come_apart_again() -> None:
    pairs: list[tuple[MentionKind, str]] = [
        ("person", "Kim Jong Un"), ("place", "Kim"), ("organisation", "Ä\tB"), ("person", "Kim"),
    ]  # fmt: skip
    assert [written(*one) for one in sorted(pairs)] == sorted(written(*one) for one in pairs)
    assert [name_key(written(*one)) for one in pairs] == pairs


def test_what_follows_from_a_name() -> None:
    biden = fact_of("person", "Joseph R. Biden", "en")
    assert biden.group == fact_of("person", "Joe Biden", "en").group != biden.own
    assert (biden.plain, biden.initial) == ("person\tJoseph Biden", "R")
    assert biden.family == fact_of("person", "Biden", "en").own
    assert fact_of("person", "Putins", "de").stem == "person\tPutin"
    there = fact_of("place", "Pyongyang", "de")
    assert (there.listed, there.lat, there.lon) == ("place\tPjöngjang", 39.03, 125.75)
    assert fact_of("organisation", "United Nations", "de").listed.endswith("Vereinte Nationen")
    assert fact_of("place", "Georgia", "de").listed == ""


def test_what_is_known_is_not_found_out_again() -> None:
    known = {"person\tKim": Fact("g", "o", "p"), "person\tNobody": Fact("g", "o", "p")}
    facts = Facts("de", known)
    assert facts.of("person\tKim").group == "g"
    assert facts.all_of(["person\tKim"]) == [known["person\tKim"]]
    assert (facts.is_new, list(facts.asked)) == (False, ["person\tKim"])
    assert facts.all_of(["person\tPutin", "person\tKim"])[0].own == "person\tputin"
    assert facts.is_new
    assert set(facts.asked) == {"person\tKim", "person\tPutin"}
