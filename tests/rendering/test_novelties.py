from __future__ import annotations

import pytest
from msgspec.structs import replace
from rendering.test_corpus import article, dossier

from dossier.model import Source
from dossier.rendering.binder import bind, held
from dossier.rendering.corpus import corpus
from dossier.rendering.novelties import SECTION, News, decode, parts, record, since
from dossier.rendering.partsof import Rows
from dossier.rendering.rights import Shown


def test_what_came_changed_and_went_is_told() -> None:
    old = [article(name, f"Text {name}.") for name in "abc"]
    published = record(corpus(dossier(*old)))
    new = [old[0], article("b", "Text b, berichtigt."), article("d", "Neu.")]
    assert since(published, corpus(dossier(*new))) == News(
        added=("d",), changed=("b",), gone=("c",)
    )


def test_what_readers_do_not_see_is_no_news() -> None:
    one = article("a", "Text.")
    published = record(corpus(dossier(one)))
    other = replace(one, source=Source(url="https://example.org/a"), path="x.md")
    assert since(published, corpus(dossier(other))) == News()


def test_an_article_made_private_is_gone() -> None:
    published = record(corpus(dossier(article("a", "Text."))))
    now = corpus(dossier(article("a", "Text.", rights="private")))
    assert since(published, now).gone == ("a",)


def test_the_file_holds_the_record() -> None:
    made = corpus(dossier(article("a", "Text."), article("b", "Text.")))
    assert decode(parts(Rows(made)).whole()) == record(made)
    assert since(decode(parts(Rows(made)).whole()), made) == News()


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"articles": [1]}'])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(data)


def test_of_what_the_last_record_tells_no_article_is_looked_into() -> None:
    before = corpus(dossier(article("a", "Text."), article("ü", "Text.")))
    known = bind(parts(Rows(before)), None, memoryview(b""))
    entries = held(known.index, SECTION, memoryview(b"".join(known.data())))
    assert len(entries) == 2

    class Blind(dict[str, Shown]):
        def __getitem__(self, name: str) -> Shown:
            raise AssertionError(name)

    blind = replace(before, shown=Blind(before.shown))
    assert record(blind, entries) == record(before)
    other = corpus(dossier(article("a", "Anders."), article("ü", "Text.")))
    assert record(other, entries) == record(other) != record(before)
