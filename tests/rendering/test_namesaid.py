from __future__ import annotations

from msgspec import msgpack

from dossier.found import Named
from dossier.model import NameKey, Register
from dossier.rendering.named import Appearances, Naming, by_kind, found_at
from dossier.rendering.nameindex import Index, Noted
from dossier.rendering.namesaid import KnownNames, Said, said
from dossier.rendering.searchdata import Names

KIM: NameKey = ("person", "Kim")
ORT: NameKey = ("place", "Ort")


def one(key: NameKey, *articles: str, forms: tuple[str, ...] = ()) -> Appearances:
    namings = [Naming(name, (("p", 1),), forms) for name in articles]
    return found_at(key, Named(kind=key[0], name=key[1]), namings, {})


def indexed(*names: Appearances) -> Index:
    named: dict[str, list[NameKey]] = {}
    for each in names:
        for naming in each.namings:
            named.setdefault(naming.article, []).append(each.key)
    return Index(
        names={each.key: each for each in names},
        articles={name: Noted(b"", msgpack.encode(keys)) for name, keys in named.items()},
    )


def told(index: Index, kept: KnownNames) -> Said:
    named = by_kind(index.names.values())
    names = Names.of(Register(), named, index.names, kept.edition("").places)
    return said(index, names, kept, "")


def test_a_line_says_where_a_name_stands_its_facet_and_its_forms() -> None:
    made = told(indexed(one(KIM, "a", forms=("Kim", "Kim Jong Un"))), KnownNames())
    assert made.names == {KIM: "people/#n-kim\0person.Kim\0Kim\0Kim Jong Un"}
    assert list(made.articles) == ["a"]


def test_another_form_concerns_all_articles_with_the_name_and_no_other() -> None:
    first = indexed(one(KIM, "a", "b"), one(ORT, "b", "c"))
    kept = KnownNames(index=first, editions={"": told(first, KnownNames())})
    then = indexed(one(KIM, "a", "b", forms=("Kim", "Herr Kim")), one(ORT, "b", "c"))
    before, after = kept.edition("").articles, told(then, kept).articles
    assert [name for name in before if before[name] != after[name]] == ["a", "b"]
    assert after == told(then, KnownNames()).articles


def test_an_article_with_other_names_is_hashed_again() -> None:
    first = indexed(one(KIM, "a", "b"), one(ORT, "b"))
    kept = KnownNames(index=first, editions={"": told(first, KnownNames())})
    then = indexed(one(KIM, "a", "b"), one(ORT, "a"))
    assert told(then, kept).articles == told(then, KnownNames()).articles


def test_an_edition_that_was_not_there_begins_with_nothing() -> None:
    assert KnownNames().edition("en/") == Said()


def test_a_name_that_comes_may_move_another_and_take_its_facet() -> None:
    first = indexed(one(("place", "Ort!"), "a"), one(ORT, "b"))
    kept = KnownNames(index=first, editions={"": told(first, KnownNames())})
    then = indexed(one(("place", "Ort!"), "a"), one(("place", "Ort "), "b"), one(ORT, "b"))
    assert told(then, kept) == told(then, KnownNames())
