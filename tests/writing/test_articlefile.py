from __future__ import annotations

import pytest

from dossier import blocks, frontmatter
from dossier.errors import PageFileError
from dossier.model import Draft, Source, Version
from dossier.writing import articlefile

PATH = "content/articles/x.md"
DRAFT = Draft(
    title='Ein "Titel": mit Doppelpunkt',
    title_by="source",
    date="2023-09",
    date_by="text",
    modified="2023-09-14T07:15:00+02:00",
    licence="https://creativecommons.org/licenses/by/4.0/",
    lang="de",
    authors=("Anna Beispiel",),
    source=Source(name="Blatt", url="https://example.org/a", agency=("Tass",)),
    rights="excerpt",
    topics=("summit",),
    blocks=(
        blocks.make("paragraph", "Ein *Stern* und <b> & 1. April."),
        blocks.make("crosshead", "Zwischen"),
        blocks.make("caption", "Ein Bild", credit='Foto "Meier"/AP'),
        blocks.make("list", "eins\nzwei"),
        blocks.make("quote", "Gesagt ist gesagt."),
    ),
)


def test_what_is_written_is_read_again() -> None:
    text = articlefile.compose(DRAFT, article="x", original="originals/x.txt", sha256="ab")
    article, findings = articlefile.parse(text, path=PATH)
    assert findings == ()
    assert article.blocks == DRAFT.blocks
    for field in ("title", "title_by", "date", "date_by", "lang", "authors", "source", "rights"):
        assert getattr(article, field) == getattr(DRAFT, field)
    assert (article.modified, article.licence) == (DRAFT.modified, DRAFT.licence)
    assert (article.topics, article.original) == (("summit",), "originals/x.txt")
    assert (article.id, article.original_sha256, article.path) == ("x", "ab", PATH)


def test_a_change_is_read_under_hugos_name_and_a_wrong_one_named() -> None:
    text = "---\ntitle: T\ndate: 2023-09-13\nlastmod: 2023-09-14\nlicense: CC0\n---\nText.\n"
    article, findings = articlefile.parse(text, path=PATH)
    assert (article.modified, article.licence, findings) == ("2023-09-14", "CC0", ())
    article, (finding,) = articlefile.parse(text.replace("-14\n", "-44\n"), path=PATH)
    assert article.modified == ""
    assert finding.where == f"{PATH}:4"
    assert "2023-09-13T21:30" in finding.hint


def test_title_and_date_are_enough() -> None:
    article, findings = articlefile.parse(
        "---\ntitle: Von Hand\ndate: 2023\n---\nText.\n", path=PATH
    )
    assert findings == ()
    assert (article.id, article.title, article.title_by, article.date) == (
        "x",
        "Von Hand",
        "editor",
        "2023",
    )


def test_names_of_other_programs_for_author_and_source() -> None:
    text = "---\ntitle: T\ndate: 2023-09-13T08:00:00Z\nauthor: A. B.\nsource: Blatt\n---\nText.\n"
    article, _ = articlefile.parse(text, path=PATH)
    assert (article.authors, article.source.name, article.date) == (
        ("A. B.",),
        "Blatt",
        "2023-09-13",
    )


def test_no_title_is_a_finding_and_the_file_gives_one() -> None:
    article, (finding,) = articlefile.parse("Text.\n", path="content/articles/ein-fall.md")
    assert (article.title, article.title_by) == ("ein fall", "file")
    assert "no title" in finding.message


def test_a_date_that_is_none_is_a_finding_with_its_line() -> None:
    article, (finding,) = articlefile.parse(
        "---\ntitle: T\ndate: letzte Woche\n---\nText.\n", path=PATH
    )
    assert article.date == ""
    assert finding.where == f"{PATH}:3"
    assert "2023-09-13" in finding.hint


@pytest.mark.parametrize(
    ("head", "line", "hint"),
    [
        ("rights: privat", 2, "did you mean `private`?"),
        ("id: Groß Und Klein", 2, "take `gross-und-klein`"),
        ("id: 2023", 2, "take `2023-article`"),
    ],
)
def test_what_would_show_something_wrong_leaves_the_article_out(
    head: str, line: int, hint: str
) -> None:
    with pytest.raises(PageFileError) as caught:
        articlefile.parse(f"---\n{head}\n---\nText.\n", path=PATH)
    assert caught.value.where == f"{PATH}:{line}"
    assert hint in caught.value.hint


def test_an_article_without_text_is_an_error() -> None:
    with pytest.raises(PageFileError, match="no text"):
        articlefile.parse("---\ntitle: T\n---\n## Nur ein Zwischentitel\n", path=PATH)


def test_addresses_that_are_no_web_addresses_are_dropped() -> None:
    text = "---\ntitle: T\nsource: {url: 'javascript:alert(1)', archive_url: x}\n---\nText.\n"
    article, _ = articlefile.parse(text, path=PATH)
    assert (article.source.url, article.source.archive_url) == ("", "")


def test_an_introduction_is_a_page_with_a_title_and_no_words() -> None:
    values, body, _ = frontmatter.parse(articlefile.introduction("Gipfel: 2"))
    assert (values, body.strip()) == ({"title": "Gipfel: 2"}, "")


@pytest.mark.parametrize("said", ["none", "2023-09-a", ""])
def test_an_editor_may_say_of_what_it_is_a_copy(said: str) -> None:
    article, findings = articlefile.parse(
        f"---\ntitle: T\ncopy_of: {said}\n---\nText.\n", path=PATH
    )
    assert (article.copy_of, findings) == (said, ())


def test_former_versions_are_written_and_read_again() -> None:
    versions = (
        Version(
            original="originals/a.txt",
            original_sha256="ab",
            accessed="2023-09-13",
            title="Anders: so",
            added=("p-1",),
            reworded=("p-2", "p-3"),
            removed=("Der Anfang …",),
        ),
        Version(original="originals/b.txt"),
    )
    text = articlefile.compose(
        DRAFT, article="x", original="originals/c.txt", sha256="cd", versions=versions
    )
    assert articlefile.parse(text, path=PATH)[0].versions == versions


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("versions: [originals/a.txt]", ("originals/a.txt",)),
        ("versions: originals/a.txt", ("originals/a.txt",)),
        ("versions:\n- {original: a}\n- b", ("a", "b")),
        ("versions: [{}, {original: [x]}, 3]", ("3",)),
        ("versions:", ()),
    ],
)
def test_an_editor_names_former_versions_in_his_own_way(
    written: str, read: tuple[str, ...]
) -> None:
    article, _ = articlefile.parse(f"---\ntitle: T\n{written}\n---\nText.\n", path=PATH)
    assert tuple(one.original for one in article.versions) == read


def test_a_date_that_nobody_vouches_for_is_the_editors() -> None:
    article, _ = articlefile.parse("---\ntitle: T\ndate: 2023\n---\nText.\n", path=PATH)
    assert article.date_by == "editor"
    assert articlefile.parse("---\ntitle: T\n---\nText.\n", path=PATH)[0].date_by == ""


def test_front_matter_without_its_first_line_is_no_text() -> None:
    with pytest.raises(PageFileError, match="has no beginning") as caught:
        articlefile.parse("id: a\ntitle: T\n---\n\nEin Absatz.\n", path="a.md")
    assert (caught.value.where, "---" in caught.value.hint) == ("a.md:1", True)
    text = "Titel: ein Doppelpunkt\n\nEin Absatz.\n\n---\n\nNoch einer.\n"
    article, _ = articlefile.parse(text, path="a.md")
    assert article.blocks[0].text == "Titel: ein Doppelpunkt"
