from __future__ import annotations

import pytest
from msgspec.structs import replace

from dossier.model import Article, Rights, Source, packed
from dossier.rendering.gaps import check_articles

WHOLE = Article(
    id="a",
    title="T",
    title_by="source",
    date="2023",
    date_by="source",
    authors=("Anna Beispiel",),
    source=Source(url="https://www.example.org/a"),
    rights="full",
    body=packed(()),
)


def test_a_complete_article_lacks_nothing() -> None:
    agency = replace(WHOLE, authors=(), source=Source(name="Blatt", agency=("dpa",)))
    assert check_articles([WHOLE, agency]) == ()


def test_each_gap_is_named_with_its_file_and_the_way_to_fill_it() -> None:
    bare = replace(
        WHOLE, id="b", title="Der Anfang …", title_by="machine", date="", source=Source()
    )
    other = replace(WHOLE, path="content/articles/x.md", source=Source(), authors=(), rights=None)
    found = check_articles([bare, other])
    assert [(one.level, one.where, one.message) for one in found] == [
        ("warning", "content/articles/x.md", "the article names no source"),
        ("warning", "content/articles/b.md", "the article has no date"),
        (
            "warning",
            "content/articles/b.md",
            "the headline was made from the text: Der Anfang …",
        ),
        ("warning", "content/articles/b.md", "the article names no source"),
        ("note", "content/articles/x.md", "the article names neither author nor agency"),
        (
            "note",
            "content/articles/x.md",
            "no rights are stated; what the dossier takes for granted holds",
        ),
    ]
    assert all(finding.hint for finding in found)


@pytest.mark.parametrize(
    ("doubtful", "said"),
    [
        (replace(WHOLE, date_by="file"), "the date is that of the file, which may be later: 2023"),
        (replace(WHOLE, date_by="machine"), "the date was guessed from the page: 2023"),
        (replace(WHOLE, title_by="file"), "the headline is that of the file: T"),
    ],
)
def test_what_is_only_guessed_is_named_with_what_was_guessed(doubtful: Article, said: str) -> None:
    assert [one.message for one in check_articles([doubtful])] == [said]


@pytest.mark.parametrize("known", ["example.org", "www.example.org", "Blatt"])
def test_rights_of_an_outlet_are_its_articles_rights(known: str) -> None:
    one = replace(WHOLE, rights=None, source=replace(WHOLE.source, name="Blatt"))
    by_source: dict[str, Rights] = {known: "link"}
    assert check_articles([one], by_source) == ()
    assert len(check_articles([one], {"example.com": "link"})) == 1
