r"""Citations as BibTeX, in UTF-8, for BibLaTeX as well as for classic BibTeX.

`date` is EDTF, which BibLaTeX reads (its manual, 2.3.8); `year` and `month` are for the others.
`{`, `}`, `\`, `$`, `&`, `%`, `#`, `_`, `~` and `^` mean something to TeX and are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.rendering.citation import Citation, FileFormat, date_parts

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "{}$&%#_"},
    }
)
_IN_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_SPACE = re.compile(r"\s+")


def entry(one: Citation) -> str:
    """Return one entry; fields that are unknown are left out."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(one) if value)
    return f"@misc{{{one.key},\n{fields}}}\n"


def _fields(one: Citation) -> Iterator[tuple[str, str]]:
    yield "author", _group(" and ".join(map(_author, one.authors)))
    # Twice in braces: styles that put titles into small letters leave it alone.
    yield "title", _group(_group(escape(one.title)))
    yield "howpublished", _group(escape(one.container))
    yield "organization", _group(escape(", ".join(one.agencies)))
    yield "date", _group(one.date)
    parts = date_parts(one.date)
    yield "year", _group(str(parts[0])) if parts else ""
    yield "month", _MONTHS[parts[1] - 1] if len(parts) > 1 else ""
    yield "url", _group(_url(one.url or one.address))
    yield "urldate", _group(one.accessed)
    yield "langid", _group(one.lang)
    yield "note", _group(escape(one.note))


def _group(text: str) -> str:
    return f"{{{text}}}" if text else ""


def escape(text: str) -> str:
    r"""Return `text` so that TeX prints it as it stands.

    >>> escape("R&D: 100 % {sure}")
    'R\\&D: 100 \\% \\{sure\\}'
    """
    return _SPACE.sub(" ", text).strip().translate(_SPECIAL)


def _author(name: str) -> str:
    """Write a name; one that BibTeX would take apart wrongly stays whole in braces."""
    escaped = escape(name)
    whole = "," in name or re.search(r"\band\b", name) or " " not in name.strip()
    return _group(escaped) if whole else escaped


def _url(url: str) -> str:
    return url.translate(_IN_URL)


FILE = FileFormat(lambda one: entry(one).encode(), b"\n")
