"""The envelope: versions, targets and the one script that checks a change."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRA = PROJECT["optional-dependencies"]["dev"]
PINS = dict(
    re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("text", [*PROJECT["dependencies"], *EXTRA])
def test_every_requirement_has_a_tested_floor_and_a_pin(text: str) -> None:
    wanted = Requirement(text)
    pins = {canonicalize_name(name): version for name, version in PINS.items()}
    assert wanted.specifier.contains(Version(pins[canonicalize_name(wanted.name)]))
    assert [s.operator for s in wanted.specifier] == [">="]


def test_constraints_are_versions_and_nothing_else() -> None:
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        assert re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line), line


def test_ci_runs_the_command_of_the_readme_first() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    steps = re.findall(r"^step .*? (make \S+)$", script, re.MULTILINE)
    assert steps == ["make test", "make lint", "make types", "make contracts", "make docs-check"]
    assert "make test" in (ROOT / "README.md").read_text("utf-8")


def test_every_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^# .+\n{target}:", makefile, re.MULTILINE), target


def test_letter_templates_travel_in_the_wheel() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    included = tool["build"]["targets"]["wheel"]["force-include"]
    assert included == {"templates/letters": "arcollect/templates/letters"}
    assert (ROOT / "templates" / "letters").is_dir()
