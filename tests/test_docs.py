"""The READMEs show what the program really prints, and their links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
PAGES = (
    *READMES,
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "docs/windows.md",
    "docs/windows.zh-CN.md",
    "docs/exports.md",
    "docs/exports.zh-CN.md",
    "docs/chasing.md",
    "docs/chasing.zh-CN.md",
    "docs/deciding.md",
    "docs/deciding.zh-CN.md",
    "docs/month.md",
    "docs/month.zh-CN.md",
    "docs/report.md",
    "docs/report.zh-CN.md",
    "docs/README.md",
    "docs/README.zh-CN.md",
    "docs/cron.md",
    "docs/cron.zh-CN.md",
    "docs/does-not.md",
    "docs/does-not.zh-CN.md",
)


def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks() -> list[tuple[str, str, str]]:
    return [
        (page, block["command"], block["output"])
        for page in READMES
        for block in refresh().BLOCK.finditer((ROOT / page).read_text("utf-8"))
    ]


@pytest.mark.parametrize(("page", "command", "output"), blocks())
def test_shown_output_is_real(page: str, command: str, output: str) -> None:
    assert command.startswith("arcollect ")
    assert refresh().output(command) == output, f"{page}: run `make docs`"


def test_both_readmes_show_the_same_commands() -> None:
    shown = {page: [c for p, c, _ in blocks() if p == page] for page in READMES}
    english, chinese = shown.values()
    assert [c.replace("--lang en", "--lang zh") for c in english] == chinese
    assert len(english) >= 3


@pytest.mark.parametrize("page", READMES)
def test_readmes_fit_on_a_page(page: str) -> None:
    assert len((ROOT / page).read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if not target.startswith("http"):
            assert ((ROOT / page).parent / target).exists(), target


def test_every_command_has_a_page_in_both_languages() -> None:
    from arcollect.cli.app import COMMANDS

    names = {page.stem for page in (ROOT / "docs" / "commands").glob("*.md")}
    assert {name for c in COMMANDS for name in (c, f"{c}.zh-CN")} <= names


def test_every_rule_that_is_cited_is_listed() -> None:
    cited = re.compile(r"\b(?:[UXTGDW]-\d\d?|R00\d-\d\d|R-LAW-\d\d)\b")
    listed = set(
        re.findall(r"^\| (\S+) \|", (ROOT / "docs/rules.md").read_text("utf-8"), re.MULTILINE)
    )
    for path in [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.toml")]:
        assert set(cited.findall(path.read_text("utf-8"))) <= listed, path


@pytest.mark.parametrize("index", ["README.md", "README.zh-CN.md"])
def test_the_index_of_the_pages_is_complete(index: str) -> None:
    other = index.removeprefix("README") != ".md"
    docs = ROOT / "docs"
    linked = set(re.findall(r"\]\(([^)/]+\.md)\)", (docs / index).read_text("utf-8")))
    chinese = {page.name for page in docs.glob("*.zh-CN.md")}
    english = {page.name for page in docs.glob("*.md")} - chinese
    alone = {name for name in english if name.replace(".md", ".zh-CN.md") not in chinese}
    assert (chinese | alone if other else english) - {index} <= linked
