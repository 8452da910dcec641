from __future__ import annotations

import pytest

from dossier.understanding.known import NOBODY
from dossier.understanding.name_features import features
from dossier.understanding.name_scan import scan
from dossier.understanding.name_tokens import Tokens


def seen(text: str, word: str, *, again: bool = False) -> list[str]:
    tokens = Tokens(text, "de")
    found = {tokens.words[one.first]: one for one in scan(tokens, NOBODY)}
    return features(tokens, found[word], again=again)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Er fuhr nach Bubik zurück", "b:place-word"),
        ("Das sagte Bubik gestern", "b:says"),
        ("Dort wohnt der Bubik heute", "b:article"),
        ("Er sah die Firma Bubik wachsen", "b:organisation-noun"),
        ("Er sah die Stadt Bubik wachsen", "b:place-noun"),
        ("Er lebt im englischen Bubik heute", "b:im-adjective"),
        ("Dort sah Bubik (34) ihn", "a:age"),
        ("Dort hat Bubik gewonnen", "b:small"),
        ("Dann kam Bubik und ging", "a:and"),
        ("Dann hat Bubik, wie er sagte", "a:comma"),
        ("Dann hat Bubik 3 Tore", "a:number"),
        ("Bubik sagte das", "b:opens"),
        ("Bubik hat das", "a:auxiliary"),
        ('Er sah "Bubik" dort', "b:mark"),
        ("Es waren 12 Bubik dort", "b:number"),
        ("So, Bubik dort", "b:comma"),
    ],
)
def test_what_stands_around_a_name_is_seen(text: str, feature: str) -> None:
    assert feature in seen(text, "Bubik")


def test_lists_and_repetition_are_seen() -> None:
    assert "list:town" in seen("Sie kamen Wildeshausen näher", "Wildeshausen")
    assert "again" in seen("Dort hat Bubik gewonnen", "Bubik", again=True)


def test_both_ends_of_a_longer_name_are_seen() -> None:
    found = seen("Dann hat Bubik Chalepo gewonnen", "Bubik")
    assert {"several", "1:unknown", "2:unknown", "several:b:small"} <= set(found)
