from __future__ import annotations

from dossier.found import Named
from dossier.understanding.known import NOBODY, known
from dossier.understanding.name_scan import scan
from dossier.understanding.name_tokens import Tokens


def seen(text: str, listed: list[Named] | None = None) -> list[tuple[str, str]]:
    tokens = Tokens(text, "de")
    return [
        (text[tokens.starts[one.first] : tokens.ends[one.last - 1]], one.kind)
        for one in scan(tokens, known(listed) if listed else NOBODY)
    ]


def test_a_sentence_is_cut_into_its_names() -> None:
    text = "Nordkoreas Machthaber Kim Jong Un traf Russlands Präsidenten Wladimir Putin."
    assert seen(text) == [
        ("Nordkoreas", "place"), ("Kim Jong Un", "person"), ("Russlands", "place"),
        ("Wladimir Putin", "person"),
    ]  # fmt: skip


def test_common_nouns_are_left_out_and_unknown_words_undecided() -> None:
    assert seen("Der Start der Raketen bei Wostotschny") == [("Wostotschny", "")]


def test_an_office_makes_a_name_of_what_follows() -> None:
    assert ("Barack Obama", "person") in seen("Dann kam Präsident Barack Obama.")


def test_the_editors_noun_is_a_name() -> None:
    entry = Named(kind="organisation", name="Rakete")
    assert seen("die Rakete flog", [entry]) == [("Rakete", "organisation")]


def test_the_editors_name_is_found_in_the_genitive_and_only_where_it_stands() -> None:
    listed = known([Named(kind="organisation", name="Xylanta")])
    for text, names in (
        ("Sie sah Xylantas Haus.", ["Xylanta"]),
        ("Sie sah das Haus.", []),
    ):
        found = scan(Tokens(text, "de"), listed)
        assert [one.name for one in found if one.name] == names
