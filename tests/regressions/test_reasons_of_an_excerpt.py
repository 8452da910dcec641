"""The words that decided are part of the article: an excerpt shows none that lies beyond it."""

from __future__ import annotations

from pathlib import Path

from helpers_project import RAIN, build, make, whole


def test_a_word_beyond_the_excerpt_is_no_reason_on_the_site(tmp_path: Path) -> None:
    text = RAIN.replace("date:", "rights: excerpt\ndate:").replace("Abend", "Niederschlag")
    home = make(tmp_path, articles={"a.md": text}, files={"templates/.keep": ""})
    config = (tmp_path / "dossier.toml").read_text(encoding="utf-8")
    (tmp_path / "dossier.toml").write_text(
        config + "[rights]\nexcerpt_chars = 30\n", encoding="utf-8"
    )
    build(home)
    assert "Der Regen begann am Morgen" in whole(home.site)
    assert "Niederschlag" not in whole(home.site)
