"""What a site asks of programs that fetch its pages: its `robots.txt` (RFC 9309).

Python's own parser takes the first rule that fits instead of the longest and knows no `*` and
`$`, so that it lets through what sites forbid, and the other way round.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec import Struct

AGENT = "dossier"
"""The name by which a site can speak to this program."""

MAX_BYTES = 512_000
"""How much of the file counts, as the standard has it (at least 500 KiB)."""

_LINE = re.compile(r"\s*(user-agent|allow|disallow)\s*:\s*([^#]*)", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_TOKEN = re.compile(r"[A-Za-z_-]+|\*")


class Rule(Struct, frozen=True):
    """Whether paths like `pattern` may be fetched; `*` is anything, a last `$` the end."""

    pattern: str
    allow: bool

    def fits(self, path: str) -> bool:
        """Whether the rule is about `path`.

        Part by part from the left, in linear time: a pattern of many stars must not cost hours.
        """
        ends = self.pattern.endswith("$")
        first, *others = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        if not others:
            return not ends or path == first
        place = len(first)
        for part in others[:-1]:
            place = path.find(part, place)
            if place < 0:
                return False
            place += len(part)
        last = others[-1]
        if ends:
            return path.endswith(last) and len(path) - len(last) >= place
        return path.find(last, place) >= 0


class Rules(Struct, frozen=True):
    """What one `robots.txt` says to this program."""

    rules: tuple[Rule, ...] = ()

    def allows(self, path: str) -> bool:
        """Whether `path` (with its query) may be fetched: the longest rule decides, then allow."""
        path = _normal(path or "/")
        fitting = [rule for rule in self.rules if rule.fits(path)]
        return max(((len(rule.pattern), rule.allow) for rule in fitting), default=(0, True))[1]


def parse(data: bytes) -> Rules:
    """Read a `robots.txt`; lines that are none are ignored, as the standard wants it.

    All groups for `dossier` count together; without one, those for `*`.
    """
    text = data[:MAX_BYTES].decode("utf-8-sig", errors="replace")
    groups: dict[str, list[Rule]] = {}
    agents: set[str] = set()
    in_rules = False
    for line in text.splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        field, value = found[1].lower(), found[2].strip()
        if field == "user-agent":
            agents = set() if in_rules else agents
            in_rules = False
            token = _TOKEN.match(value)
            agents.add(token[0].lower() if token else "")
            for agent in agents:
                groups.setdefault(agent, [])
            continue
        in_rules = True
        if value:  # "Disallow:" with nothing behind it forbids nothing
            for agent in agents:
                groups[agent].append(Rule(_normal(value), field == "allow"))
    return Rules(tuple(groups.get(AGENT, groups.get("*", []))))


def _normal(path: str) -> str:
    """Return `path` with the same characters escaped, however it was written (RFC 3986, 6.2.2).

    >>> _normal("/größe"), _normal("/gr%c3%b6%C3%9Fe"), _normal("/a%2fb")
    ('/gr%C3%B6%C3%9Fe', '/gr%C3%B6%C3%9Fe', '/a%2Fb')
    """
    same = _ESCAPE.sub(lambda found: _unescaped(found[0].upper()), path)
    return quote(same, safe="/?&=*$:@!+,;()'[]#%")


def _unescaped(escape: str) -> str:
    char = chr(int(escape[1:], 16))
    return char if _UNRESERVED.fullmatch(char) else escape
