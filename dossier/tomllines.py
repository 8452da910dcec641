"""On which line of a TOML file a key stands; parsers don't tell."""

from __future__ import annotations

import re

Keys = tuple[str | int, ...]


class Places:
    """Finds the line of a key: `places(("topics", 1, "id"))` is `file:line`."""

    def __init__(self, text: str, where: str) -> None:
        self.lines = text.splitlines()
        self.where = where

    def __call__(self, path: Keys) -> str:
        """Return `file:line` of the key at `path`."""
        return f"{self.where}:{self._line(path) or 1}"

    def _line(self, path: Keys) -> int:
        """Return the line of `path`, or of the table around it, counted from 1."""
        table = next((str(part) for part in path if isinstance(part, str)), "")
        index = next((part for part in path if isinstance(part, int)), 0)
        header = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*[\].]")
        seen, start = -1, 0
        for number, line in enumerate(self.lines, start=1):
            if header.match(line) and (not line.lstrip().startswith("[[") or path[1:]):
                seen += 1
                if seen == index:
                    start = number
                    break
        names = [str(part) for part in path[1:] if isinstance(part, str)]
        if start and not names:
            return start
        names = names or [table]
        inner = self._key_line(names, start)
        return inner or start or self._key_line([table], 0)

    def _key_line(self, names: list[str], start: int) -> int:
        found = start
        for name in names:
            key = re.compile(rf"""\s*(?:[\w."'-]+\.)?["']?{re.escape(name)}["']?\s*(?:=|\.)""")
            inline = re.compile(rf"""[{{,]\s*["']?{re.escape(name)}["']?\s*=""")
            for number in range(max(found, 1), len(self.lines) + 1):
                line = self.lines[number - 1]
                if number > start and re.match(r"\s*\[\[?\s*[\w.]+\s*\]", line):
                    if re.match(rf"\s*\[\[?\s*(?:[\w.]+\.)?{re.escape(name)}\s*\]", line):
                        found = number
                    break
                if key.match(line) or inline.search(line):
                    found = number
                    break
        return found
