"""Help: in both languages, with an example, quick to come."""

from __future__ import annotations

import subprocess
import sys

import pytest

from arcollect.cli.app import COMMANDS

HEAVY = ("pandas", "numpy", "openpyxl", "docx", "rich", "pydantic", "jinja2", "xlsxwriter")
PAGES = [*([name] for name in COMMANDS), ["policy", "show"], ["policy", "init"]]


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_command_has_help_with_an_example(run, words):
    zh, en = run(*words, "--help", "--lang", "zh"), run(*words, "--help", "--lang", "en")
    assert (zh.code, zh.err, en.code, en.err) == (0, "", 0, "")
    assert "用法：arcollect" in zh.out
    assert "示例：\n  arcollect" in zh.out
    assert "Usage: arcollect" in en.out
    assert "Examples:\n  arcollect" in en.out


def test_the_first_page_lists_commands_and_exit_codes(run):
    page = run("--help").out
    assert all(f"\n  {name} " in page for name in COMMANDS)
    assert all(f"\n  {code} " in page for code in (0, 1, 2, 3, 4, 5, 6, "130/143"))


def test_without_a_word_the_help_page_comes(run):
    assert run() == run("--help")


@pytest.mark.parametrize(
    ("env", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "C"}, False),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_MESSAGES": "zh_TW.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "ARCOLLECT_LANG": "en"}, False),
        ({"ARCOLLECT_LANG": "zh"}, True),
        ({}, False),
    ],
)
def test_the_language_of_help(run, env, chinese):
    assert ("用法" in run("--help", **env).out) is chinese


def test_no_line_is_wider_than_the_page(run):
    from arcollect.cli.talk.pages import width

    for lang in ("zh", "en"):
        for line in run("aging", "--help", "--lang", lang, COLUMNS="80").out.splitlines():
            assert width(line) <= 84, line


def test_version(run):
    from arcollect import __version__

    assert run("--version").out == f"arcollect {__version__}\n"
    assert run("--lang", "zh", "--version").out == f"arcollect {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["aging", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_nothing_heavy(words):
    code = (
        "import sys; from arcollect.__main__ import main; main(sys.argv[1:]);"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, check=True, text=True
    )
    assert done.stderr.strip() == "[]"
