from __future__ import annotations

from rendering.test_corpus import article

from dossier.found import Mention, MentionKind, Named, Understanding
from dossier.model import Article, NameKey, Register
from dossier.rendering.named import Appearances, Naming, by_kind, found_at, names_in, register_in
from dossier.rendering.nameindex import Index, Told, index
from dossier.rendering.rights import Shown, shown


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


def indexed(one: Shown, register: Register) -> Index:
    """Return the index of a dossier of one article."""
    name = one.article.id
    return index(Told({name: one}, {name: b"1"}, register, (), {}))


def named(one: Shown, register: Register) -> dict[MentionKind, tuple[Appearances, ...]]:
    return by_kind(indexed(one, register).names.values())


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
    made = named(cut, register)
    kim, putin = made["person"]
    assert (kim.entry, kim.count, kim.articles) == (entry, 2, 1)
    assert kim.numbers == (1, 2)
    assert [key[1] for key in kim.passages] == [block.id for block in one.passages]
    assert kim.aliases == ("Kim", "Marschall")
    assert (putin.entry.name, putin.aliases) == ("Putin", ())
    assert made["place"][0].aliases == ()
    assert made["organisation"] == ()
    assert indexed(cut, register).articles["a"].names == [
        ("person", "Kim Jong Un"), ("place", "Ferner Osten"), ("person", "Putin")
    ]  # fmt: skip


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
    kirby, mcmaster, karine = named(cut, Register())["person"]
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
    made = named(cut, Register())
    assert [name.entry.name for name in made["person"]] == ["Kim"]


def test_names_in_another_language_keep_their_address_and_former_name() -> None:
    entry = Named(kind="place", name="Südkorea", lat=36.0, lon=128.0)
    key: NameKey = ("place", "Südkorea")
    one = found_at(key, entry, [Naming("a", (("p", 1),), ("Südkorea", "ROK"))], {})
    names: dict[NameKey, str] = {("place", "Südkorea"): "South Korea"}
    (made,) = names_in({"place": (one,)}, names)["place"]
    assert (made.entry.name, made.aliases, made.address) == (
        "South Korea", ("ROK", "Südkorea"), "Südkorea"
    )  # fmt: skip
    register = register_in(Register(names={("place", "Südkorea"): entry}), names)
    assert register.place("Südkorea") == "South Korea"
    assert register.place("Nirgendwo") == "Nirgendwo"


def test_only_the_latest_passages_stand_in_a_list_unless_one_more_would_do() -> None:
    key: NameKey = ("person", "Kim")
    entry = Named(kind="person", name="Kim")

    def many(number: int) -> Appearances:
        return found_at(key, entry, [Naming(f"a{n}", (("p", n),)) for n in range(number)], {})

    assert len(many(13).last) == 13
    assert many(14).last == [(f"a{n}", "p") for n in range(2, 14)]
    assert many(14).passages[0] == ("a0", "p")


def test_a_hash_tells_what_stands_in_the_list_and_what_stands_in_the_data() -> None:
    key: NameKey = ("person", "Kim")
    entry = Named(kind="person", name="Kim")
    namings = [Naming(f"a{n}", (("p", n),)) for n in range(20)]
    one = found_at(key, entry, namings, {"a0": b"1", "a19": b"1"})
    old = found_at(key, entry, namings, {"a0": b"2", "a19": b"1"})
    new = found_at(key, entry, namings, {"a0": b"1", "a19": b"2"})
    hidden = found_at(key, entry, [Naming("a0", (("p", None),)), *namings[1:]], {})
    assert one.listed == old.listed != new.listed
    assert one.digest == old.digest == new.digest != hidden.digest
