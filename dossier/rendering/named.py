"""Who, where and which organisation is named in what may be shown, with every passage."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from dossier.model import MentionKind, Named, NameKey, PassageKey, Register
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import hashed

KINDS: tuple[MentionKind, ...] = ("person", "place", "organisation")
_INFLECTED = re.compile(r"(?<=\w{3})e[rsnm]?(?= )")
_GENITIVES = ("'s", "’s", "s", "'", "’")


class Appearances(Struct, frozen=True, kw_only=True):
    """A name with the passages that mention it, oldest first, and its other forms there.

    `numbers` are those of the passages in their articles, None for one that is not shown.
    `address` is the name in the dossier's first language, which its address is made of.
    `digest` is a hash of all this.
    """

    entry: Named
    passages: tuple[PassageKey, ...]
    numbers: tuple[int | None, ...] = ()
    aliases: tuple[str, ...]
    address: str
    digest: bytes = b""


class _Seen:
    """A name while articles are read; `written` is how one of them calls it."""

    def __init__(self, written: NameKey) -> None:
        self.written = written
        self.passages: dict[PassageKey, int | None] = {}
        self.forms: set[str] = set()


def appearances(
    shown: Mapping[str, Shown], register: Register
) -> tuple[dict[MentionKind, tuple[Appearances, ...]], dict[str, tuple[NameKey, ...]]]:
    """Return all names by kind, the most often named first; equals in the order of letters.

    Besides, return whom each article names: each once, as that or another article writes it.
    """
    seen: dict[MentionKind, dict[Named, _Seen]] = {kind: {} for kind in KINDS}
    written: dict[NameKey, _Seen] = {}  # the same few names in most articles
    names_of: dict[str, tuple[NameKey, ...]] = {}
    for name, article in shown.items():
        here: dict[_Seen, None] = {}
        for mention in article.found.mentions:
            key = (mention.kind, mention.name)
            one = written.get(key)
            if one is None:
                entry = register.named(key)
                one = written[key] = seen[entry.kind].setdefault(entry, _Seen(key))
            one.passages[name, mention.passage] = article.numbers.get(mention.passage)
            one.forms.add(mention.text)
            here[one] = None
        names_of[name] = tuple([one.written for one in here])
    return {kind: tuple(_ranked(names)) for kind, names in seen.items()}, names_of


def _ranked(names: Mapping[Named, _Seen]) -> list[Appearances]:
    found = [_found(entry, one, _aliases(entry, one.forms)) for entry, one in names.items()]
    return sorted(found, key=lambda one: (-len(one.passages), one.entry.name))


def _found(entry: Named, one: _Seen, aliases: tuple[str, ...]) -> Appearances:
    passages, numbers = tuple(one.passages), tuple(one.passages.values())
    return Appearances(
        entry=entry,
        passages=passages,
        numbers=numbers,
        aliases=aliases,
        address=entry.name,
        digest=hashed(entry, passages, numbers, aliases),
    )


def _aliases(entry: Named, forms: set[str]) -> tuple[str, ...]:
    """Return the editor's aliases and other forms in the texts.

    Genitives are left out, and what differs by capitals only: JEAN-PIERRE in a transcript.
    """
    if forms == {entry.name}:  # most names have but one form
        return tuple(sorted({*entry.aliases} - forms))
    forms = {_calm(form, entry.name) for form in forms}
    known = forms | {entry.name}
    calm = {form.casefold(): form for form in sorted(known)}  # small letters come last
    calm[entry.name.casefold()] = entry.name
    plain = _INFLECTED.sub("", entry.name)
    own = {
        form
        for form in forms
        if _INFLECTED.sub("", form) != plain  # "im Fernen Osten"
        and calm[form.casefold()] == form
        and not any(
            form.removesuffix(ending) != form and form.removesuffix(ending) in known
            for ending in _GENITIVES
        )
    }
    return tuple(sorted({*entry.aliases, *own} - {entry.name}))


def _calm(form: str, name: str) -> str:
    """Return capitals as the name has them: of Karine Jean-Pierre JEAN-PIERRE is Jean-Pierre."""
    place = f" {name.casefold()} ".find(f" {form.casefold()} ") if form.isupper() else -1
    return form if place < 0 else name[place : place + len(form)]


def names_in(
    named: Mapping[MentionKind, tuple[Appearances, ...]], names: Mapping[NameKey, str]
) -> dict[MentionKind, tuple[Appearances, ...]]:
    """Return the same names in another language; the former ones are other forms of them."""
    return {kind: tuple(_renamed(one, names) for one in held) for kind, held in named.items()}


def _renamed(one: Appearances, names: Mapping[NameKey, str]) -> Appearances:
    name = names.get((one.entry.kind, one.entry.name))
    if not name:
        return one
    aliases = {*one.aliases, one.entry.name} - {name}
    entry, forms = replace(one.entry, name=name), tuple(sorted(aliases))
    return replace(one, entry=entry, aliases=forms, digest=hashed(one.digest, entry, forms))


def register_in(register: Register, names: Mapping[NameKey, str]) -> Register:
    """Return the register with its names in another language."""
    own = {
        key: replace(entry, name=names.get((entry.kind, entry.name), entry.name))
        for key, entry in register.names.items()
    }
    return replace(register, names=own)
