"""What a search bundle says, whatever numbers its pages have and in whatever files it is."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from dossier.effects.cbor import decode


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
