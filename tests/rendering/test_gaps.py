from __future__ import annotations

from dossier.model import Article, Source
from dossier.rendering.gaps import check_articles


def test_a_complete_article_lacks_nothing() -> None:
    source = Source(url="https://example.org/")
    whole = Article(id="a", title="T", title_by="source", date="2023", source=source, blocks=())
    assert check_articles([whole]) == ()


def test_each_gap_is_named_with_its_file_and_the_way_to_fill_it() -> None:
    bare = Article(id="b", title="Der Anfang …", title_by="machine", blocks=())
    other = Article(id="a", title="T", path="content/articles/x.md", date="2023", blocks=())
    found = check_articles([bare, other])
    assert [(finding.where, finding.message) for finding in found] == [
        ("content/articles/x.md", "the article names no source"),
        ("content/articles/b.md", "the article has no date"),
        ("content/articles/b.md", "the headline was made from the text: Der Anfang …"),
        ("content/articles/b.md", "the article names no source"),
    ]
    assert all(finding.hint and finding.level == "warning" for finding in found)
