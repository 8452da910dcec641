"""A theme: templates, styles, scripts and texts, and what of them goes to the site."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from dossier.errors import ThemeError
from dossier.rendering import scripts, styles
from dossier.rendering.wording import Strings, Wording, parse_strings

_ASSETS = "assets/"
_CARD_FONTS = "cards/fonts/"
_STYLES = ("assets/site.css", "assets/search.css")
_MODULES, _MAIN, _SCRIPT = "assets/search/", "assets/search/main.js", "assets/search.js"
_MORE = "assets/search/more.js"
_SCRIPTS = {_MAIN: _SCRIPT, _MORE: "assets/search-more.js"}
_OTHERS = ("assets/site.js", "assets/reading.js")


class Theme(Struct, frozen=True, dict=True):
    """All files of a theme by path, a project's own before the default's.

    `origins` maps a path to how messages should name the file.
    """

    files: Mapping[str, bytes]
    origins: Mapping[str, str]

    def text(self, path: str) -> str:
        """Return a file as text. Raises `ThemeError` if it is missing or not UTF-8."""
        try:
            return self.files[path].decode("utf-8")
        except KeyError:
            raise ThemeError("the theme lacks this file", where=self.where(path)) from None
        except UnicodeDecodeError:
            raise ThemeError("the file is not UTF-8", where=self.where(path)) from None

    def where(self, path: str) -> str:
        """Return how messages name the file at `path`."""
        return self.origins.get(path, f"templates/{path}")

    def wording(self, lang: str) -> Wording:
        """Return the strings of `lang`; a project's own file need only hold what it changes."""
        path = f"i18n/{lang}.toml"
        if path not in self.files:
            hint = f"write templates/{path} after the theme's en.toml; docs/theming.md says how"
            where = self.where(path)
            raise ThemeError(f"there is no interface in `{lang}`", where=where, hint=hint)
        strings: Strings = {}
        if f"default/{path}" in self.files:
            strings.update(parse_strings(self.text(f"default/{path}"), path))
        strings.update(parse_strings(self.text(path), self.where(path)))
        return Wording(lang, strings, self.where(path))

    def method(self, lang: str) -> tuple[str, str]:
        """Return the text of the method page and, if it is in English instead of `lang`, "en"."""
        path = f"pages/method.{lang}.md"
        if path in self.files:
            return self.text(path), ""
        return self.text("pages/method.en.md"), "en"

    def assets(self) -> Mapping[str, bytes]:
        """Return the files that go to the site, by path: scripts joined, all squeezed."""
        return self._assets

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        files = {path: data for path, data in self.files.items() if path.startswith(_ASSETS)}
        modules = {path: self.text(path) for path in files if path.startswith(_MODULES)}
        kept = {path: data for path, data in files.items() if path not in modules}
        if _MAIN in modules and _SCRIPT not in kept:
            made = scripts.bundle(modules, _MAIN, more=_MORE if _MORE in modules else "")
            kept |= {_SCRIPTS[path]: source.encode() for path, source in made.items()}
        small = {path: styles.squeezed(self.text(path)) for path in _STYLES if path in kept}
        for path in {*_SCRIPTS.values(), *_OTHERS} & kept.keys():
            small[path] = scripts.squeezed(kept[path].decode())
        return kept | {path: text.encode() for path, text in small.items()}

    def card_fonts(self) -> tuple[bytes, ...]:
        """Return the fonts of the pictures for shared links, in the order of their names."""
        return tuple(
            self.files[path]
            for path in sorted(self.files)
            if path.startswith(_CARD_FONTS) and not path.endswith(".txt")
        )

    def fingerprint(self) -> str:
        """Return a hash of all templates and strings (assets have their own)."""
        hasher = hashlib.blake2b(digest_size=12)
        for path in sorted(self.files):
            if not path.startswith(_ASSETS):
                hasher.update(path.encode() + b"\0" + self.files[path] + b"\0")
        return hasher.hexdigest()
