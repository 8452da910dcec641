"""What editors put right, as pages show it."""

from __future__ import annotations

from dossier import edtf, urls
from dossier.model import Correction
from dossier.rendering.apparatus import CorrectionItem
from dossier.rendering.pages import Desk
from dossier.rendering.rights import Shown


def corrections_of(desk: Desk, shown: Shown) -> tuple[CorrectionItem, ...]:
    """Return the corrections of an article, the newest first."""
    return tuple(
        _item(desk, shown, one, number)
        for number, one in enumerate(shown.article.corrections, start=1)
    )


def _item(desk: Desk, shown: Shown, one: Correction, number: int) -> CorrectionItem:
    passage = one.what if one.what in shown.numbers else ""
    paragraph = ""
    if passage:
        paragraph = desk.wording.text("paragraph", n=str(shown.numbers[passage]))
    return CorrectionItem(
        id=f"correction-{number}",
        date=desk.wording.date(one.date),
        text=one.text,
        title=shown.article.title,
        lang=shown.article.lang,
        href=urls.article_href(shown.article.id, passage or f"correction-{number}"),
        passage=passage,
        paragraph=paragraph,
    )


def all_corrections(desk: Desk) -> list[tuple[Shown, Correction, CorrectionItem]]:
    """Return all corrections of the dossier, the newest first."""
    made = [
        (shown, one, item)
        for shown in desk.corpus.shown.values()
        if shown.article.corrections
        for one, item in zip(shown.article.corrections, corrections_of(desk, shown), strict=True)
    ]
    # `sort_key` puts the undated last; sorted backwards they would come first.
    dated = [row for row in made if row[1].date]
    dated.sort(key=lambda row: edtf.sort_key(row[1].date), reverse=True)
    return dated + [row for row in made if not row[1].date]
