"""Pages put together like those of German, Austrian, Swiss and English outlets, with their truth.

Markup and surroundings are built the way such outlets build them (names of classes, order of the
parts, boxes in between); texts and outlets are invented.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal

from newspapers_markup import SKINS, Skin

_REPORTS = Path(__file__).parent / "samples/newspapers.toml"

Kind = Literal["p", "h", "q", "li", "ask", "pic"]
_KINDS: dict[str, Kind] = {"# ": "h", "> ": "q", "* ": "li", "? ": "ask", "! ": "pic"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as its newsroom sees it; behind a picture's text stands its credit."""

    lang: str
    kicker: str
    headline: str
    standfirst: str
    authors: tuple[str, ...]
    parts: tuple[tuple[Kind, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """A page and what is true of it."""

    name: str
    html: str
    url: str
    title: str
    date: str
    authors: tuple[str, ...]
    text: str
    crossheads: tuple[str, ...]
    captions: tuple[tuple[str, str], ...]
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = field(default=())


def pages() -> Iterator[NewsPage]:
    """Yield a page of each outlet for each report in its language."""
    for skin in SKINS:
        reports = [report for report in all_reports() if report.lang == skin.lang]
        for number, report in enumerate(reports, start=1):
            yield _page(skin, report, number)


@cache
def all_reports() -> tuple[Report, ...]:
    """Return the invented reports."""
    found = tomllib.loads(_REPORTS.read_text(encoding="utf-8"))["reports"]
    return tuple(
        Report(
            **values | {"authors": tuple(values["authors"]), "parts": _parts(values.pop("text"))}
        )
        for values in found
    )


def _parts(text: str) -> tuple[tuple[Kind, str], ...]:
    return tuple(
        (_KINDS[line[:2]], line[2:]) if line[:2] in _KINDS else ("p", line)
        for line in text.strip().split("\n")
    )


def _page(skin: Skin, report: Report, number: int) -> NewsPage:
    authors = report.authors if skin.names_authors else ()
    body = _body(skin, report)
    url = f"https://www.{skin.host}/ressort/artikel-{number}.html"
    values = {
        "kicker": report.kicker,
        "headline": report.headline,
        "standfirst": report.standfirst,
        "authors": skin.between_authors.join(authors) or skin.no_author,
        "authors_json": json.dumps([{"@type": "Person", "name": name} for name in authors]),
        "body_json": json.dumps(" ".join(text for kind, text in report.parts if kind == "p")),
        "headline_json": json.dumps(report.headline),
        "title_json": json.dumps(_title(skin, report)),
        "description_json": json.dumps(report.standfirst),
        "url": url,
        "body": body,
    }
    html = skin.page
    for name, value in values.items():
        html = html.replace("{" + name + "}", value)
    plain = [(kind, text.partition("|")) for kind, text in report.parts]
    running = [text for kind, (text, _, _) in plain if kind != "pic"]
    standfirst = [report.standfirst] if "{standfirst}" in skin.page.partition("<body")[2] else []
    return NewsPage(
        name=f"{skin.name}-{number}",
        html=html,
        url=url,
        title=_title(skin, report),
        date="2023-09-12",
        authors=authors,
        text="\n".join([*standfirst, *running]),
        crossheads=tuple(text for kind, (text, _, _) in plain if kind == "h"),
        captions=tuple((text, credit) for kind, (text, _, credit) in plain if kind == "pic"),
        wanted=(*standfirst, *running),
        unwanted=skin.unwanted,
    )


def _title(skin: Skin, report: Report) -> str:
    return skin.title.format(kicker=report.kicker, headline=report.headline)


def _body(skin: Skin, report: Report) -> str:
    made: list[str] = []
    count = 0
    for kind, group in groupby(report.parts, key=lambda part: part[0]):
        if kind == "li":
            items = "".join(f"<li>{text}</li>" for _, text in group)
            made.append(skin.list.format(items=items))
            continue
        for _, text in group:
            before, _, credit = text.partition("|")
            form = {"p": skin.p, "h": skin.h, "q": skin.q, "ask": skin.ask, "pic": skin.pic}[kind]
            made.append(form.format(text=before, credit=credit))
            if kind == "p":
                count += 1
                made.append(skin.after.get(count, ""))
    return "\n".join(made)


def truth(page: NewsPage) -> dict[str, object]:
    """Return what is true of a page, in the form of the samples."""
    return {
        "title": page.title,
        "date": page.date,
        "author": "; ".join(page.authors),
        "with": page.wanted,
        "without": page.unwanted,
        "text": page.text,
        "crossheads": page.crossheads,
        "url": page.url,
    }
