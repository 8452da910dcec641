from __future__ import annotations

from dossier import config
from dossier.found import Named
from dossier.model import Register
from dossier.understanding.translations import names_in

CONFIG = config.parse(
    """
[site]
title = "T"
languages = ["de", "en"]
[[places]]
name = { de = "Wostotschny", en = "Vostochny" }
lat = 51.8
lon = 128.3
[[places]]
name = "Nirgendheim"
"""
)


def test_places_and_organisations_have_their_names_in_each_language() -> None:
    names = (
        Named(kind="place", name="Südkorea"),
        Named(kind="place", name="Wostotschny"),
        Named(kind="place", name="Nirgendheim"),
        Named(kind="place", name="Seoul"),
        Named(kind="organisation", name="Vereinte Nationen"),
        Named(kind="person", name="Wladimir Putin"),
    )
    register = Register(names={(one.kind, one.name): one for one in names})
    assert names_in(register, CONFIG, "en") == {
        ("place", "Südkorea"): "South Korea",
        ("place", "Wostotschny"): "Vostochny",
        ("organisation", "Vereinte Nationen"): "United Nations",
    }
    assert names_in(register, CONFIG, "de") == {}
