from __future__ import annotations

from typing import Any

from rendering.test_corpus import article, dated, said

from dossier import hiddenwords
from dossier.found import Mention, MentionKind, Named, Understanding
from dossier.model import Article, Register, Source
from dossier.rendering.named import Appearances, Naming, found_at
from dossier.rendering.rights import shown
from dossier.rendering.searchdata import Names, filters, mark, marks, period_of, search_words

KIM = Named(kind="person", name="Kim Jong Un")
REGISTER = Register(
    names={("person", "Kim Jong Un"): KIM}, of={("person", "Kim"): ("person", KIM.name)}
)


def names(register: Register, *known: tuple[MentionKind, str, *tuple[str, ...]]) -> Names:
    """Return names of a dossier, each with its kind and other forms, the most frequent first."""
    held: dict[MentionKind, list[Appearances]] = {}
    for kind, name, *forms in known:
        namings = [Naming("a", (("p", 1),), (name, *forms))]
        one = found_at((kind, name), Named(kind=kind, name=name), namings, {})
        held.setdefault(kind, []).append(one)
    return Names.of(register, held, {one.key: one for some in held.values() for one in some})


NAMES = names(REGISTER, ("person", KIM.name, "Kim"), ("place", "Pjöngjang"))
LINE = hiddenwords.write(
    ["geschäfte"], {"trifft": ["treffen"], "Pjöngjang": ["Pyongyang"], "Jong Un": ["Jong-un"]}
)
TEXT = "Kim trifft ihn wegen der Waffengeschäfte."


def named(one: Article, *texts: tuple[str, MentionKind, int], **fields: Any) -> Understanding:  # noqa: ANN401
    """Say what is named in the passages of an article."""
    mentions = tuple(
        Mention(
            passage=block.id,
            start=(start := block.text.index(text)),
            end=start + len(text),
            text=text,
            kind=kind,
            name=text.removesuffix("s"),
        )
        for text, kind, number in texts
        for block in [one.passages[number]]
    )
    return Understanding(mentions=mentions, **fields)


def test_names_are_told_with_what_else_the_dossier_calls_them() -> None:
    made = article("a", TEXT)
    one = shown(made, named(made, ("Kim", "person", 0), search_words=LINE), "full", 0)
    assert one
    assert search_words(one, NAMES) == f"{LINE} ; {hiddenwords.code('Kim')} Kim Jong Un"


def test_words_of_what_the_rights_hide_are_not_told() -> None:
    made = article("a", TEXT, "Pjöngjang schweigt.")
    found = named(made, ("Kim", "person", 0), ("Pjöngjang", "place", 1), search_words=LINE)
    one = shown(made, found, "excerpt", 30)
    assert one
    assert [block.text for block in one.article.blocks] == ["Kim trifft ihn wegen der …"]
    assert (
        search_words(one, NAMES)
        == f" ; {hiddenwords.code('trifft')} treffen ; {hiddenwords.code('Kim')} Kim Jong Un"
    )


def test_a_passage_has_its_facets() -> None:
    made = article("a", "Kim sagte: »Wir kommen bald nach Pjöngjang.«", "Sonst nichts.")
    found = named(
        made,
        ("Kim", "person", 0),
        ("Pjöngjang", "place", 0),
        voices=(said(made, 0, "Wir kommen bald"),),
        events=(dated(made, 0, "2023"),),
    )
    one = shown(made, found, "full", 0)
    assert one
    first, second = marks(one, lambda _: ["gipfel"], NAMES).values()
    assert first == (
        "topic.gipfel",
        "kind.quotation",
        "kind.event",
        "person.Kim_Jong_Un",
        "place.Pjöngjang",
    )
    assert second == ("topic.gipfel", "kind.article")


def test_an_article_has_the_facets_of_its_passages_and_its_own() -> None:
    source = Source(name="Die  Zeitung -- online")
    made = article("a", "Kim.", "Auch Kim.", source=source, date="2023-09-13")
    found = named(made, ("Kim", "person", 0), ("Kim", "person", 1))
    one = shown(made, found, "full", 0)
    assert one
    held = NAMES.marks([("person", "Kim Jong Un"), ("organisation", "UN")])
    assert list(filters(one, ["gipfel"], held)) == [
        ("topic", "gipfel"),
        ("kind", "article"),
        ("person", "Kim_Jong_Un"),
        ("source", "Die_Zeitung_-_online"),
        ("lang", "de"),
        ("date", "2023-09"),
    ]


def test_a_period_is_no_more_precise_than_the_date() -> None:
    assert [period_of(date) for date in ("2023-09-13", "2023-09", "2023~", "199X", "", "bald")] == [
        "2023-09", "2023-09", "2023", "1990", "", "",
    ]  # fmt: skip


def test_a_value_can_stand_in_an_id() -> None:
    assert mark("Kim  Jong\tUn") == "Kim_Jong_Un"
    assert "--" not in mark("a -- b---c")


def test_results_are_narrowed_by_the_most_frequent_names_only() -> None:
    many: list[tuple[MentionKind, str]] = [("person", f"N{number}") for number in range(300)]
    made = names(Register(), *many, ("organisation", "UN"))
    assert ("person", "N0") in made.facets
    assert len(made.facets) == 200
    text = "N0 traf N299."
    one = article("a", text)
    found = shown(one, named(one, ("N0", "person", 0), ("N299", "person", 0)), "full", 300)
    assert found
    (held,) = marks(found, lambda _: (), made).values()
    assert [mark for mark in held if mark.startswith("person")] == ["person.N0"]
