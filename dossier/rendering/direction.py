"""Which way a language is written, and how HTML says so of a text in another one."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)


def direction(lang: str) -> str:
    """Return `rtl` or `ltr`; a script named in the tag decides before the language.

    >>> direction("he"), direction("de"), direction("az-Arab"), direction("ar-Latn")
    ('rtl', 'ltr', 'rtl', 'ltr')
    """
    language, *parts = lang.lower().replace("_", "-").split("-")
    script = next((part for part in parts if len(part) == 4), "")
    if script:
        return "rtl" if script in ("arab", "hebr", "syrc", "thaa", "nkoo") else "ltr"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=256)
def attributes(lang: str, around: str = "ltr") -> Markup:
    """Return the attributes of an element whose text is in `lang`, "" without one.

    `around` is the direction of the text that it stands in.

    >>> attributes("ar"), attributes("de"), attributes("", "rtl")
    (Markup(' lang="ar" dir="rtl"'), Markup(' lang="de"'), Markup(''))
    """
    if not lang:
        return Markup()
    own = direction(lang)
    if own == around:
        return Markup(' lang="{}"').format(lang)
    return Markup(' lang="{}" dir="{}"').format(lang, own)
