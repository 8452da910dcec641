"""What to render, and why: pure, from the last build's manifest and the new views."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

# What a page's fingerprint consists of, and what it means when a part differs.
_REASONS = {
    "program": "the program changed",
    "theme": "a template or a text of the theme changed",
    "view": "its content changed",
}

Fingerprint = dict[str, str]


class Plan(Struct, frozen=True, kw_only=True):
    """Paths with the reason for each. What is in neither list stays as it is."""

    render: dict[str, str]
    delete: dict[str, str]
    keep: tuple[str, ...]


def plan(
    old: Mapping[str, Fingerprint],
    new: Mapping[str, Fingerprint],
    present: Mapping[str, int],
) -> Plan:
    """Compare fingerprints of the last build and this one with the files that are there.

    `present` are the sizes in bytes of the files in the site, by path. An entry of `old` also
    has the `size` that was written.
    """
    render: dict[str, str] = {}
    keep: list[str] = []
    for path, fingerprint in new.items():
        why = reason(old.get(path), fingerprint, present.get(path))
        if why:
            render[path] = why
        else:
            keep.append(path)
    delete = {
        path: "nothing makes this page any more" if path in old else "no page of this site"
        for path in present
        if path not in new
    }
    return Plan(render=render, delete=delete, keep=tuple(keep))


def reason(old: Fingerprint | None, new: Fingerprint, size: int | None) -> str:
    """Return why a page is to be rendered; nothing if what is there, of this size, can stay."""
    if old is None:
        return "new" if size is None else "not known from an earlier build"
    for part, meaning in _REASONS.items():
        if old.get(part) != new.get(part):
            return meaning
    if size is None:
        return "missing from the site"
    return "" if str(size) == old.get("size") else "the file was changed in the site"
