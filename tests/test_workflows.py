from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools import ROOT

FOLDER = ROOT / ".github/workflows"
MAJORS = {
    "actions/checkout": "v7",
    "actions/setup-python": "v7",
    "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5",
    "actions/deploy-pages": "v5",
}


def published() -> str:
    """The workflow that the docs give to those who began with `dossier init`."""
    text = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 1
    return blocks[0]


def sources() -> dict[str, str]:
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yml")}
    return found | {"docs/publishing.md": published()}


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", sources())
def test_workflows_are_sound(name: str) -> None:
    workflow = yaml.safe_load(sources()[name])
    assert workflow["permissions"] == {"contents": "read"}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 35
    for step in steps(workflow):
        if "uses" in step:
            action, _, tag = step["uses"].partition("@")
            assert MAJORS[action] == tag
        else:
            # What comes from outside reaches a shell through the environment alone.
            assert "${{" not in step["run"]


@pytest.mark.parametrize("name", ["pages.yml", "docs/publishing.md"])
def test_publishing_builds_with_the_address_checks_and_waits_long_enough(name: str) -> None:
    workflow = yaml.safe_load(sources()[name])
    runs = [step["run"] for step in steps(workflow) if "run" in step]
    assert any('dossier build --base-url "$BASE_URL/"' in run for run in runs)
    assert runs[-1].endswith("dossier check")
    deploy = workflow["jobs"]["deploy"]
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert deploy["steps"][0]["with"]["timeout"] == 30 * 60 * 1000


def test_ci_covers_every_supported_python() -> None:
    workflow = yaml.safe_load((FOLDER / "ci.yml").read_text(encoding="utf-8"))
    versions = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]


def test_targets_named_in_the_docs_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for path in [ROOT / "README.md", *Path(ROOT / "docs").glob("*.md")]:
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r"`make ([a-z]+)", text))
        assert named <= targets, path.name
