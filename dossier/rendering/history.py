"""What became of an article after it first came in: its versions, and what each changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier import edtf
from dossier.rendering.apparatus import VersionChange, VersionItem
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import Link
from dossier.rendering.rights import Shown


def history(desk: Desk, shown: Shown) -> tuple[VersionItem, ...]:
    """Return what each new version changed, the newest first.

    The last one has the date that its publisher states, else any has the day it was retrieved.
    """
    article = shown.article
    seen = [*(one.accessed for one in article.versions[1:]), article.source.accessed]
    items = [
        VersionItem(
            heading=_heading(desk, accessed, article.modified if last else ""),
            changes=tuple(_changes(desk, shown, number)),
        )
        for number, accessed in enumerate(seen[: len(article.versions)])
        for last in (number == len(article.versions) - 1,)
    ]
    return tuple(reversed(items))


def modified_day(modified: str) -> str:
    """Return the day of a change whose time may be known; "" if it is no date."""
    day = modified.partition("T")[0]
    return day if edtf.is_valid(day) else ""


def _heading(desk: Desk, accessed: str, modified: str) -> str:
    wording, day = desk.wording, modified_day(modified)
    if day:
        return wording.text("version_modified", date=wording.date(day).text)
    if accessed:
        return wording.text("version_seen", date=wording.date(accessed).text)
    return wording.text("version_undated")


def _changes(desk: Desk, shown: Shown, number: int) -> Iterator[VersionChange]:
    """Yield what came with the version after the one of that number."""
    one, text = shown.article.versions[number], desk.wording.text
    if one.title:
        yield VersionChange(label=text("version_title"), texts=(one.title,))
    if one.added:
        yield _passages(desk, shown, text("version_added"), one.added)
    if one.reworded:
        yield _passages(desk, shown, text("version_reworded"), one.reworded)
    if one.removed:
        # What no longer stands in the article is shown as far as the article may be.
        whole = shown.rights == "full"
        counted = desk.wording.count("paragraphs", len(one.removed))
        yield VersionChange(
            label=text("version_removed"),
            texts=one.removed if whole else (),
            counted="" if whole else counted,
        )


def _passages(desk: Desk, shown: Shown, label: str, ids: Iterable[str]) -> VersionChange:
    """Link to passages that still stand and are shown; of others there is but the number."""
    held = tuple(ids)
    links = tuple(
        Link(text=desk.wording.text("paragraph", n=str(shown.numbers[one])), href=f"#{one}")
        for one in sorted(held, key=lambda one: shown.numbers.get(one, 0))
        if one in shown.numbers
    )
    counted = "" if links else desk.wording.count("paragraphs", len(held))
    return VersionChange(label=label, links=links, counted=counted)
