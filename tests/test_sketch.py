from __future__ import annotations

from msgspec import msgpack

from dossier.sketch import Dated, Sketch, Spoken

MADE = Sketch(
    voices=(Spoken("Kim", "p-1"), Spoken("", "p-2")),
    events=(Dated("p-1", "2023-09", "end", "Wladiwostok", "reis"),),
    names_key=b"x",
    at_home=True,
    names=("person\tKim",),
)


def test_a_sketch_comes_back_as_it_was_kept() -> None:
    assert msgpack.decode(msgpack.encode(MADE), type=Sketch) == MADE
