from __future__ import annotations

from dossier import config
from dossier.found import Named
from dossier.understanding.known import NOBODY, known, listed


def test_an_entry_is_known_by_its_name_and_its_aliases() -> None:
    made = known(
        [
            Named(kind="person", name="Kim Jong Un", aliases=("Kim",)),
            Named(kind="place", name="Kim", lat=1.0, lon=2.0),
        ]
    )
    assert made.names["Kim"] == ("person", "Kim Jong Un")
    assert made.longer == {"Kim": ("Kim Jong Un",)}
    assert made.words == {"Kim", "Kim Jong Un"}


def test_texts_that_may_hold_an_entry_are_known_by_its_genitive_too() -> None:
    made = known([Named(kind="person", name="Muster"), Named(kind="place", name="Neu Anspach")])
    assert {"Muster", "Musters", "Muster’s", "Neu"} <= made.forms


def test_without_a_list_nothing_is_known() -> None:
    assert not NOBODY.names
    assert not NOBODY.words


def test_the_configuration_lists_people_places_and_organisations() -> None:
    text = """
site = { title = "Probe" }
[[people]]
name = "Kim Jong Un"
aliases = ["Kim"]
[[places]]
name = "Wostotschny"
lat = 51.9
lon = 128.3
[[organisations]]
name = "Tass"
"""
    assert listed(config.parse(text)) == (
        Named(kind="person", name="Kim Jong Un", aliases=("Kim",)),
        Named(kind="place", name="Wostotschny", lat=51.9, lon=128.3),
        Named(kind="organisation", name="Tass"),
    )


def test_a_name_by_language_is_that_of_the_site_and_known_in_all() -> None:
    text = """
site = { title = "Probe", languages = ["LANG"] }
[[places]]
name = { de = "Wostotschny", en = "Vostochny" }
aliases = { de = ["Kosmodrom im Osten"] }
lat = 51.9
lon = 128.3
"""
    for lang, own, other in (
        ("de", "Wostotschny", "Vostochny"),
        ("en", "Vostochny", "Wostotschny"),
    ):
        (entry,) = listed(config.parse(text.replace("LANG", lang)))
        assert (entry.name, entry.lat) == (own, 51.9)
        assert entry.aliases == (other, "Kosmodrom im Osten")
        assert known([entry]).names["Kosmodrom im Osten"] == ("place", own)
