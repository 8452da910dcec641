from __future__ import annotations

import shutil
from pathlib import Path

from helpers_project import CONFIG, RAIN, build, make

from dossier.effects import theme
from dossier.effects.output import DiskOutput
from dossier.effects.project import Project
from dossier.ground import Ground
from dossier.rendering.theming import Theme


def ground(home: Project, base_url: str = "") -> Ground:
    look = Theme(*theme.load(home.templates))
    return Ground(home=home, config=home.config(), look=look, base_url=base_url, engine=None)


def test_a_site_follows_from_its_files_its_address_and_its_theme(tmp_path: Path) -> None:
    home = make(tmp_path)
    known = ground(home).state({"a.md": "1"})
    assert ground(home).state({"a.md": "1"}) == known
    assert ground(home).state({"a.md": "2"}) != known
    assert ground(home, "https://desk.example.org/").state({"a.md": "1"}) != known
    (home.templates / "assets").mkdir(parents=True)
    (home.templates / "assets/site.css").write_text("p { margin: 0 }")
    assert ground(home).state({"a.md": "1"}) != known


def test_a_site_that_wants_a_search_lacks_something_until_its_index_is_whole(
    tmp_path: Path,
) -> None:
    config = CONFIG.replace("enabled = false", "enabled = true")
    home = make(tmp_path, config=config, originals={"a.md": RAIN})
    target = DiskOutput(home.site, home.cache)
    assert not ground(home).has_its_index(target, target.manifest())
    build(home)
    assert ground(home).has_its_index(target, target.manifest())
    shutil.rmtree(home.site / "pagefind")
    assert not ground(home).has_its_index(target, target.manifest())


def test_a_site_without_a_search_needs_no_index(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    assert ground(home).has_its_index(DiskOutput(home.site, home.cache), {})
