"""A key holds all that a page follows from: no change in a dossier may pass it by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace
from rendering.test_corpus import article, dated, dossier, heading, page, passage, rich, said, topic

from dossier.effects import theme
from dossier.found import Mention, Named, Understanding
from dossier.model import Article, Copies, CopyGroup, Correction, Register, Source, Version
from dossier.rendering.assemble import Before, Content, assemble
from dossier.rendering.binder import Index, bind
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import Edition
from dossier.rendering.look import Look
from dossier.rendering.parts import Parts
from dossier.rendering.sheets import Sheet, hashed, ready
from dossier.rendering.theming import Theme
from dossier.settings import OgImages

LOOK = Theme(*theme.load(Path("none")))
ENGLISH = Edition(
    wording=LOOK.wording("en"), title="Trial", standfirst="What it is about.", method="# How"
)
MANY = 210  # more than any list shows on one page


def carried() -> Dossier:
    """Return a dossier with what `rich` lacks: copies, corrections, versions, people."""
    text = "Kim Jong Un reist am 12. September nach Wladiwostok. Er sei bereit, sagte Anna Weber."
    wire = article("a", text, "Ein zweiter Absatz.", source=Source(name="Post", agency=("dpa",)))
    copy = article("b", text, "Noch ein Absatz.", source=Source(name="Bote", agency=("dpa",)))
    own = article(
        "c", "Eine Meldung.", date="2022-05-01", source=Source(name="K", accessed="2023-01-02"),
        corrections=(Correction(date="2023-02", text="Es war Mai.", what=""),),
        versions=(Version(original="originals/c.md", accessed="2022-05-01", title="Alt",
                          added=(), removed=("Ein Satz",)),),
        modified="2022-05-03",
    )  # fmt: skip
    first, other = wire.passages[0].id, copy.passages[0].id
    people = tuple(
        Mention(passage=first, start=0, end=11, text=name, kind="person", name=name)
        for name in ("Kim Jong Un", "Anna Weber")
    )
    far = Mention(passage=first, start=0, end=11, text="Wladiwostok", kind="place",
                  name="Wladiwostok")  # fmt: skip
    held = {"Wladiwostok": Named(kind="place", name="Wladiwostok", lat=43.1, lon=131.9)}
    return dossier(
        wire, copy, own,
        found={
            "a": Understanding(
                mentions=(*people, far), voices=(said(wire, 0, "Er sei bereit", kind="reported",
                                                      speaker="Anna Weber"),),
                events=(dated(wire, 0, "2023-09-12", place="Wladiwostok", gist="kim reis wlad"),),
            ),
            "b": Understanding(events=(dated(copy, 0, "2023-09-12", gist="kim reis wlad"),)),
        },
        topics=(topic("x", colour="#123456"),),
        topic_pages=(page("x", heading(wire), passage(wire), heading(own), passage(own)),),
        copies=Copies(
            groups=(CopyGroup(lead="a", copies=("b",), agencies=("dpa",)),),
            twins={("a", first): ("a", first), ("b", other): ("a", first)},
        ),
        register=Register(
            names={("place", "Wladiwostok"): held["Wladiwostok"]},
            of={("person", "Weber"): ("person", "Anna Weber")},
        ),
        look=Look(accent_colour="#aa0000", paper_colour="#ffffee", text_font="Serif"),
    )  # fmt: skip


def everywhere(one: Article, text: str = "Alle") -> Mention:
    """Mention somebody who is in each article of the crowd, so that most of it is not listed."""
    passage = one.passages[0].id
    return Mention(passage=passage, start=0, end=4, text=text, kind="person", name="Alle")


def crowd() -> Dossier:
    """Return a dossier whose lists are all on several pages."""
    articles = [
        article(
            f"{2010 + number % 9}-{number}", f"Absatz {number} über Ort{number}.",
            date=str(2010 + number % 9), source=Source(name="Post"),
        )
        for number in range(MANY)
    ]  # fmt: skip
    found = {
        one.id: Understanding(
            events=(dated(one, 0, one.date),),
            voices=(said(one, 0, "Absatz", speaker=f"Sprecher {number % 30}"),),
            mentions=(
                Mention(passage=one.passages[0].id, start=0, end=6, text=f"Ort{number}",
                        kind="place", name=f"Ort{number}"),
                everywhere(one),
            ),
        )
        for number, one in enumerate(articles)
    }  # fmt: skip
    pages = [
        page("x", *(item for one in articles if one.date == year
                    for item in (heading(one), passage(one))), year=year)
        for year in sorted({one.date for one in articles})
    ]  # fmt: skip
    return dossier(*articles, found=found, topics=(topic("x"),), topic_pages=tuple(pages))


def changes(value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever a dossier consists of
    """Yield `value` with one text, number or entry in it changed, for each there is."""
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from (replace(value, **{name: one}) for one in changes(getattr(value, name)))
    elif isinstance(value, tuple):
        yield from _of_tuple(value)
    elif isinstance(value, Mapping):
        for key in list(value)[:2]:
            yield from ({**value, key: other} for other in changes(value[key]))
            yield {name: held for name, held in value.items() if name != key}
    elif isinstance(value, bool | float):
        yield not value if isinstance(value, bool) else value + 0.25
    elif isinstance(value, str):
        yield _other(value)


def _of_tuple(value: tuple[Any, ...]) -> Iterator[Any]:
    for place in {0, len(value) - 1} & set(range(len(value))):
        before, after = value[:place], value[place + 1 :]
        yield from ((*before, other, *after) for other in changes(value[place]))
        yield (*before, *after)


def _other(text: str) -> str:
    """Return another text that may stand there: of words that have a meaning, another one."""
    words = (
        ("full", "link"), ("excerpt", "full"), ("direct", "partial"), ("none", "all"),
        ("person", "organisation"), ("place", "person"), ("paragraph", "list"),
    )  # fmt: skip
    if text[:4].isdigit():  # a date
        return f"1999{text[4:]}"
    if text.startswith("#"):  # a colour
        return "#0a0b0c"
    return dict(words).get(text, f"{text}x")


def with_keys(made: Dossier) -> Dossier:
    """Return a dossier as a build has it: each article with a hash of what it says."""
    keys = {one.id: hashed(one, made.found.get(one.id)) for one in made.articles}
    return replace(made, keys=keys)


class Laid(dict[str, Sheet[Content]]):
    """All sheets of a dossier by their paths, as a build after that of `before` lays them out."""

    def __init__(self, made: Dossier, before: Laid | None = None) -> None:
        known = Before(names=before.names) if before else Before()
        laid_out = assemble(made, LOOK.wording("de"), (ENGLISH,), known)
        self.names = laid_out.names
        super().__init__((sheet.path, sheet) for sheet in chain(laid_out.articles, laid_out.others))


class Files:
    """The files of parts of a dossier, put together, to be put together again after a change."""

    def __init__(self, made: dict[str, Sheet[Content]]) -> None:
        self.held: dict[str, tuple[Index, bytes]] = {}
        for path, file in self._parts(made):
            bound = bind(file, None, memoryview(b""))
            self.held[path] = bound.index, b"".join(bound.data())

    def check(self, after: dict[str, Sheet[Content]]) -> None:
        """Check that files of which most parts are taken from those before are the clean ones."""
        for path, file in self._parts(after):
            index, before = self.held[path]
            bound = bind(file, index, memoryview(before))
            assert b"".join(bound.data()) == file.whole(), path

    @staticmethod
    def _parts(made: dict[str, Sheet[Content]]) -> Iterator[tuple[str, Parts]]:
        for path, sheet in made.items():
            if path.startswith("data/") and path != "data/index.html":
                file = sheet.make()
                if isinstance(file, Parts):
                    yield path, file


@pytest.mark.parametrize("known", [replace, with_keys])
@pytest.mark.parametrize("make", [rich, carried])
def test_no_change_in_a_dossier_passes_a_key_by(make: Any, known: Any) -> None:  # noqa: ANN401
    before = Laid(known(make()))
    views = {path: sheet.make() for path, sheet in before.items() if sheet.key}
    files = Files(before)
    assert len(files.held) == 10
    looked_at = 0
    for other in changes(make()):
        try:
            after = Laid(known(other), before)
        except (LookupError, StopIteration, ValueError):
            continue  # what refers to something refers to nothing now: no dossier is like that
        for path, view in views.items():
            if path in after and after[path].key == before[path].key:
                assert after[path].make() == view, path
        files.check(after)
        looked_at += 1
    assert looked_at > 100


def test_in_a_long_dossier_most_pages_are_as_they_were() -> None:
    made = crowd()
    before = Laid(made)
    views = {path: sheet.make() for path, sheet in before.items() if sheet.key}
    first = made.articles[0]
    files = Files(before)
    aside = {first.id: Understanding(mentions=(everywhere(first, "Allesamt"),))}
    edits = (  # and whether they concern few pages
        (replace(made, articles=(replace(first, title="Neu"), *made.articles[1:])), True),
        (replace(made, articles=made.articles[1:]), True),
        (replace(made, found={**made.found, first.id: Understanding()}), True),
        (replace(made, topic_pages=made.topic_pages[1:]), True),
        (replace(made, found={**made.found, **aside}), False),  # the search finds all by the name
        (replace(made, title="Neu"), False),
    )
    for other, few in edits:
        after = Laid(other, before)
        files.check(after)
        same = [path for path in views if path in after and after[path].key == before[path].key]
        for path in same:
            assert after[path].make() == views[path], path
        assert (len(same) > len(views) / 2) == few


class Held:
    """What is kept of a dossier, for the next one."""

    def __init__(self) -> None:
        self.results: dict[str, tuple[bytes, bytes]] = {}
        self.made = 0

    def of(self, name: str, key: bytes, make: Callable[[], bytes]) -> bytes:
        if name not in self.results or self.results[name][0] != key:
            self.results[name] = key, make()
            self.made += 1
        return self.results[name][1]


@pytest.mark.parametrize("known", [replace, with_keys])
@pytest.mark.parametrize("make", [rich, carried])
def test_what_is_kept_of_another_dossier_changes_nothing(make: Any, known: Any) -> None:  # noqa: ANN401
    held = Held()
    for made in map(known, (make(), *changes(make()), make())):
        try:
            clean = corpus(made)
        except (LookupError, StopIteration, ValueError):
            continue
        found = corpus(made, held.of)
        assert (found.events, found.placed) == (clean.events, clean.placed)
        assert found.topics_of == clean.topics_of
        assert found.digests == clean.digests
    before = held.made
    assert corpus(known(make()), held.of).events
    assert held.made == before


def test_the_hash_of_a_page_stands_for_what_is_on_it() -> None:
    made, held = crowd(), Held()
    keys = {one.path: hashed(one) for one in made.topic_pages}
    corpus(replace(made, page_keys=keys), held.of)
    first, *others = made.topic_pages
    edited = replace(first, items=first.items[:-1])
    pages = replace(made, topic_pages=(edited, *others))
    before = held.made
    found = corpus(replace(pages, page_keys=keys | {first.path: hashed(edited)}), held.of)
    assert held.made == before + 2  # what is on the page, and whether the articles have it
    assert found.placed == corpus(pages).placed


def test_each_key_is_another() -> None:
    keys = [sheet.key for sheet in Laid(rich()).values() if sheet.key]
    assert len(set(keys)) == len(keys) > 20


def test_pictures_of_articles_to_share_are_pages_of_their_own() -> None:
    wanted: OgImages = "all"
    paths = Laid(rich(og_images=wanted))
    assert "share/articles/vier.png" in paths


def test_values_are_told_apart() -> None:
    assert hashed("ab", "c") != hashed("a", "bc") != hashed(("a", "bc"))
    assert hashed({"a": 1}) == hashed({"a": 1}) != hashed({"a": 2})


def test_what_is_made_already_is_given_as_it_is() -> None:
    sheet = ready("a.txt", b"x")
    assert (sheet.path, sheet.make(), sheet.key, sheet.href) == ("a.txt", b"x", "", None)
