"""One script out of the theme's modules: a page opened as a file cannot load modules.

It also saves the browser a request for each, one after the other. The modules keep their own
scope; they import by `import { a, b as c } from "./name.js"` and export where they declare.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from dossier.errors import ThemeError

_IMPORT = re.compile(r"^import \{([^}]*)\} from \"\./([\w-]+)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const|let|class) (\w+)", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*\n|(?<=[;{},]) // .*$", re.MULTILINE)
_SPACE = re.compile(r"^\s+", re.MULTILINE)


def bundle(files: Mapping[str, str], entry: str) -> str:
    """Join the module `entry` and all that it imports, in the order in which they are needed.

    `files` maps paths to sources. Raises `ThemeError` for a module that is missing or that needs
    itself.
    """
    done: dict[str, str] = {}
    _add(files, entry, done, ())
    return '"use strict";(() => {\n' + "".join(done.values()) + "})();\n"


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
    source = _SPACE.sub("", _COMMENT.sub("", _EXPORT.sub(r"\1 \2", source)))
    given = f"return {{ {', '.join(names)} }};\n" if names else ""
    name = _name(posixpath.basename(path).removesuffix(".js"))
    done[path] = f"const {name} = (() => {{\n{source}{given}}})();\n"


def _taken(names: str, module: str) -> str:
    pairs = [name.strip().replace(" as ", ": ") for name in names.split(",") if name.strip()]
    return f"const {{ {', '.join(pairs)} }} = {_name(module)};\n"


def _name(module: str) -> str:
    return "of_" + module.replace("-", "_")
