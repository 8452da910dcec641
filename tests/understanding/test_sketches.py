from __future__ import annotations

from msgspec.structs import replace

from dossier.found import Event, Mention, Understanding, Voice
from dossier.model import Article, packed
from dossier.sketch import Dated, Spoken
from dossier.understanding.sketches import sketch

ARTICLE = Article(id="a", title="A", body=packed(()), lang="de")


def mention(name: str, passage: str = "p-1", text: str = "Kim") -> Mention:
    return Mention(passage=passage, start=0, end=3, text=text, kind="person", name=name)


FOUND = Understanding(
    voices=(Voice(passage="p-2", start=0, end=1, text="x", speaker="Kim", kind="direct"),),
    events=(Event(passage="p-1", start=0, end=1, text="x", date="2023", place="Oslo", gist="a b"),),
    mentions=(mention("Zoe"), mention("Kim"), mention("Kim"), mention("Kim", "p-2")),
)


def test_a_sketch_holds_who_speaks_what_happened_and_who_is_named() -> None:
    made = sketch(ARTICLE, FOUND, "de")
    assert made.voices == (Spoken("Kim", "p-2"),)
    assert made.events == (Dated("p-1", "2023", "", "Oslo", "a b"),)
    assert made.names == ("person\tKim", "person\tZoe")


def test_its_key_of_names_follows_from_names_and_language_alone() -> None:
    key = sketch(ARTICLE, FOUND, "de").names_key
    others = replace(FOUND, events=(), mentions=FOUND.mentions[:2][::-1])
    assert sketch(ARTICLE, others, "de").names_key == key
    assert sketch(replace(ARTICLE, lang=""), FOUND, "de").names_key == key
    assert sketch(ARTICLE, FOUND, "en").names_key != key
    assert sketch(ARTICLE, replace(FOUND, mentions=FOUND.mentions[:1]), "de").names_key != key
