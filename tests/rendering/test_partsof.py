"""Of the rows of a long dossier an edit makes few anew, and what is kept is not even looked at."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rendering.test_corpus import article, dossier, rich
from rendering.test_sheets import carried, crowd

from dossier.found import Named
from dossier.model import Register
from dossier.rendering import data, novelties, tables
from dossier.rendering.binder import bind
from dossier.rendering.corpus import Corpus, Dossier, corpus
from dossier.rendering.parts import KEY, Parts, Section
from dossier.rendering.partsof import Rows, places_renamed
from dossier.rendering.rights import Shown


class Watched(dict[str, Shown]):
    """Articles; those that are looked at are noted."""

    looked_at: set[str]

    def __getitem__(self, name: str) -> Shown:
        self.looked_at.add(name)
        return super().__getitem__(name)

    def values(self) -> None:  # type: ignore[override]
        raise AssertionError

    def items(self) -> None:  # type: ignore[override]
        raise AssertionError


def watched(made: Dossier) -> tuple[Corpus, Watched]:
    whole = corpus(made)
    shown = Watched(whole.shown)
    shown.looked_at = set()
    return replace(whole, shown=shown), shown


def files(made: Corpus) -> dict[str, Parts]:
    rows = Rows(made)
    return {
        "data": data.parts(rows),
        "articles": tables.articles(rows),
        "passages": tables.passages(rows),
        "voices": tables.voices(rows),
        "events": tables.events(rows),
        "mentions": tables.mentions(rows),
        "published": novelties.parts(rows),
    }


def counted(file: Parts) -> tuple[Parts, list[str]]:
    """Return a file that notes the parts that are made."""
    made: list[str] = []

    def noting(one: Section) -> Section:
        def make(place: int) -> bytes:
            made.append(f"{one.name} {place}")
            return one.make(place)

        return replace(one, make=make)

    return Parts(tuple(one if isinstance(one, bytes) else noting(one) for one in file.pieces)), made


def three() -> Rows:
    return Rows(corpus(dossier(*(article(name, f"Text {name}.") for name in "abc"))))


def test_a_part_for_each_article() -> None:
    one = three().by_article("all", lambda shown: shown.article.id.encode(), separator=b"-")
    assert Parts((b"<", one, b">")).whole() == b"<a-b-c>"
    assert len(one) == 3
    assert one.keys == b"".join(three().corpus.digests.values())


def test_articles_may_come_in_another_order() -> None:
    one = three().by_article("all", lambda shown: shown.article.id.encode(), ids=("c", "a"))
    assert Parts((one,)).whole() == b"ca"
    assert one.keys == three().corpus.digests["c"] + three().corpus.digests["a"]


def test_what_a_part_follows_from_besides_its_article_is_in_its_key() -> None:
    plain = three().by_article("all", lambda _: b"")
    more = three().by_article("all", lambda _: b"", also={"b": ["Seoul"]})
    assert plain.keys[:KEY] == more.keys[:KEY]
    assert plain.keys[KEY : 2 * KEY] != more.keys[KEY : 2 * KEY]
    assert plain.keys[2 * KEY :] == more.keys[2 * KEY :]


def test_no_separator_stands_beside_nothing() -> None:
    one = three().by_article(
        "all", lambda shown: shown.article.id.strip("b").encode(), separator=b","
    )
    assert Parts((one,)).whole() == b"a,c"


def test_after_an_edit_of_one_article_no_other_is_looked_at() -> None:
    before = crowd()
    first = before.articles[100]
    after, shown = watched(
        replace(before, articles=(replace(first, title="Neu"), *(
            one for one in before.articles if one.id != first.id
        )))
    )  # fmt: skip
    for name, file in files(corpus(before)).items():
        known = bind(file, None, memoryview(b""))
        again, made = counted(files(after)[name])
        bound = bind(again, known.index, memoryview(b"".join(known.data())))
        assert len(made) < 50, name
        assert shown.looked_at <= {first.id}, name
        assert b"".join(bound.data()) == file.whole().replace(
            f"Titel {first.id}".encode(), b"Neu"
        ) or name == "published"  # fmt: skip


def test_keys_of_rows_are_computed_once() -> None:
    rows = Rows(corpus(rich()))
    sections = [
        {one.name: one.keys for one in file.pieces if isinstance(one, Section)}
        for file in (data.parts(rows), tables.passages(rows))
    ]
    shared = sections[0].keys() & sections[1].keys()
    assert shared == {"topic missiles", "topic summit", "topic leer"}
    assert all(sections[0][name] is sections[1][name] for name in shared)


@pytest.mark.parametrize("name", ["Vladivostok", "Wladiwostok"])
def test_an_events_place_is_called_as_the_dossier_calls_it(name: str) -> None:
    entry = Named(kind="place", name=name)
    made = corpus(replace(carried(), register=Register(names={("place", "Wladiwostok"): entry})))
    same = name == "Wladiwostok"
    assert places_renamed(made) == ({} if same else {"a": ["Wladiwostok", name]})
    keys = [
        one.keys
        for made_of in (made, corpus(carried()))
        for one in tables.events(Rows(made_of)).pieces
        if isinstance(one, Section)
    ]
    assert (keys[0] == keys[1]) == same
    assert f",{name},".encode() in tables.events(Rows(made)).whole()
