from __future__ import annotations

import pytest
from lxml import html

from dossier.reading.figures import caption_of

HIDDEN_LABELS = (
    "<figure><span class='visually-hidden'>Image source, </span><span>Reuters</span>"
    "<figcaption><span class='sr-only'>Image caption, </span>Kim</figcaption></figure>"
)


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (
            "<figure><figcaption>Kim <span class='credit'>Foto: dpa</span></figcaption></figure>",
            "Kim",
            "dpa",
        ),
        ("<figure><figcaption>Kim (Foto: dpa)</figcaption></figure>", "Kim", "dpa"),
        ("<figure><figcaption>Kim</figcaption><small>© AFP</small></figure>", "Kim", "AFP"),
        (
            "<figure><figcaption>Kim <small>Image: KCNA/AP</small></figcaption></figure>",
            "Kim",
            "KCNA/AP",
        ),
        ("<figure><div class='bild__caption'>Kim | Bildquelle: AFP</div></figure>", "Kim", "AFP"),
        ("<p class='wp-caption-text'>Kim</p>", "Kim", ""),
        (HIDDEN_LABELS, "Kim", "Reuters"),
        (
            "<figure><figcaption><span class='copyright'>© dpa</span></figcaption></figure>",
            "",
            "dpa",
        ),
    ],
)
def test_captions_and_credits(markup: str, caption: str, credit: str) -> None:
    assert caption_of(html.fragment_fromstring(markup)) == (caption, credit)


def test_a_picture_without_words_has_no_caption() -> None:
    assert caption_of(html.fragment_fromstring("<figure><img alt='Kim'></figure>")) is None
    assert (
        caption_of(html.fragment_fromstring("<figure><figcaption> </figcaption></figure>")) is None
    )
