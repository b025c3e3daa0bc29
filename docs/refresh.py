"""Write what the program really says into the READMEs, `docs/commands/`, `docs/errors.md`.

In a page, ``<!-- run: arcollect … -->`` is followed by a text block with the output of
that command, run in the repository root. With --check nothing is written, and exit
code 1 says which pages are out of date.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from arcollect.cli.app import COMMANDS, app

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"(<!-- run: (?P<command>.+?) -->\n```text\n)(?P<output>.*?)(```)", re.DOTALL)
NOTES = {
    "en": "Generated from `arcollect {name} --help` by `make docs`. [中文]({name}.zh-CN.md)",
    "zh": "由 `make docs` 根据 `arcollect {name} --help` 生成。[English]({name}.md)",
}


def main() -> int:
    """Refresh every page, or say with --check which are out of date."""
    check = "--check" in sys.argv[1:]
    stale = [(page, text) for page, text in pages() if text != read(page)]
    for page, text in stale:
        print(("out of date: " if check else "written: ") + str(page.relative_to(ROOT)))
        if not check:
            page.parent.mkdir(exist_ok=True)
            page.write_text(text, "utf-8", newline="\n")
    return int(check and bool(stale))


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated or partly generated page with the text it ought to have."""
    for name in PAGES:
        yield ROOT / name, BLOCK.sub(shown, read(ROOT / name))
    sys.path.insert(0, str(ROOT))
    from tests.errors import page as errors  # noqa: PLC0415  (tests are no package of ours)

    for language, page in errors.NAMES.items():
        yield ROOT / "docs" / page, errors.page(language)
    yield from template_pages()
    for name in COMMANDS:
        for lang, end in (("en", ".md"), ("zh", ".zh-CN.md")):
            yield ROOT / "docs" / "commands" / (name + end), command_page(name, lang)


def template_pages() -> Iterator[tuple[Path, str]]:
    """What a letter template may say, from the table that the program checks them by."""
    from arcollect.text import Lang  # noqa: PLC0415
    from arcollect.views.chase.templates.page import fields_page, how_to  # noqa: PLC0415

    for lang, end in ((Lang.EN, ".md"), (Lang.ZH, ".zh-CN.md")):
        yield ROOT / "docs" / f"templates{end}", how_to(lang) + "\n" + fields_page(lang)


def read(page: Path) -> str:
    """The page as it is; nothing where there is none."""
    return page.read_text("utf-8") if page.exists() else ""


def shown(block: re.Match[str]) -> str:
    """A block of a page with its command and the output it has now."""
    return block[1] + output(block["command"]) + block[4]


def output(command: str) -> str:
    """The command as typed and what it prints; `| head -n N` cuts as a shell would."""
    words, _, lines = command.partition(" | head -n ")
    said = run(shlex.split(words)[1:]).splitlines(keepends=True)
    return f"$ {command}\n" + "".join(said[: int(lines) if lines else None])


def command_page(name: str, lang: str) -> str:
    """The help of one command, and of its sub-commands, as a page."""
    parts = [run([name, "--help", "--lang", lang])]
    parts += [run([name, sub, "--help", "--lang", lang]) for sub in members(name)]
    note = NOTES[lang].format(name=name)
    blocks = "\n".join(f"```text\n{part}```\n" for part in parts)
    return f"# arcollect {name}\n\n{note}\n\n{blocks}"


def members(name: str) -> list[str]:
    """The commands under one word, in the order of its help page."""
    command = typer.main.get_command(app).get_command(None, name)  # type: ignore[attr-defined]
    return list(getattr(command, "commands", ()))


def run(words: list[str]) -> str:
    """What `arcollect` prints on stdout, 108 columns wide and without colour."""
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("ARCOLLECT_", "LC_", "LANG"))}
    own = {"XDG_DATA_HOME": os.devnull}  # nobody's register
    fixed = {"COLUMNS": "108", "NO_COLOR": "1", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "arcollect", *words],
        cwd=ROOT, env=keep | fixed | own, capture_output=True, check=True, encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return re.sub(r"[ \t]+$", "", ran.stdout, flags=re.MULTILINE).rstrip("\n") + "\n"


if __name__ == "__main__":
    sys.exit(main())
