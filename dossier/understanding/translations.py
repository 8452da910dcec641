"""What the names of a dossier are in another language: Südkorea is South Korea on English pages."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.found import Named
from dossier.model import NameKey, Register
from dossier.settings import Config
from dossier.understanding import gazetteer, organisations
from dossier.understanding.known import listed
from dossier.understanding.name_facts import UNPLACED


def names_in(register: Register, config: Config, lang: str) -> dict[NameKey, str]:
    """Return the names that differ in `lang` from those of the site's first language.

    The editor's word counts, then the tables of places and organisations; people's names and what
    no table has stay.
    """
    own = _of_the_editor(listed(config), listed(config, lang))
    found: dict[NameKey, str] = {}
    for entry in register.names.values():
        name = own.get((entry.kind, entry.name)) or _of_the_tables(entry, lang)
        if name and name != entry.name:
            found[entry.kind, entry.name] = name
    return found


def _of_the_editor(here: Sequence[Named], there: Sequence[Named]) -> dict[NameKey, str]:
    pairs = zip(here, there, strict=True)
    return {(one.kind, one.name): other.name for one, other in pairs}


def _of_the_tables(entry: Named, lang: str) -> str:
    if entry.kind == "place" and entry.name not in UNPLACED:
        place = gazetteer.place(entry.name)
        return place.name(lang) if place else ""
    if entry.kind == "organisation":
        body = organisations.organisations().get(entry.name)
        return body.name(lang) if body else ""
    return ""
