"""What an original states about itself, under whatever name: front matter and header lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from msgspec import Struct

from dossier.blocks import normal
from dossier.model import Draft, Provenance, Rights, Source
from dossier.reading.dates import to_edtf, to_moment

# Names as they are found in Hugo, Jekyll, Pelican, Obsidian clippings and on German desks;
# lower case, "-" and blanks as "_"; the best first.
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "titel", "headline", "überschrift", "schlagzeile"),
    "date": (
        *("date", "datum", "published", "published_time", "publishdate", "publish_date"),
        *("publication_date", "date_published", "datepublished", "pubdate", "erschienen"),
        *("veröffentlicht", "erschienen_am", "veröffentlicht_am", "published_on", "stand"),
    ),
    "modified": (
        *("lastmod", "modified", "modified_time", "last_modified", "date_modified", "updated"),
        *("datemodified", "aktualisiert", "aktualisiert_am", "geändert"),
    ),
    "lang": ("lang", "language", "sprache", "locale"),
    "authors": ("authors", "author", "byline", "autoren", "autor", "autorin", "verfasser"),
    "description": (
        *("description", "standfirst", "summary", "excerpt", "subtitle", "teaser", "vorspann"),
        *("untertitel", "zusammenfassung"),
    ),
    "source": (
        *("source", "outlet", "publisher", "site_name", "site", "publication", "quelle"),
        *("medium", "zeitung", "newspaper"),
    ),
    "url": ("url", "source_url", "link", "canonical", "canonical_url", "permalink", "original_url"),
    "agency": ("agency", "agencies", "agentur", "agenturen"),
    "accessed": ("accessed", "abgerufen", "abgerufen_am", "retrieved", "clipped"),
    "archive_url": ("archive_url", "archive", "archiv"),
    "rights": ("rights", "rechte"),
    "licence": ("licence", "license", "lizenz"),
    "id": ("id", "slug"),
    "topics": ("topics", "themen"),
    "tags": ("tags", "categories", "category", "keywords", "schlagwörter", "kategorien"),
}
KNOWN: frozenset[str] = frozenset(
    {name for names in _NAMES.values() for name in names} | {"status"}
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    **dict.fromkeys(("deutsch", "german", "deu", "ger"), "de"),
    **dict.fromkeys(("englisch", "english", "eng"), "en"),
}
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:und|and|&)\s+|\s*[;&]\s*")
_BY = re.compile(r"^(?:von|by|autor(?:in)?:|author:)\s+", re.IGNORECASE)
_NO_SOURCE = Source()


class Metadata(Struct, frozen=True, kw_only=True):
    """What is stated; "" and () where nothing is. `date` and `modified` are EDTF."""

    title: str = ""
    date: str = ""
    modified: str = ""
    lang: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    source: Source = _NO_SOURCE
    licence: str = ""
    rights: Rights | None = None
    topics: tuple[str, ...] = ()
    id: str = ""

    def draft(self, by: Provenance) -> Draft:
        """Return a draft without blocks that says the same, on the authority of `by`."""
        return Draft(
            blocks=(),
            title=self.title,
            title_by=by if self.title else "",
            date=self.date,
            date_by=by if self.date else "",
            modified=self.modified,
            lang=self.lang,
            description=self.description,
            authors=self.authors,
            source=self.source,
            licence=self.licence,
            rights=self.rights,
            topics=self.topics,
            id=self.id,
        )


def key_name(name: str) -> str:
    """Return a key as this module writes it: `Publish-Date` → `publish_date`."""
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def from_values(values: Mapping[str, object]) -> Metadata:
    """Read metadata from front matter or header lines; what does not fit is left out."""
    stated = _Stated(values)
    rights = stated.first("rights", _text).lower()
    return Metadata(
        title=stated.first("title", _text),
        date=stated.first("date", _date),
        modified=stated.first("modified", _moment),
        lang=language(stated.first("lang", _text)),
        description=stated.first("description", _text),
        authors=next((names for value in stated.all("authors") if (names := people(value))), ()),
        source=_source(stated),
        rights=next((known for known in get_args(Rights) if known == rights), None),
        licence=stated.first("licence", _text),
        topics=_topics(stated),
        id=stated.first("id", lambda value: text if _ID.fullmatch(text := _text(value)) else ""),
    )


class _Stated:
    """The values as stated, found by what they mean."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = {key_name(key): value for key, value in values.items()}

    def all(self, field: str) -> list[object]:
        return [self._values[name] for name in _NAMES[field] if name in self._values]

    def first(self, field: str, read: Callable[[object], str]) -> str:
        return next((text for value in self.all(field) if (text := read(value))), "")


def language(stated: str) -> str:
    """Return the language code of `de-DE`, `de_DE.UTF-8`, `Deutsch`; "" if it is none."""
    name = stated.strip().lower().partition(".")[0]
    if name in _LANGUAGES:
        return _LANGUAGES[name]
    match = _LANG.fullmatch(name)
    code = match[1] if match else ""
    return _LANGUAGES.get(code, code if len(code) == 2 else "")  # ISO 639-1


def people(value: object) -> tuple[str, ...]:
    """Return the names in a list, in a mapping with `name`, or in "Von A und B"."""
    items = value if isinstance(value, list | tuple) else [value]
    names = [name for item in items for name in _split_names(_text(item))]
    return tuple(dict.fromkeys(names))


def _split_names(text: str) -> list[str]:
    parts = _AND.split(_BY.sub("", text))
    # "Müller, Max" is one name, "Max Müller, Erika Muster" are two
    if all(" " in piece.strip() for part in parts for piece in part.split(",")):
        parts = [piece for part in parts for piece in part.split(",")]
    return [name for part in parts if (name := part.strip(" ,"))]


def web_address(text: str) -> str:
    """Return `text` if it is a web address and nothing else, else ""."""
    return text if _WEB.fullmatch(text) else ""


def _source(stated: _Stated) -> Source:
    named = stated.all("source")
    inner = [value.get("url") for value in named if isinstance(value, dict)]
    agencies = [text for value in stated.all("agency") for text in _texts(value)]
    urls = (web_address(_text(value)) for value in (*stated.all("url"), *named, *inner))
    return Source(
        name=next((t for value in named if (t := _text(value)) and not web_address(t)), ""),
        url=next(filter(None, urls), ""),
        accessed=stated.first("accessed", _date),
        archive_url=web_address(stated.first("archive_url", _text)),
        agency=tuple(dict.fromkeys(agencies)),
    )


def _topics(stated: _Stated) -> tuple[str, ...]:
    """Return topics as stated. Tags are the outlet's word, not an editor's of this dossier."""
    named = next((texts for value in stated.all("topics") if (texts := _texts(value))), ())
    return tuple(dict.fromkeys(named))


def _moment(value: object) -> str:
    return to_moment(value[0] if isinstance(value, list | tuple) and value else value)


def _date(value: object) -> str:
    return to_edtf(value[0] if isinstance(value, list | tuple) and value else value)


def _text(value: object) -> str:
    """Return a single value as text; of a list the first, of a mapping its name.

    It looks one level deep: YAML can hold lists that contain themselves.
    """
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or ""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return ""
    return normal(str(value))


def _texts(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else _text(value).split(",")
    return tuple(text for item in items if (text := _text(item)))
