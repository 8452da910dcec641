"""`dossier.toml`: read and checked, with errors that name the line and the nearest valid key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from babel import localedata

from dossier import urls
from dossier.errors import ConfigError, Finding
from dossier.settings import Config, ThemeTable, text_in
from dossier.tomllines import Keys, Places
from dossier.wrongtypes import explain

NAME = "dossier.toml"
LANGUAGES = ("de", "en")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = r"""(?:[\w -]+|"[\w -]+"|'[\w -]+')"""
_LANGUAGE = re.compile(r"[a-z]{2,3}")  # also the name of a folder
_FONTS = re.compile(rf"{_FONT}(?:,\s*{_FONT})*")
_ASSET = re.compile(r"[\w-]+(?:/[\w-]+)*\.(?:svg|png|webp|jpe?g)")


def parse(text: str, where: str = NAME) -> Config:
    """Check `text` against the schema.

    Raises `ConfigError` with all problems: place as `file:line`, hint with the nearest key.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = f"{where}:{line[1] if line else len(text.splitlines()) or 1}"
        hint = 'text wants quotation marks, a list square brackets: terms = ["…", "…"]'
        raise ConfigError((_problem(place, f"this is no TOML: {error}", hint),)) from error
    places = Places(text, where)
    problems = [*_unknown_keys(Config, raw, (), places), *_type_errors(raw, places)]
    if not problems:
        config = msgspec.convert(raw, Config)
        problems += _value_errors(config, places)
    if problems:
        raise ConfigError(tuple(problems))
    return config


def load(path: Path) -> Config:
    """Read and check the file at `path`; see `parse`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        hint = "run `dossier init` in an empty folder, or go to the folder of your dossier"
        raise ConfigError((_problem(path.name, "there is no such file here", hint),)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        raise ConfigError((_problem(f"{path.name}:{line}", "not UTF-8", hint),)) from None
    return parse(text, path.name)


def nearest(word: str, valid: list[str] | tuple[str, ...]) -> str:
    """Return a hint that names the valid word nearest to `word`, or all of them."""
    close = difflib.get_close_matches(word, valid, n=1, cutoff=0.5)
    if close:
        return f"did you mean `{close[0]}`?"
    return "valid here: " + (", ".join(f"`{name}`" for name in valid) or "nothing")


def is_base_url(text: str) -> bool:
    """Whether a site can lie at the address `text`."""
    return urls.web_url(text).lower().startswith(("http://", "https://"))


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of `dossier.toml`, for editors that complete as you type."""
    return msgspec.json.schema(Config)


def _problem(where: str, message: str, hint: str = "") -> Finding:
    return Finding(where=where, message=message, hint=hint, level="error")


def _unknown_keys(
    schema: type[msgspec.Struct], raw: dict[str, Any], path: Keys, places: Places
) -> Iterator[Finding]:
    """Yield a problem for each key that the schema does not know, at any depth."""
    fields = {field.name: field.type for field in msgspec.structs.fields(schema)}
    for key, value in raw.items():
        if key not in fields:
            where = places((*path, key))
            section = f"[{path[0]}]" if path else "this file"
            yield _problem(where, f"{section} has no key `{key}`", nearest(key, list(fields)))
            continue
        inner = _struct_in(fields[key])
        if inner and isinstance(value, dict):
            yield from _unknown_keys(inner, value, (*path, key), places)
        elif inner and isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _unknown_keys(inner, item, (*path, key, index), places)


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:  # noqa: ANN401 - any annotation
    candidates = (kind, *getattr(kind, "__args__", ()))
    return next((one for one in candidates if isinstance(one, type(msgspec.Struct))), None)


def _type_errors(raw: dict[str, Any], places: Places) -> Iterator[Finding]:
    """Check value by value, so that one wrong one does not hide the next."""
    for field in msgspec.structs.fields(Config):
        name, inner = field.name, _struct_in(field.type)
        value = raw.get(name)
        if value is None:
            if field.required:
                hint = f'start with [{name}] title = "…"'
                yield _problem(places((name,)), f"there is no [{name}] table", hint)
            continue
        rows = field.type is not inner
        if isinstance(value, list) != rows:
            hint = f"write it as {f'[[{name}]]' if rows else f'[{name}]'} and lines below"
            yield _problem(places((name,)), f"`{name}` has the wrong type", hint)
            continue
        for index, row in enumerate(value if rows else [value]):
            yield from _row_errors(inner, row, (name, index) if rows else (name,), places)


