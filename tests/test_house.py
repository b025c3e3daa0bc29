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
def tree(name: str) -> ast.Module:
    return ast.parse(source(name))


@cache
def functions() -> dict[str, ast.FunctionDef]:
    """Every function by module and name."""
    return {
        f"{name}:{node.name}:{node.lineno}": node
        for name in MODULES
        for node in ast.walk(tree(name))
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
    assert [name for name in MODULES if not ast.get_docstring(tree(name))] == []
    assert [stem for stem in stems() if re.fullmatch(r"utils?|helpers?|manager|common", stem)] == []


def told(body: list[ast.stmt], where: str) -> Iterator[tuple[str, bool]]:
    """Every public class, function and method: whether it says what it is."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield f"{where}:{node.name}", bool(ast.get_docstring(node))
            if isinstance(node, ast.ClassDef):
                yield from told(node.body, f"{where}:{node.name}")


def test_everything_public_says_what_it_answers() -> None:
    silent = [
        name
        for module in MODULES
        for name, is_told in told(tree(module).body, module)
        if not (is_told or name.startswith("views/block.py:Printed:"))  # told by the class
    ]
    assert silent == []


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


@cache
def imports() -> dict[str, set[str]]:
    """Which of our modules each module imports, at the top or inside a function."""
    places = {name.removesuffix(".py").removesuffix("/__init__"): name for name in MODULES}
    known = {f"arcollect.{place.replace('/', '.')}": name for place, name in places.items()}
    found: dict[str, set[str]] = {name: set() for name in MODULES}
    for name in MODULES:
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.ImportFrom) and node.module:
                for part in node.names:
                    whole = known.get(f"{node.module}.{part.name}") or known.get(node.module)
                    found[name] |= {whole} - {name} if whole else set()
    return found


def reached(start: str) -> set[str]:
    """Everything that a module rests on."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        fresh = imports()[ahead.pop()] - seen
        seen |= fresh
        ahead.extend(fresh)
    return seen


def test_no_module_rests_on_itself() -> None:
    assert [name for name in MODULES if name in reached(name)] == []


def test_nothing_is_left_for_later() -> None:
    assert {name: hits for name in MODULES if (hits := UNFINISHED.findall(source(name)))} == {}
