from __future__ import annotations

from pathlib import Path

import pytest

from dossier.effects import theme
from dossier.errors import ThemeError
from dossier.rendering.scripts import bundle, squeezed
from dossier.rendering.theming import Theme

FILES = {
    "a/main.js": 'import { add as plus, ONE } from "./sums.js";\n'
    "// why\nshow(plus(ONE, 2)); // so\n",
    "a/sums.js": 'import { ONE as one } from "./numbers.js";\nexport const ONE = one;\n'
    "export function add(a, b) {\n  return a + b;\n}\n",
    "a/numbers.js": 'export const ONE = 1; // "// in a text stays"\nexport const URL = "http://x";\n',
}


def test_modules_become_one_script_in_the_order_of_need() -> None:
    made = bundle(FILES, "a/main.js")["a/main.js"]
    assert made.index("of_numbers") < made.index("of_sums") < made.index("of_main")
    assert "const { add: plus, ONE } = of_sums;" in made
    assert "return { ONE, add };" in made
    assert "import" not in made
    assert "export" not in made
    assert '"http://x"' in made


def test_a_module_needed_twice_is_there_once() -> None:
    files = FILES | {"a/main.js": 'import { ONE } from "./numbers.js";\n' + FILES["a/main.js"]}
    assert bundle(files, "a/main.js")["a/main.js"].count("const of_numbers") == 1


def test_a_second_script_takes_what_the_first_has() -> None:
    imports = 'import { add } from "./sums.js";\nimport { TWO } from "./two.js";\n'
    more = {"a/more.js": f"{imports}add(TWO);\n", "a/two.js": "export const TWO = 2;\n"}
    made = bundle(FILES | more, "a/main.js", more="a/more.js")
    assert "window.dossierSearch = { of_numbers, of_sums, of_main };" in made["a/main.js"]
    later = made["a/more.js"]
    assert "const { of_numbers, of_sums, of_main } = window.dossierSearch;" in later
    assert "const ONE" not in later
    assert later.index("const TWO = 2") < later.index("add(TWO)")


def test_comments_and_space_are_not_published_but_texts_and_licences_are() -> None:
    script = "/*! licence */\n// why\nconst a = `x  ${ b } // y`;\nconst c = /  \\/\\/ /.test(a);\n"
    small = squeezed(script)
    assert "why" not in small
    assert "/*! licence */" in small
    assert "`x  ${ b } // y`" in small
    assert "/  \\/\\/ /" in small


def test_a_missing_module_and_a_circle_are_named() -> None:
    with pytest.raises(ThemeError, match="lacks this script") as caught:
        bundle({"a/main.js": FILES["a/main.js"]}, "a/main.js")
    assert caught.value.where == "templates/a/sums.js"
    circle = {"a/x.js": 'import { y } from "./y.js";\n', "a/y.js": 'import { x } from "./x.js";\n'}
    with pytest.raises(ThemeError, match="needs itself") as caught:
        bundle(circle, "a/x.js")
    assert caught.value.hint == "a/x.js → a/y.js → a/x.js"


def test_the_themes_search_is_one_small_script() -> None:
    assets = Theme(*theme.load(Path("none"))).assets()
    assert not any(path.startswith("assets/search/") for path in assets)
    script = assets["assets/search.js"].decode()
    assert "import.meta" not in script
    assert "\nimport " not in script


def test_a_projects_own_script_replaces_the_themes(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/search.js").write_text("mine();", encoding="utf-8")
    assert Theme(*theme.load(tmp_path)).assets()["assets/search.js"] == b"mine();"
