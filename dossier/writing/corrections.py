"""`corrections:` in an article's front matter: what an editor put right, said to the readers."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dossier import blocks, edtf
from dossier.errors import Finding
from dossier.model import Correction

_SHAPE = "write `corrections: [{date: 2023-09-14, text: …}]`; `what: p-…` names the passage"


def parse(
    value: object, *, passages: Collection[str], where: str, found: list[Finding]
) -> tuple[Correction, ...]:
    """Read the corrections, newest first; what cannot be shown goes to `found`.

    `passages` are the ids that `what` may name.
    """
    if value is None:
        return ()
    rows = value if isinstance(value, list) else [value]
    made = [_row(row, passages, where, found) for row in rows]
    kept = [one for one in made if one]
    return tuple(sorted(kept, key=lambda one: edtf.sort_key(one.date), reverse=True))


def _row(
    row: object, passages: Collection[str], where: str, found: list[Finding]
) -> Correction | None:
    values = dict(_texts(row))
    text, date, what = (values.get(key, "") for key in ("text", "date", "what"))
    if not text:
        found.append(Finding(where=where, message="a correction has no text", hint=_SHAPE))
        return None
    if not edtf.is_valid(date):
        message = f"the correction has no date that is one: `{date}`"
        found.append(Finding(where=where, message=message, hint=_SHAPE))
        date = ""
    if what and what not in passages:
        message = f"the correction is about `{what}`, which is no passage of the article"
        found.append(Finding(where=where, message=message, hint="`dossier explain` shows the ids"))
        what = ""
    return Correction(date=date, text=text, what=what)


def _texts(row: object) -> Iterator[tuple[str, str]]:
    if isinstance(row, str):
        yield "text", blocks.normal(row)
    elif isinstance(row, dict):
        for key, value in row.items():
            if not isinstance(value, dict | list) and value is not None:
                yield str(key), blocks.normal(str(value))
