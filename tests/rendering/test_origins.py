from __future__ import annotations

from rendering.test_corpus import article, dossier

from dossier.model import Copies, CopyGroup, Source
from dossier.rendering.corpus import Corpus, corpus
from dossier.rendering.origins import only_origin, origin, outlets, reports


def carried() -> Corpus:
    articles = [
        article("a", "Eins.", source=Source(name="Post", agency=("dpa",))),
        article("b", "Eins.", source=Source(name="Blatt", agency=("dpa",))),
        article("c", "Zwei.", source=Source(name="Post")),
        article("d", "Drei."),
        article("e", "Vier.", source=Source(name="Bote")),
        article("f", "Vier.", source=Source(name="Blatt")),
    ]
    groups = (
        CopyGroup(lead="a", copies=("b",), agencies=("dpa",)),
        CopyGroup(lead="e", copies=("f",)),
    )
    return corpus(dossier(*articles, copies=Copies(groups=groups)))


def test_outlets_come_with_their_own_work_first() -> None:
    told = [(one.name, one.own, one.wire, one.agencies) for one in outlets(carried())]
    assert told == [
        ("Post", 1, ("a",), ("dpa",)),
        ("Blatt", 0, ("b", "f"), ("dpa",)),
        ("Bote", 0, ("e",), ()),
        ("", 1, (), ()),
    ]


def test_behind_a_wire_report_stands_its_agency_or_whoever_had_it_first() -> None:
    made = carried()
    assert [origin(made, name) for name in "abcdef"] == ["dpa", "dpa", "Post", "", "Bote", "Bote"]
    assert reports(made, "abef") == {"a": "dpa", "e": "Bote"}


def test_copies_are_no_second_source() -> None:
    made = carried()
    assert only_origin(made, ["a", "b"]) == "dpa"
    assert only_origin(made, ["a", "c"]) == ""
    assert only_origin(made, ["d"]) == ""
    assert only_origin(made, []) == ""
