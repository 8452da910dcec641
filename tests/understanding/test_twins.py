from __future__ import annotations

from understanding.wire_reports import HARBOUR, make

from dossier.model import CopyGroup
from dossier.understanding.twins import twins

A = make("a", "A", "2024", HARBOUR[0], HARBOUR[1])
B = make("b", "B", "2024", HARBOUR[1].replace("Kapitän", "Schiffsführer"), HARBOUR[2])
C = make("c", "C", "2024", HARBOUR[2], "Etwas ganz anderes, nur hier zu lesen.")
ALL = {one.id: one for one in (A, B, C)}


def test_passages_go_with_the_first_that_tells_the_same() -> None:
    a, b, c = (one.passages for one in (A, B, C))
    assert twins([CopyGroup(lead="a", copies=("b", "c"))], ALL) == {
        ("a", a[1].id): ("a", a[1].id),
        ("b", b[0].id): ("a", a[1].id),
        ("b", b[1].id): ("b", b[1].id),
        ("c", c[0].id): ("b", b[1].id),
    }


def test_without_a_group_nothing_is_compared() -> None:
    assert twins([], ALL) == {}
