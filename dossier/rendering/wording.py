"""The site's own words: strings of the interface, plurals, dates as precise as they are known."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal
from msgspec import Struct, field

from dossier import edtf
from dossier.errors import ThemeError
from dossier.found import Modifier
from dossier.rendering.pieces import DateText

Strings = dict[str, str | dict[str, str]]


def parse_strings(text: str, where: str) -> Strings:
    """Read a language's strings. Raises `ThemeError` with the file if they are malformed."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"this is no TOML: {error}", where=where) from error
    strings: Strings = {}
    for key, value in raw.items():
        if isinstance(value, str):
            strings[key] = value
        elif isinstance(value, dict) and all(isinstance(form, str) for form in value.values()):
            strings[key] = {str(form): str(text) for form, text in value.items()}
        else:
            raise ThemeError(f"`{key}` is neither text nor plural forms", where=where)
    return strings


class Wording(Struct, frozen=True):
    """The words of one language. `where` names their file in messages."""

    lang: str
    strings: Strings
    where: str
    _dates: dict[tuple[str, Modifier], DateText] = field(default_factory=dict)

    def text(self, key: str, **values: str) -> str:
        """Return the string `key` with its places filled in."""
        found = self.strings.get(key)
        if not isinstance(found, str):
            raise ThemeError(f"the text `{key}` is missing", where=self.where)
        try:
            return found.format(**values) if values else found
        except (LookupError, ValueError, AttributeError, TypeError) as error:
            raise ThemeError(
                f"the text `{key}` has a wrong place: {error}", where=self.where
            ) from error

    def count(self, key: str, number: int) -> str:
        """Return how many of something there are, in the plural form that belongs to it."""
        forms = self.strings.get(key)
        if not isinstance(forms, dict) or "other" not in forms:
            raise ThemeError(f"the plural forms `{key}` are missing", where=self.where)
        form = forms.get(_plural(number, self.lang)) or forms["other"]
        return form.replace("{n}", self.number(number))

    def number(self, number: int) -> str:
        """Write a whole number as the language does."""
        return _number(number, self.lang)

    def ui(self) -> dict[str, str]:
        """Return all plain strings, and the plural forms as `key_one`, `key_other`, …."""
        flat: dict[str, str] = {}
        for key, value in self.strings.items():
            if isinstance(value, str):
                flat[key] = value
            else:
                flat.update({f"{key}_{form}": text for form, text in value.items()})
        return flat

    def date(self, value: str, modifier: Modifier = "") -> DateText:
        """Write an EDTF date for readers, not a bit more precise than it is."""
        known = self._dates.get((value, modifier))
        if known is None:
            known = self._dates[value, modifier] = self._date(value, modifier)
        return known

    def month(self, value: str) -> str:
        """Name the month of an EDTF date that has one, without its year."""
        span = edtf.parse(value)
        return get_month_names("wide", "stand-alone", self.lang)[span.first.month] if span else ""

    def _date(self, value: str, modifier: Modifier) -> DateText:
        span = edtf.parse(value)
        if span is None:
            return DateText(text=self.text("undated"))
        if "/" in value:
            return DateText(text=self._interval(value))
        text = self._plain(value, span)
        if modifier and span.precision in ("month", "year"):
            text = self.text(f"date_{modifier}", date=text)
        elif span.approximate:
            text = self.text("date_approximate", date=text)
        if span.uncertain:
            text = self.text("date_uncertain", date=text)
        coarse = "X" in value or span.precision == "season"  # HTML knows no such
        machine = "" if coarse else value.rstrip("?~%")
        return DateText(text=text, machine=machine)

    def _plain(self, value: str, span: edtf.Span) -> str:
        if "X" in value:
            return self._decade(span)
        if span.precision == "season":
            following = str(span.year + 1)
            return self.text(f"date_season_{value[5:7]}", year=str(span.year), next=following[-2:])
        return _plain_date(span, self.lang)

    def _decade(self, span: edtf.Span) -> str:
        if span.precision == "century":
            return self.text("date_century", n=self.number(span.year // 100 + 1))
        return self.text("date_decade", year=str(span.year))

    def _interval(self, value: str) -> str:
        start, _, end = value.partition("/")
        if start == "..":
            return self.text("date_until", to=self.date(end).text)
        if end == "..":
            return self.text("date_from", **{"from": self.date(start).text})
        return self.between("date_interval", start, end)

    def between(self, key: str, start: str, end: str) -> str:
        """Fill a text that names two dates, `from` and `to`."""
        return self.text(key, **{"from": self.date(start).text, "to": self.date(end).text})


@lru_cache(maxsize=8192)
def _plain_date(span: edtf.Span, lang: str) -> str:
    if span.precision == "year":
        return str(span.year)
    if span.precision == "month":
        return str(format_skeleton("yMMMM", span.first, locale=lang))
    return str(format_date(span.first, format="long", locale=lang))


@lru_cache(maxsize=8192)
def _number(number: int, lang: str) -> str:
    return str(format_decimal(number, locale=lang))


@lru_cache(maxsize=8192)
def _plural(number: int, lang: str) -> str:
    return str(Locale.parse(lang).plural_form(number))
