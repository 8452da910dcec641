"""A web page's bytes to a tree: the character set found, the tree safe to walk."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree
from lxml import html as lxml_html

from dossier.errors import ReadingError
from dossier.reading.decode import decode, refuse_binary

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Browsers read these as the Windows tables that contain them (WHATWG Encoding Standard).
_READ_AS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr"), "cp949"),
    **dict.fromkeys(("shift_jis", "sjis"), "cp932"),
    "iso-8859-9": "cp1254",
}
# Python knows codecs under other names too that are no tables of characters (*idna*, *undefined*).
_KNOWN = re.compile(
    r"utf-?(?:8|16(?:-?[lb]e)?)|(?:windows-|cp)(?:125\d|874|949|932|866)|iso[-_]?8859-?\d{1,2}"
    r"|koi8[-_][ru]|mac(?:intosh|-?roman|-?cyrillic)|big5(?:-?hkscs)?|gbk|gb18030|euc[-_](?:jp|kr|tw)"
    r"|shift[-_]jis|iso-2022-(?:jp|kr)|tis-?620|johab"
)
_HEAD = 4_096  # bytes in which browsers look for the declaration, generously
_NO_XML_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# A saved page may carry its pictures; its text, markup and scripts have 0.1-2 MB. Reading takes
# some 4 s for each million characters.
MAX_BYTES, MAX_CHARACTERS = 60_000_000, 5_000_000
_DATA = re.compile(r"data:[\w/+.-]{1,60};(?:[\w=.-]{1,60};)?base64,[\w+/=%\s]{200,}")
# Damage that is passed over: a page with more of it was not read in the right table.
_MOST_DAMAGE = 0.005
# lxml keeps what lies deeper, but walking it would exhaust the stack.
_DEEPEST = 200

Element: TypeAlias = lxml_html.HtmlElement


def decode_page(data: bytes, *, where: str) -> str:
    """Return the text of a page, without pictures and fonts that were saved into it.

    UTF-8 that is valid counts more than what the page declares. Raises `ReadingError` if it is
    no text or too large.
    """
    text = _DATA.sub("", _decode(data, where)) if len(data) <= MAX_BYTES else ""
    if not data or 0 < len(text) <= MAX_CHARACTERS:
        return text
    size = len(text) or len(data)
    raise ReadingError(
        f"the page has {size / 1e6:.0f} MB; an article's has less than {MAX_CHARACTERS / 1e6:.0f}",
        where=where,
        hint="save the article's text as .txt",
    )


def _decode(data: bytes, where: str) -> str:
    refuse_binary(data, where=where)
    for encoding in ("utf-8", _declared(data)):
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:_HEAD]:
            break
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return decode(data, where=where)
    except ReadingError:
        text = data.decode("utf-8", errors="replace")
        if text.count("\ufffd") > _MOST_DAMAGE * len(text) or "\x00" in text:
            raise
        return text


def parse_page(text: str, *, where: str) -> Element:
    """Return the tree of a page. Raises `ReadingError` if there is none."""
    text = _XML_DECLARATION.sub("", _NO_XML_CHARACTER.sub("", text), count=1)
    parser = lxml_html.HTMLParser(remove_pis=True, remove_comments=True, huge_tree=False)
    try:
        tree = lxml_html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise _no_page(where) from error
    if tree is None or not len(tree):
        raise _no_page(where)
    _cut_depth(tree)
    return tree


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return "utf-8"
    name = (match[1] or match[2]).decode("ascii", errors="replace").lower()
    name = _READ_AS.get(name, name)
    return name if _KNOWN.fullmatch(name) else "utf-8"


def _cut_depth(tree: Element) -> None:
    """Flatten what is nested deeper than any page that is written by people."""
    level, depth = [tree], 0
    while level:
        depth += 1
        below = [child for element in level for child in element]
        if depth >= _DEEPEST:
            for element in level:
                text = "".join(element.itertext())
                for child in list(element):
                    element.remove(child)
                element.text = text
            return
        level = below


def _no_page(where: str) -> ReadingError:
    return ReadingError(
        "there is no web page in it",
        where=where,
        hint="save the page from the browser once more, or its text as .txt",
    )
