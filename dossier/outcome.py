"""What became of a command, in words. Nothing here prints: `cli` does."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.errors import Finding
from dossier.terminal import printable

if TYPE_CHECKING:
    from dossier.add import Added
    from dossier.arrivals import Arrival
    from dossier.ground import Built
    from dossier.rendering.plan import Plan

_LABELS = {
    "new": "new",
    "version": "new version",
    "edited": "not taken over",
    "present": "already there",
    "refused": "refused",
}


def count(number: int, one: str, many: str) -> str:
    """Write how many of something there are."""
    return f"{number} {one if number == 1 else many}"


def called(*, anywhere: bool = False) -> str:
    """Return how to call this program from here: by its name, or by its path if that is another.

    `anywhere`: in a way that holds in other folders, too.
    """
    own = Path(sys.argv[0])
    if own.name != "dossier" or shutil.which("dossier") == str(own.absolute()):
        return "dossier"
    return shlex.quote(str(own.absolute()) if anywhere else os.path.relpath(own))


def of_init(root: Path) -> str:
    """Say where the new dossier is and what to do next, in words that hold in its folder, too."""
    return (
        f"A dossier is ready in {root}\n"
        "Next: describe your topics in dossier.toml, put articles into content/originals/,\n"
        f"then run `{called(anywhere=True)} build`."
    )


def of_add(added: Added, *, dry: bool) -> str:
    """Say what came in, or in a dry run what would."""
    arrivals, total = added.arrivals, len(added.content.articles)
    if dry:
        said = f"Nothing was written. {summary(arrivals, None, total)}"
        return "\n".join([*what_would_come_in(arrivals), said])
    return "\n".join([*what_came_in(arrivals), summary(arrivals, added.offered, total)])


def problems(added: Added, *, dry: bool) -> Iterator[Finding]:
    """Return what was wrong; in a dry run without what its table names as refused anyway."""
    listed = {(one.where, one.note) for one in added.arrivals if dry and one.kind == "refused"}
    return (one for one in added.content.findings if (one.where, one.message) not in listed)


def of_build(built: Built, seconds: float) -> str:
    """Say what came in, what was rendered, and how to look at it."""
    rendered = len(built.plan.render) - len(built.failed)
    lines = [*what_came_in(one for one in built.arrivals if one.kind == "version")]
    lines.append(summary(built.arrivals, built.offered, built.total))
    changed = count(rendered, "page", "pages")
    gone = f", {len(built.plan.delete)} deleted" if built.plan.delete else ""
    nothing = "; nothing has changed" if not built.plan.render and not gone else ""
    lines.append(f"{changed} rendered, {len(built.plan.keep)} kept{gone}{nothing}")
    if built.indexed is not None:
        lines.append(f"{count(built.indexed, 'article', 'articles')} indexed for the search")
    lines.append(f"The site is in site/ ({seconds:.1f} s). Look at it with: {called()} serve")
    return "\n".join(lines)


def reasons(plan: Plan) -> str:
    """Say of each page why it is rendered or deleted."""
    lines = [f"render  {path}: {reason}" for path, reason in plan.render.items()]
    lines += [f"delete  {path}: {reason}" for path, reason in plan.delete.items()]
    return "\n".join([*lines, f"keep    {count(len(plan.keep), 'file', 'files')}"])


def of_check(findings: Sequence[Finding]) -> str:
    """Count the findings by how grave they are."""
    levels = Counter(one.level for one in findings)
    return (
        f"{count(levels['error'], 'error', 'errors')}, "
        f"{count(levels['warning'], 'warning', 'warnings')}, "
        f"{count(levels['note'], 'note', 'notes')}"
    )


def what_came_in(arrivals: Iterable[Arrival]) -> Iterator[str]:
    """Say of each article that was written what it is."""
    for one in arrivals:
        if one.kind == "new":
            copy = f" (tells the same as {one.copy_of})" if one.copy_of else ""
            yield printable(f"added {one.path}{copy}")
        elif one.kind == "version":
            yield printable(f"renewed {one.path}: {one.note}")


def what_would_come_in(arrivals: Iterable[Arrival]) -> Iterator[str]:
    """Say of everything what would become of it: kind, id, date, language, title, and from what."""
    for one in arrivals:
        label = "wire copy" if one.copy_of else _LABELS[one.kind]
        if one.kind == "refused" or not one.article:
            note = f": {one.note}" if one.note else ""
            yield printable(f"{label:<14}  {one.where}{note}")
            continue
        copy = f", tells the same as {one.copy_of}" if one.copy_of else ""
        note = f", {one.note}" if one.note else ""
        about = f"{one.article}  {one.date or 'no date'}  {one.lang or '??'}  {one.title}"
        yield printable(f"{label:<14}  {about}  ({one.where}{copy}{note})")


def summary(arrivals: Iterable[Arrival], offered: int | None, total: int) -> str:
    """Say how much of each kind came in; `offered` passages, `total` articles.

    `offered` is None in a dry run, when no pages are written.
    """
    held = list(arrivals)
    kinds = Counter(one.kind for one in held)
    copies = sum(bool(one.copy_of) for one in held)
    said = [count(kinds["new"], "new article", "new articles")]
    if copies:
        said[0] += f" ({count(copies, 'wire copy', 'wire copies')})"
    if kinds["version"]:
        said.append(count(kinds["version"], "new version", "new versions"))
    if kinds["edited"]:
        said.append(f"{count(kinds['edited'], 'new version', 'new versions')} not taken over")
    said += [f"{kinds[one]} {_LABELS[one]}" for one in ("present", "refused") if kinds[one]]
    if offered is not None:
        said.append(f"{count(offered, 'passage', 'passages')} put on topic pages")
    return f"{', '.join(said)}; {count(total, 'article', 'articles')} in all"
