"""The rules of `docs/design.md` that a machine can check: layers, one printer, a test for each."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import ROOT

# It reads the package rather than run it: there are no lines to count.
pytestmark = pytest.mark.no_cover

PACKAGE = ROOT / "dossier"
BASE = frozenset(
    (
        "",
        "found",
        "model",
        "sketch",
        "errors",
        "urls",
        "edtf",
        "blocks",
        "frontmatter",
        "config",
        "settings",
        "hiddenwords",
        "bundles",
        "tomllines",
        "wrongtypes",
    )  # "": dossier itself
)
PURE = frozenset(("reading", "understanding", "writing", "rendering"))
STAGES = PURE | {"effects"}
MODULES = sorted(PACKAGE.rglob("*.py"))
# What a pure step must not have: the disk, the clock, the network, other processes.
WORLD = frozenset(
    "asyncio concurrent.futures http.client multiprocessing os pathlib.Path shutil socket "  # noqa: SIM905
    "subprocess tempfile time urllib.request".split()
)
LONGEST_MODULE, LONGEST_FUNCTION = 320, 40  # lines


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of all that a module imports, also within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: a relative import"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def modules_of_ours(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and module, `rendering.views`, of what a module imports from the package."""
    for line, name in imports(path):
        if name.partition(".")[0] != "dossier":
            continue
        inner = name.removeprefix("dossier").lstrip(".")
        as_file = PACKAGE / (inner.replace(".", "/") + ".py")
        as_folder = PACKAGE / inner.replace(".", "/") / "__init__.py"
        if as_file.is_file() or as_folder.is_file():
            yield line, inner


def layer(module: str) -> str:
    """Return `base`, a stage, `command` or `cli`."""
    first = module.partition(".")[0]
    if first in STAGES:
        return first
    if module in BASE:
        return "base"
    return "cli" if module in ("cli", "__main__") else "command"


def allowed(importer: str, imported: str) -> bool:
    here, there = layer(importer), layer(imported)
    if here == "base":
        return there == "base"
    if here in STAGES:
        return there in ("base", here)
    if here == "command":
        return there != "cli"
    return True


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    importer = name_of(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    importer = "" if importer == "__init__" else importer
    wrong = [
        f"line {line}: {importer or 'dossier'} ({layer(importer)}) imports {name} ({layer(name)})"
        for line, name in modules_of_ours(path)
        if not allowed(importer, name)
    ]
    assert wrong == []


def test_no_modules_import_each_other() -> None:
    graph = {
        name_of(path).removesuffix(".py").replace("/", "."): {
            name for _, name in modules_of_ours(path)
        }
        for path in MODULES
    }

    def reaches(start: str, goal: str, seen: set[str]) -> bool:
        for name in graph.get(start, set()) - seen:
            seen.add(name)
            if name == goal or reaches(name, goal, seen):
                return True
        return False

    assert [name for name in graph if reaches(name, name, set())] == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if name_of(path).partition("/")[0] in PURE], ids=name_of
)
def test_pure_stages_leave_the_world_alone(path: Path) -> None:
    wrong = [f"line {line}: {name}" for line, name in imports(path) if name in WORLD]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints(path: Path) -> None:
    if name_of(path) in ("cli.py", "terminal.py"):
        return
    wrong = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and node.id in ("print", "input"):
            wrong.append(f"line {node.lineno}: {node.id}")
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr", "exit"):
            owner = node.value
            if isinstance(owner, ast.Name) and owner.id == "sys":
                wrong.append(f"line {node.lineno}: sys.{node.attr}")
    assert wrong == []


def has_code(path: Path) -> bool:
    """Whether a module does something: a table of values alone needs no test of its own."""
    body = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in body)


def test_every_module_has_its_tests() -> None:
    wanted = [
        f"tests/{Path(name_of(path)).parent.as_posix()}/test_{path.name}".replace("/./", "/")
        for path in MODULES
        if path.name not in ("__init__.py", "__main__.py") and has_code(path)
    ]
    assert [name for name in wanted if not (ROOT / name).is_file()] == []


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    functions = (
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert [one.name for one in functions if lines_of(one) > LONGEST_FUNCTION] == []


def test_each_rule_that_is_off_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    assert lint["select"] == ["ALL"]
    off = [
        *lint["ignore"],
        *(code for codes in lint["per-file-ignores"].values() for code in codes),
    ]
    silent = [code for code in off if not re.search(rf'"{code}"[],]*\s*# \S', text)]
    assert silent == []


def test_nothing_of_this_machine_is_in_the_repository() -> None:
    machine = re.compile(r"/(?:home|Users|root)/|file:///|find-links|index-url")
    wrong = []
    for path in [ROOT / "pyproject.toml", *(ROOT / "requirements").rglob("*.*")]:
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            wrong += [f"{path.name}: {line}" for line in lines if machine.search(line)]
    assert wrong == []
