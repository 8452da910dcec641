"""What reference managers read of a page: Dublin Core and Highwire Press tags in its head."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.rendering.citation import Citation, date_parts


def tags(one: Citation) -> tuple[tuple[str, str], ...]:
    """Return names and contents of `<meta>` elements; what is unknown has none."""
    return tuple((name, content) for name, content in _tags(one) if content)


def _tags(one: Citation) -> Iterator[tuple[str, str]]:
    """Yield both families: Zotero's embedded metadata reads either, Google Scholar Highwire's.

    A Highwire date is 2023/09/13 or shorter; Dublin Core's is EDTF.
    """
    yield "citation_title", one.title
    yield "DC.title", one.title
    for author in one.authors:
        yield "citation_author", author
        yield "DC.creator", author
    yield "citation_publication_date", "/".join(f"{part:02d}" for part in date_parts(one.date))
    yield "DC.date", one.date
    yield "citation_publisher", one.container
    yield "DC.publisher", one.container
    for agency in one.agencies:
        yield "DC.contributor", agency
    yield "citation_language", one.lang
    yield "DC.language", one.lang
    yield "citation_public_url", one.address
    yield "DC.identifier", one.address
    yield "DC.source", one.url
    yield "DC.relation.isPartOf", one.dossier if one.kind != "dossier" else ""
    yield "DC.type", "Text" if one.kind in ("article", "passage") else "Collection"
