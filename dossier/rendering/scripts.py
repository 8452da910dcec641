"""One script out of the theme's modules, and one for later, as files cannot load modules.

It also saves the browser a request for each, one after the other. The modules keep their own
scope; they import by `import { a, b as c } from "./name.js"` and export where they declare.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import rjsmin  # type: ignore[import-untyped]  # it has no stubs

from dossier.errors import ThemeError

_IMPORT = re.compile(r"^import \{([^}]*)\} from \"\./([\w-]+)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const|let|class) (\w+)", re.MULTILINE)


def bundle(files: Mapping[str, str], entry: str, more: str = "") -> dict[str, str]:
    """Join the module `entry` and all that it imports, in the order in which they are needed.

    `more` is a module for a second script, which the page loads when it needs it: what that
    imports of the first it takes from there. Return the sources by entry; `files` maps paths to
    sources. Raises `ThemeError` for a module that is missing or that needs itself.
    """
    done: dict[str, str] = {}
    _add(files, entry, done, ())
    first = dict(done)
    if not more:
        return {entry: _wrapped(*first.values())}
    _add(files, more, done, ())
    names = ", ".join(_name(posixpath.basename(path).removesuffix(".js")) for path in first)
    given = f"window.dossierSearch = {{ {names} }};\n"
    taken = f"const {{ {names} }} = window.dossierSearch;\n"
    rest = [source for path, source in done.items() if path not in first]
    return {entry: _wrapped(*first.values(), given), more: _wrapped(taken, *rest)}


def _wrapped(*parts: str) -> str:
    return '"use strict";(() => {\n' + "".join(parts) + "})();\n"


def squeezed(script: str) -> str:
    """Leave out comments and space that only its readers need; `/*!` comments stay."""
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def _add(files: Mapping[str, str], path: str, done: dict[str, str], above: tuple[str, ...]) -> None:
    if path in done:
        return
    if path not in files or path in above:
        message = "a script needs itself" if path in above else "the theme lacks this script"
        raise ThemeError(message, where=f"templates/{path}", hint=" → ".join((*above, path)))
    source = files[path]
    folder = posixpath.dirname(path)
    for found in _IMPORT.finditer(source):
        _add(files, f"{folder}/{found[2]}.js", done, (*above, path))
    names = [found[2] for found in _EXPORT.finditer(source)]
    source = _IMPORT.sub(lambda found: _taken(found[1], found[2]), source)
    source = _EXPORT.sub(r"\1 \2", source)
    given = f"return {{ {', '.join(names)} }};\n" if names else ""
    name = _name(posixpath.basename(path).removesuffix(".js"))
    done[path] = f"const {name} = (() => {{\n{source}{given}}})();\n"


def _taken(names: str, module: str) -> str:
    pairs = [name.strip().replace(" as ", ": ") for name in names.split(",") if name.strip()]
    return f"const {{ {', '.join(pairs)} }} = {_name(module)};\n"


def _name(module: str) -> str:
    return "of_" + module.replace("-", "_")
