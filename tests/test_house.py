"""The house stays as easy to read as it was built."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[1] / "src" / "arcollect"
MODULES = {str(path.relative_to(SOURCE)): path for path in sorted(SOURCE.rglob("*.py"))}
UNFINISHED = re.compile(r"TODO|FIXME|XXX:|raise NotImplementedError|/work/|/tmp/")


@cache
def source(name: str) -> str:
    return MODULES[name].read_text("utf-8")


@cache
def functions() -> dict[str, ast.FunctionDef]:
    """Every function by module and name."""
    return {
        f"{name}:{node.name}:{node.lineno}": node
        for name in MODULES
        for node in ast.walk(ast.parse(source(name)))
        if isinstance(node, ast.FunctionDef)
    }


def length(function: ast.FunctionDef) -> int:
    """Lines of the body, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def parameters(function: ast.FunctionDef) -> int:
    return len(function.args.args) + len(function.args.kwonlyargs)


def stems() -> Iterator[str]:
    return (path.stem for path in MODULES.values() if "text" not in path.parts)


def test_modules_hold_one_idea() -> None:
    assert [name for name in MODULES if len(source(name).splitlines()) > 400] == []


def test_modules_say_what_they_are() -> None:
    assert [name for name in MODULES if not ast.get_docstring(ast.parse(source(name)))] == []
    assert [stem for stem in stems() if re.fullmatch(r"utils?|helpers?|manager|common", stem)] == []


def test_functions_fit_in_a_glance() -> None:
    assert {name: n for name, f in functions().items() if (n := length(f)) > 45} == {}


def test_most_functions_are_short() -> None:
    lengths = sorted(map(length, functions().values()))
    assert median(lengths) <= 8
    assert lengths[int(len(lengths) * 0.9)] <= 25


def test_functions_take_few_parameters() -> None:
    # In cli the parameters of a function are the options of its command.
    wide = {
        name: n
        for name, function in functions().items()
        if (n := parameters(function)) > 8 and not name.startswith("cli")
    }
    assert wide == {}


def test_folders_hold_about_ten_modules() -> None:
    folders = {path.parent for path in MODULES.values() if "text" not in path.parts}
    crowded = {folder.name: n for folder in folders if (n := len([*folder.glob("*.py")])) > 13}
    assert crowded == {}


def test_nothing_is_left_for_later() -> None:
    assert {name: hits for name in MODULES if (hits := UNFINISHED.findall(source(name)))} == {}
