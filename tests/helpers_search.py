"""Pages to be searched, and what a bundle of them says, however it is numbered and divided."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

from dossier.effects.cbor import decode

WORDS = ("Größe", "grosse", "Straße", "strasse", "Äpfel", "apfel", "café", "cafe", "Regen")
COUNT = 30


def text(number: int, edition: str = "", kind: int = -1) -> str:
    """Return an article; each third is in English, each fifth has a field of its own.

    `kind` makes it like that of another number.
    """
    chance = random.Random(f"{number}{edition}")  # noqa: S311 - the same every time
    words = [chance.choice(WORDS) + chance.choice(["", "", str(number % 7)]) for _ in range(60)]
    number = number if kind < 0 else kind
    lang, others = "en" if number % 3 == 1 else "de", " ".join(words[:9])
    own = (
        f'<meta content="{others}" data-pagefind-meta="place[content]">' if number % 5 == 0 else ""
    )
    topics = "".join(
        f'<meta content="t{number % size}" data-pagefind-filter="topic[content]">'
        for size in (2, 3)
    )
    date = f'<meta content="20{number:02}" data-pagefind-sort="date[content]">'
    return (
        f'<html lang="{lang}"><head><title>T</title>{own}{topics}{date}'
        f'<meta content="Größe {others}" data-pagefind-meta="words[content]"></head>'
        f"<body data-pagefind-body><h1>{words[10]}</h1><p>{' '.join(words)}</p></body></html>"
    )


def put(site: Path, number: int, edition: str = "", kind: int = -1) -> str:
    """Write an article into a site, and return its file there."""
    page = f"articles/a{number:02}/index.html"
    (site / page).parent.mkdir(parents=True, exist_ok=True)
    (site / page).write_text(text(number, edition, kind), encoding="utf-8")
    return page


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    held = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in held}


def unpacked(path: Path) -> bytes:
    """Read a file of the engine's."""
    data = gzip.decompress(path.read_bytes())
    assert data.startswith(b"pagefind_dcd")
    return data.removeprefix(b"pagefind_dcd")


def cbor(path: Path) -> Any:  # noqa: ANN401 - as the file says
    return decode(unpacked(path))


def said(bundle: Path) -> dict[str, Any]:
    """Return all that the engine can tell from a bundle, with addresses for numbers of pages."""
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    entry["languages"] = {
        code: language | _table(bundle, language.pop("hash"))
        for code, language in entry["languages"].items()
    }
    return dict(entry)


def _table(bundle: Path, name: str) -> dict[str, Any]:
    version, pages, chunks, filters, _sorts, fields = cbor(bundle / f"pagefind.{name}.pf_meta")
    texts = [json.loads(unpacked(bundle / f"fragment/{page[0]}.pf_fragment")) for page in pages]
    urls = [text["url"] for text in texts]
    words = {}
    for _, _, file in chunks:
        for word, places, others in cbor(bundle / f"index/{file}.pf_index")[0]:
            assert word not in words
            spelled = {spelling: _places(those, urls, fields) for spelling, those in others}
            words[word] = (_places(places, urls, fields), spelled)
    values = {
        name: {value: sorted(urls[page] for page in held) for value, held in listed}
        for name, listed in (cbor(bundle / f"filter/{file}.pf_filter") for _, file in filters)
    }
    lengths = {url: page[1:] for url, page in zip(urls, pages, strict=True)}
    held = {"version": version, "words": words, "filters": values, "lengths": lengths}
    return held | {"fields": fields, "texts": {text["url"]: text for text in texts}}


def _places(pages: list[Any], urls: list[str], fields: list[str]) -> dict[str, Any]:
    """Return where a word stands, by address: its places in the text, and in fields by name."""
    found, number = {}, 0
    for distance, text, meta in pages:
        number += distance
        found[urls[number]] = (text, [fields[-1 - one] if one < 0 else one for one in meta])
    assert len(found) == len(pages)
    return found
