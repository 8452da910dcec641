"""The head of a page file: YAML between `---` lines, or TOML between `+++` lines."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml
from msgspec import Struct

from dossier.errors import PageFileError

_FENCES = {"---": "---", "+++": "+++"}
_KEY_LINE = re.compile(r"^[A-Za-z_][\w-]*\s*[:=]", re.MULTILINE)
_TIMESTAMP, _BOOL = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"


class _Loader(yaml.CSafeLoader):
    """YAML without surprises: a date stays the text it is, `no` is Norwegian, not false."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] not in (_TIMESTAMP, _BOOL)]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$", re.IGNORECASE), list("tTfF"))


class Parts(Struct, frozen=True):
    """A page file cut in two; `head + body` is the file, byte for byte.

    `head` includes its fences; `yaml_start` is where the YAML begins in `head`. `body_line`
    is the line, counted from 1, at which the body begins.
    """

    head: str
    body: str
    syntax: str
    inner: str
    yaml_start: int
    body_line: int


def split(text: str) -> Parts:
    """Cut `text` into front matter and body; without front matter `head` is empty."""
    lines = text.splitlines(keepends=True)
    start = "\ufeff" if text.startswith("\ufeff") else ""
    opening = lines[0].removeprefix(start).rstrip() if lines else ""
    if opening not in _FENCES:
        return Parts("", text, "", "", 0, 1)
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCES[opening]:
            head = "".join(lines[:number])
            inner = "".join(lines[1 : number - 1])
            if inner.strip() and not _KEY_LINE.search(inner):
                break  # a text that begins with a rule, not with front matter
            return Parts(head, text[len(head) :], opening, inner, len(lines[0]), number + 1)
    if opening == "---" and len(lines) > 1 and _KEY_LINE.match(lines[1]):
        raise PageFileError(
            "the front matter has no end",
            where="1",
            hint="close it with a line that holds only ---",
        )
    return Parts("", text, "", "", 0, 1)


def parse(text: str, where: str = "") -> tuple[dict[str, Any], str, int]:
    """Return the values of the front matter, the body, and the line at which the body begins.

    Raises `PageFileError` with `where:line` if it does not parse.
    """
    try:
        parts = split(text)
    except PageFileError as error:
        raise PageFileError(error.message, where=f"{where}:1", hint=error.hint) from None
    return load(parts, where), parts.body, parts.body_line


def load(parts: Parts, where: str = "") -> dict[str, Any]:
    """Return the values of a front matter that has been split off."""
    if not parts.inner.strip():
        return {}
    values = _load_toml(parts, where) if parts.syntax == "+++" else _load_yaml(parts, where)
    if not isinstance(values, dict):
        raise PageFileError(
            "the front matter is not a list of `key: value` lines",
            where=f"{where}:2",
            hint="write each value on a line of its own, like `title: …`",
        )
    return {str(key): value for key, value in values.items()}


def _load_yaml(parts: Parts, where: str) -> object:
    try:
        return yaml.load(parts.inner, Loader=_Loader)  # noqa: S506 - derived from the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and mark.line >= parts.inner.count("\n"):
            mark = error.context_mark  # what was opened there has no end
        line = mark.line + 2 if mark else 1
        raise PageFileError(
            f"the front matter does not parse: {error.problem or error}",
            where=f"{where}:{line}",
            hint="put values with a colon or a quotation mark in quotes",
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise PageFileError(
            f"the front matter does not parse: {error}",
            where=f"{where}:1",
            hint="see docs/articles.md for the keys and how to write them",
        ) from error


def _load_toml(parts: Parts, where: str) -> object:
    try:
        return tomllib.loads(parts.inner)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) + 1 if found else 1
        raise PageFileError(
            f"the front matter does not parse: {error}",
            where=f"{where}:{line}",
            hint='TOML wants quotes around text: title = "…"',
        ) from error


class _Dumper(yaml.CSafeDumper):
    """Lists stay on one line, text stays text."""


_Dumper.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != _TIMESTAMP]
    for first, pairs in yaml.CSafeDumper.yaml_implicit_resolvers.items()
}


def _list_on_one_line(dumper: yaml.CSafeDumper, items: list[Any]) -> yaml.Node:
    short = not any(isinstance(item, (list, dict)) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(list, _list_on_one_line)


def dump(values: dict[str, Any]) -> str:
    """Write `values` as a YAML front matter with its fences, keys in the order given."""
    inner = yaml.dump(
        values,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=2**31 - 1,
    )
    return f"---\n{inner}---\n"