def _row_errors(
    table: type[msgspec.Struct] | None, row: object, path: Keys, places: Places
) -> Iterator[Finding]:
    if table is None or not isinstance(row, dict):
        yield _problem(places(path), f"`{path[0]}` has the wrong type", "it wants a table")
        return
    for field in msgspec.structs.fields(table):
        if field.name in row:
            try:
                msgspec.convert(row[field.name], field.type)
            except msgspec.ValidationError as error:
                message, hint = explain(field.name, str(error))
                yield _problem(places((*path, field.name)), message, hint)
        elif field.required:
            hint = f'write a line like {field.name} = "…"'
            yield _problem(places(path), f"[{path[0]}] lacks `{field.name}`", hint)


def _value_errors(config: Config, places: Places) -> Iterator[Finding]:
    """Yield what the types allow and the program cannot use."""
    site = config.site
    if site.base_url and not is_base_url(site.base_url):
        hint = "like https://name.github.io/repo/"
        yield _problem(places(("site", "base_url")), "`base_url` is no web address", hint)
    yield from _language_errors(site.languages, places)
    try:
        ZoneInfo(site.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        where, message = places(("site", "timezone")), f"no such time zone: {site.timezone}"
        yield _problem(where, message, "like Europe/Berlin")
    excerpt = ("rights", "excerpt_chars", config.rights.excerpt_chars)
    for table, key, count in (excerpt, ("build", "jobs", config.build.jobs)):
        if count < 0:
            yield _problem(places((table, key)), f"`{key}` is below zero", "give 0 or more")
    yield from _theme_errors(config.theme, places)
    yield from _topic_errors(config, places)
    yield from _nameless(config, places)


def _nameless(config: Config, places: Places) -> Iterator[Finding]:
    """Yield entries whose name is empty: they would be found nowhere."""
    for table in ("people", "places", "organisations"):
        for index, entry in enumerate(getattr(config, table)):
            if not text_in(entry.name, config.lang).strip():
                message, hint = f"[{table}] has an entry without a name", 'write name = "…"'
                yield _problem(places((table, index, "name")), message, hint)


def _language_errors(languages: list[str], places: Places) -> Iterator[Finding]:
    """Yield what cannot be a language; whether there is an interface in it, the theme knows."""
    where = places(("site", "languages"))
    for lang in languages or [""]:
        if not _LANGUAGE.fullmatch(lang) or not localedata.exists(lang):
            yield _problem(where, f"there is no interface in `{lang}`", nearest(lang, LANGUAGES))
    if len(set(languages)) < len(languages):
        yield _problem(where, "a language stands here twice", "name each language once")


def _theme_errors(theme: ThemeTable, places: Places) -> Iterator[Finding]:
    """Yield what would not be a colour, a list of fonts or a file of the theme in a style sheet."""
    rules = (
        ("accent", _COLOUR, "a colour", "write it like #0b5f8a"),
        ("paper", _COLOUR, "a colour", "write it like #fbfaf6"),
        ("text_font", _FONTS, "a list of fonts", "like `Georgia, serif`"),
        ("interface_font", _FONTS, "a list of fonts", "like `Verdana, sans-serif`"),
        ("logo", _ASSET, "a picture", "put it into templates/assets/ and write `logo.svg`"),
    )
    for key, pattern, what, hint in rules:
        value = getattr(theme, key)
        if value and not pattern.fullmatch(value):
            yield _problem(places(("theme", key)), f"`{value}` is no {what[2:]}", hint)


def _topic_errors(config: Config, places: Places) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, topic in enumerate(config.topics):
        where = places(("topics", index, "id"))
        if not urls.is_slug(topic.id):
            hint = f"take `{urls.slug(topic.id, 'topic')}`: small letters, digits and hyphens"
            yield _problem(where, f"`{topic.id}` cannot be a topic's id", hint)
        if topic.id in seen:
            yield _problem(where, f"two topics have the id `{topic.id}`", "rename one of them")
        seen.add(topic.id)
        if topic.colour and not _COLOUR.fullmatch(topic.colour):
            where = places(("topics", index, "colour"))
            yield _problem(where, f"`{topic.colour}` is no colour", "write it like #0b5f8a")
