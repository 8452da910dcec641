from __future__ import annotations

from msgspec.structs import replace

from dossier import blocks
from dossier.arrivals import (
    Arrival,
    Desk,
    begin,
    desk_for,
    file_text,
    line_of,
    refusals,
    without_lost,
)
from dossier.errors import Finding
from dossier.model import Article, Draft, Source, packed
from dossier.originals import Original
from dossier.writing import articlefile

TEXTS = (
    "Nach einem Brand auf einer Fähre sind am Dienstag 214 Menschen in Sicherheit gebracht worden.",
    "Die Feuerwehr rückte mit mehreren Löschzügen an und brachte das Feuer unter Kontrolle.",
    "Die Ursache blieb zunächst unklar; die Polizei nahm Ermittlungen auf und befragte Zeugen.",
)
MORE = "Am Mittwoch schleppten zwei Boote das Schiff in die Werft nach Rendsburg."


def draft(*texts: str, title: str = "Fähre brennt", **values: object) -> Draft:
    made = tuple(blocks.make("paragraph", text) for text in texts or TEXTS)
    one = Draft(
        blocks=made,
        title=title,
        title_by="source",
        date="2024-03-12",
        date_by="source",
        source=Source(name="Blatt", url="https://blatt.example/faehre-brennt"),
    )
    return replace(one, **values)  # type: ignore[arg-type]


def original(name: str) -> Original:
    return Original(f"in/{name}", b"", f"sha of {name}", inside=f"originals/{name}")


def desk(*articles: Article) -> Desk:
    return desk_for({one.id: one for one in articles}, ("brand",), ("2024-03-12-taken",))


def test_ids_and_topics_are_those_that_are_free_and_known() -> None:
    one = desk()
    first = one.receive(original("a"), "taken", draft(topics=("brand", "none")))
    second = one.receive(original("b"), "b", draft(id="mein", source=Source(), title="Anders"))
    third = one.receive(original("c"), "c", draft(MORE, id="mein", source=Source(), title="Dritte"))
    assert [found.kind for found in (first, second, third)] == ["new"] * 3
    assert [found.article for found in (first, second, third)] == [
        *("2024-03-12-taken-2", "mein", "2024-03-12-c")
    ]
    assert one.made["2024-03-12-taken-2"].draft.topics == ("brand",)


def test_versions_that_come_at_once_make_one_article_with_its_past() -> None:
    one = desk()
    texts = [draft(), draft(*TEXTS[:2], MORE), draft(), draft(*TEXTS[:2], MORE, title="Neu")]
    kinds = [
        one.receive(original(str(number)), "x", text).kind for number, text in enumerate(texts)
    ]
    assert kinds == ["new", "version", "present", "version"]
    ((identifier, line),) = one.made.items()
    article, _ = articlefile.parse(file_text(identifier, line), path="content/articles/x.md")
    assert (article.title, article.original) == ("Neu", "originals/3")
    before, between = article.versions
    assert (before.original, before.original_sha256) == ("originals/0", "sha of 0")
    assert before.added == (blocks.block_id("paragraph", MORE),)
    assert before.removed == (
        "Die Ursache blieb zunächst unklar; die Polizei nahm Ermittlungen auf und …",
    )
    assert (between.title, between.added, between.removed) == ("Fähre brennt", (), ())
    assert one.used == {"originals/0", "originals/1", "originals/3"}


def test_a_version_that_is_not_ours_to_write_leaves_the_article() -> None:
    article = Article(
        id="x",
        title="Fähre brennt",
        date="2024-03-12",
        body=packed(draft().blocks),
        source=draft().source,
        path="content/articles/x.md",
    )
    line = replace(begin(draft(), original("a")), is_ours=False)
    for known in ({}, {"x": line}):
        one = desk(article)
        one.lines |= known
        found = one.receive(original("b"), "b", draft(*TEXTS, MORE))
        assert (found.kind, found.article, found.note) == ("edited", "x", "1 block added")
        assert one.made == {}
        (finding,) = one.findings
        assert finding.where == "content/articles/x.md"
        assert f"new: “{MORE}”" in finding.hint
        assert "`originals/b`" in finding.hint
        assert one.used == {"originals/b"}


def test_a_line_is_the_same_told_at_once_or_step_by_step() -> None:
    steps = [
        (original("a"), draft(authors=("Anna Beispiel",))),
        (original("b"), draft(*TEXTS, MORE, date="2024-03-13")),
        (original("c"), draft(*TEXTS, MORE)),
        (original("d"), draft(MORE, title="Neu", title_by="machine")),
    ]
    line = line_of(steps)
    assert line
    assert [one.original for one in line.versions] == ["originals/a", "originals/b"]
    assert (line.inside, line.draft.date, line.draft.authors) == (
        *("originals/d", "2024-03-12", ("Anna Beispiel",)),
    )
    assert line.draft.title == "Fähre brennt"  # a headline made from the text is none
    assert line_of([]) is None


def test_what_was_refused_says_why_and_notes_refuse_nothing() -> None:
    error = Finding(where="a", message="empty", level="error")
    assert refusals([error, Finding(where="b", message="doubtful")]) == [
        Arrival(kind="refused", where="a", note="empty")
    ]
    new, old = (Arrival(kind=kind, where=kind, article="x") for kind in ("new", "present"))
    assert list(without_lost([new, old], {"x": error})) == [
        Arrival(kind="refused", where="new", note="empty"),
        old,
    ]
