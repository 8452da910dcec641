"""What an editor says of findings in front matter: `voices:`, `events:`, `dates:`, `mentions:`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from msgspec.structs import replace

from dossier import edtf, frontmatter
from dossier.config import nearest
from dossier.errors import Finding, PageFileError
from dossier.found import Event, MentionKind, Modifier, Understanding, Voice, VoiceKind
from dossier.model import Amendment, AmendmentKind, Block

# The keys of an item, `passage`, `text` and `drop` apart.
_KEYS: Mapping[AmendmentKind, tuple[str, ...]] = {
    "voices": ("speaker", "kind", "cue", "via"),
    "events": ("date", "place", "modifier"),
    "dates": ("edtf", "modifier"),
    "mentions": ("name", "kind"),
}
_COMMON = ("passage", "text", "drop")
_PLACES = ("start", "end")  # written by `explain --write` for whoever compares; text decides


def parse(
    values: Mapping[str, Any],
    blocks: Sequence[Block],
    path: str,
    line_of: Callable[[str], int],
    findings: list[Finding],
) -> tuple[Amendment, ...]:
    """Read all items; what points at nothing or cannot be read becomes an error and is left out.

    `line_of` tells the line on which a key stands; `findings` takes the errors.
    """
    amendments: list[Amendment] = []
    texts = {block.id: block.text for block in blocks if block.is_passage}
    for kind in get_args(AmendmentKind):
        items = values.get(kind)
        if items is None:
            continue
        line = line_of(kind)
        if not isinstance(items, list):
            findings.append(_error(path, line, f"`{kind}` is not a list of items"))
            continue
        for item in items:
            problem = _problem(kind, item, texts)
            if problem:
                findings.append(replace(problem, where=f"{path}:{line}"))
            else:
                amendments.append(_amendment(kind, item, line))
    return tuple(amendments)


def _amendment(kind: AmendmentKind, item: Mapping[str, Any], line: int) -> Amendment:
    keys = [key for key in _KEYS[kind] if key in item]
    return Amendment(
        kind=kind,
        passage=str(item["passage"]),
        text=str(item.get("text") or ""),
        drop=item.get("drop") is True,
        values=tuple((key, "" if item[key] is None else str(item[key])) for key in keys),
        line=line,
    )


def _problem(kind: AmendmentKind, item: object, texts: Mapping[str, str]) -> Finding | None:
    """Return what is wrong with an item, its place left open."""
    if not isinstance(item, dict):
        return _error("", 0, f"an item of `{kind}` is not written as `key: value`")
    passage, text = str(item.get("passage") or ""), str(item.get("text") or "")
    if passage not in texts:
        message = f"`{kind}` names the passage `{passage}`, which the article does not have"
        return _error("", 0, message, nearest(passage, sorted(texts)))
    if text and text not in texts[passage]:
        message = f"`{kind}` quotes words that passage {passage} does not have: {text[:60]}"
        return _error("", 0, message, "copy them from the passage as they stand there")
    known = (*_COMMON, *_PLACES, *_KEYS[kind])
    for key in item:
        if key not in known:
            message = f"an item of `{kind}` has no key `{key}`"
            return _error("", 0, message, nearest(str(key), known))
    return _wrong_value(kind, item)


def _wrong_value(kind: AmendmentKind, item: Mapping[str, Any]) -> Finding | None:
    key = {"events": "date", "dates": "edtf"}.get(kind, "")
    if key in item and not edtf.is_valid(str(item[key])):
        hint = "write it as 2023, 2023-09 or 2023-09-13"
        return _error("", 0, f"`{item[key]}` is no date", hint)
    kinds = get_args(MentionKind if kind == "mentions" else VoiceKind)
    for name, choices in (("kind", kinds), ("modifier", get_args(Modifier))):
        if name in item and str(item[name] or "") not in choices:
            return _error("", 0, f"`{item[name]}` is no {name}", nearest(str(item[name]), choices))
    return None


def _error(path: str, line: int, message: str, hint: str = "") -> Finding:
    return Finding(where=f"{path}:{line}", message=message, hint=hint, level="error")


def written_out(text: str, found: Understanding, path: str) -> str:
    """Return an article's file with its findings as items of its front matter.

    Lists that stand there already are left as they are, and so is every other byte.
    """
    parts = frontmatter.split(text)
    if parts.syntax != "---":
        raise PageFileError(
            "the findings can be written only into front matter between --- lines", where=path
        )
    have = frontmatter.load(parts, path)
    lists: dict[str, list[dict[str, Any]]] = {
        "voices": list(map(_voice_item, found.voices)),
        "events": list(map(_event_item, found.events)),
    }
    new = {key: items for key, items in lists.items() if items and key not in have}
    if not new:
        return text
    fence = parts.head.rstrip().rfind("---")
    inner = "".join(_lines(new))
    return parts.head[:fence] + inner + parts.head[fence:] + parts.body


def _lines(lists: Mapping[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Write lists as YAML, without the fences."""
    yield frontmatter.dump(dict(lists)).removeprefix("---\n").removesuffix("---\n")


def _voice_item(voice: Voice) -> dict[str, Any]:
    values = {"passage": voice.passage, "speaker": voice.speaker, "kind": voice.kind,
              "cue": voice.cue, "via": voice.via, "text": voice.text}  # fmt: skip
    return _filled(values, always=("passage", "speaker", "text"))


def _event_item(event: Event) -> dict[str, Any]:
    values = {"passage": event.passage, "date": event.date, "modifier": event.modifier,
              "place": event.place, "text": event.text}  # fmt: skip
    return _filled(values, always=("passage", "date", "text"))


def _filled(values: Mapping[str, str], always: Iterable[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value or key in always}
