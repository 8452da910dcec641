from __future__ import annotations

from rendering.test_citation import BARE, cited

from dossier.rendering.headmeta import tags


def test_reference_managers_find_what_is_known() -> None:
    found = tags(cited(date="2023-09-13"))
    assert ("citation_title", "Kim & Putin: 100 % {einig}?") in found
    assert [value for name, value in found if name == "citation_author"] == [
        "Anna Autorin",
        "Reuters, AFP",
    ]
    assert ("citation_publication_date", "2023/09/13") in found
    assert ("DC.date", "2023-09-13") in found
    assert ("DC.identifier", "https://desk.example.org/repo/articles/2023-09-kim/") in found
    assert ("DC.source", "https://zeitung.example/a%20b?x=1&y=2#z") in found


def test_a_date_is_no_more_precise_than_known() -> None:
    found = dict(tags(cited(date="2023-08~")))
    assert (found["citation_publication_date"], found["DC.date"]) == ("2023/08", "2023-08~")
    assert "citation_publication_date" not in dict(tags(cited(date="198X")))


def test_what_is_unknown_has_no_tag() -> None:
    assert {name for name, _ in tags(BARE)} == {
        "citation_title", "DC.title", "citation_public_url", "DC.identifier",
        "DC.relation.isPartOf", "DC.type",
    }  # fmt: skip
    local = tags(cited(permalink="articles/a/"))
    assert "DC.identifier" not in dict(local)
