from __future__ import annotations

from rendering.test_corpus import article

from dossier.model import Article, Mention, MentionKind, Named, NameKey, Register, Understanding
from dossier.rendering.named import Appearances, appearances, names_in, register_in
from dossier.rendering.rights import shown


def mention(one: Article, number: int, text: str, kind: MentionKind, name: str = "") -> Mention:
    block = one.passages[number]
    start = block.text.index(text)
    return Mention(
        passage=block.id,
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        name=name or text,
    )


def test_names_come_with_their_passages_and_other_forms_the_most_named_first() -> None:
    one = article("a", "Kim kam in den Fernen Osten.", "Kims Zug und Putin.")
    found = Understanding(
        mentions=(
            mention(one, 0, "Kim", "person"),
            mention(one, 0, "Fernen Osten", "place", "Ferner Osten"),
            mention(one, 1, "Kims", "person", "Kim"),
            mention(one, 1, "Putin", "person"),
        )
    )
    cut = shown(one, found, "full", 300)
    assert cut is not None
    entry = Named(kind="person", name="Kim Jong Un", aliases=("Marschall",))
    register = Register(
        names={("person", "Kim Jong Un"): entry},
        of={("person", "Kim"): ("person", "Kim Jong Un")},
    )
    made, names_of = appearances({"a": cut}, register)
    kim, putin = made["person"]
    assert kim.entry is entry
    assert [key[1] for key in kim.passages] == [block.id for block in one.passages]
    assert kim.aliases == ("Kim", "Marschall")
    assert (putin.entry.name, putin.aliases) == ("Putin", ())
    assert made["place"][0].aliases == ()
    assert made["organisation"] == ()
    assert names_of == {"a": (("person", "Kim"), ("place", "Ferner Osten"), ("person", "Putin"))}


def test_what_differs_by_capitals_only_is_no_other_form() -> None:
    one = article("a", "KIRBY spoke.", "Kirby and McMaster.", "MCMASTER and JEAN-PIERRE left.")
    found = Understanding(
        mentions=(
            mention(one, 0, "KIRBY", "person", "John Kirby"),
            mention(one, 1, "Kirby", "person", "John Kirby"),
            mention(one, 1, "McMaster", "person"),
            mention(one, 2, "MCMASTER", "person", "McMaster"),
            mention(one, 2, "JEAN-PIERRE", "person", "Karine Jean-Pierre"),
        )
    )
    cut = shown(one, found, "full", 300)
    assert cut is not None
    kirby, mcmaster, karine = appearances({"a": cut}, Register())[0]["person"]
    assert karine.aliases == ("Jean-Pierre",)
    assert (kirby.entry.name, kirby.aliases) == ("John Kirby", ("Kirby",))
    assert (mcmaster.entry.name, mcmaster.aliases) == ("McMaster", ())


def test_a_name_beyond_an_excerpt_is_not_listed() -> None:
    one = article("a", "Kim kam an und ging dann wieder fort, ohne ein Wort.", "Putin blieb.")
    found = Understanding(
        mentions=(mention(one, 0, "Kim", "person"), mention(one, 1, "Putin", "person"))
    )
    cut = shown(one, found, "excerpt", 30)
    assert cut is not None
    made, _ = appearances({"a": cut}, Register())
    assert [name.entry.name for name in made["person"]] == ["Kim"]


def test_names_in_another_language_keep_their_address_and_former_name() -> None:
    entry = Named(kind="place", name="Südkorea", lat=36.0, lon=128.0)
    one = Appearances(entry=entry, passages=(("a", "p"),), aliases=("ROK",), address="Südkorea")
    names: dict[NameKey, str] = {("place", "Südkorea"): "South Korea"}
    (made,) = names_in({"place": (one,)}, names)["place"]
    assert (made.entry.name, made.aliases, made.address) == (
        "South Korea", ("ROK", "Südkorea"), "Südkorea"
    )  # fmt: skip
    register = register_in(Register(names={("place", "Südkorea"): entry}), names)
    assert register.place("Südkorea") == "South Korea"
    assert register.place("Nirgendwo") == "Nirgendwo"
