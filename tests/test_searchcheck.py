from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from rendering.test_corpus import article

from dossier import searchcheck
from dossier.effects.browser import Answer
from dossier.errors import DossierError
from dossier.searchcheck import Query, load

ONE = article("eins", "Es geht um Waffengeschäfte.", "Er trifft ihn.")
FIRST, SECOND = (f"eins#{block.id}" for block in ONE.blocks)


def judged(query: Query, *passages: str) -> list[str]:
    texts = {f"eins#{block.id}": block.text for block in ONE.blocks}
    answer = Answer(passages, f"{len(passages)} Treffer")
    return [finding.message for finding in searchcheck.judge(query, answer, texts)]


def test_what_is_found_among_the_first_is_right() -> None:
    assert judged(Query(query="Geschäft", find=("Waffengeschäfte",)), FIRST) == []
    passage = FIRST.partition("#")[2]
    assert judged(Query(query="Geschäft", find=(passage, FIRST)), FIRST) == []


def test_what_is_missing_late_or_forbidden_is_told() -> None:
    query = Query(query="Geschäft", find=("Waffengeschäfte",), forbid=("trifft",), first=1)
    late, forbidden = judged(query, SECOND, FIRST)
    assert "place 2" in late
    assert "should not be" in forbidden
    (missing,) = judged(Query(query="x", find=("Waffengeschäfte",)))
    assert "is not found (the page says: 0 Treffer)" in missing
    (gone,) = judged(Query(query="x", find=("steht nirgends",)))
    assert "no article holds" in gone


def test_a_query_that_should_find_nothing() -> None:
    assert judged(Query(query="Quark", nothing=True)) == []
    assert len(judged(Query(query="Quark", nothing=True), FIRST)) == 1


def test_all_queries_are_asked(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with pytest.raises(DossierError, match="no search"):
        searchcheck.check(site, (), ())
    (site / "search").mkdir(parents=True)
    (site / "search/index.html").touch()
    queries = (
        Query(query="Geschäft", find=("Waffengeschäfte",)),
        Query(query="Quark", nothing=True),
    )

    def ask(folder: Path, asked: Iterable[str]) -> Iterator[Answer]:
        assert folder == site
        return (Answer((FIRST,), f"zu {query}") for query in asked)

    (finding,) = searchcheck.check(site, queries, (ONE,), ask)
    assert finding.level == "error"
    assert finding.where == "content/search.toml: Quark"


def test_the_file_of_queries_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    with pytest.raises(DossierError, match="no queries") as caught:
        load(path)
    assert caught.value.where == "content/search.toml"
    path.write_text('[[queries]]\nquery = "a"\nfind = ["b"]\n', encoding="utf-8")
    assert load(path) == (Query(query="a", find=("b",)),)
    for wrong in (
        '[[queries]]\nquery = "a"\nfinds = ["b"]\n',
        "[[queries",
        "[[queries]]\nquery = 1",
    ):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(DossierError, match="cannot be read"):
            load(path)


def test_the_samples_own_queries_can_be_read() -> None:
    queries = load(Path(__file__).parent.parent / "content/search.toml")
    assert len(queries) >= 60
    assert any(query.nothing for query in queries)
