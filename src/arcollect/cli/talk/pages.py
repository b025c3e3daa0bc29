"""The help pages, in the user's language and at the width of the terminal."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from arcollect.cli.options import Reading
from arcollect.cli.talk.language import spoken
from arcollect.text import text, words

_GAP = 2
_NAMES = 13  # so that the commands of all chapters stand in one column
_LEFT = 30  # the widest left column; a longer name stands on its own line


def of(command: Any, path: str, commands: Mapping[str, Any]) -> str:
    """The help page of the program (`commands` by module), of a group or of one command."""
    if path == "arcollect":
        return of_program(commands)
    if members := getattr(command, "commands", None):
        return of_group(path, members)
    return of_command(command, path)


def of_program(commands: Mapping[str, str]) -> str:
    """The first page: what it does, the commands by chapter, examples, exit codes.

    `commands` gives the module of each command; the folder it is in is its chapter.
    """
    return _page(
        _say("help.program"),
        _say("help.usage", what="arcollect [--lang zh|en] COMMAND … | LEDGER"),
        *_panels(commands),
        _section("help.options", [("--version", _say("help.version")), *_everywhere()]),
        _examples("program"),
        _section("help.exit_codes", _exit_codes()),
        _say("help.more"),
    )


def _panels(commands: Mapping[str, str]) -> Iterator[str]:
    """One section per chapter: what each command answers."""
    for chapter in dict.fromkeys(module.partition(".")[0] for module in commands.values()):
        names = [name for name, module in commands.items() if module.startswith(f"{chapter}.")]
        rows = [(name, _say(f"help.{name}")) for name in names]
        yield _section(f"help.panel.{chapter}", rows, left=_NAMES)


def of_command(command: Any, path: str) -> str:
    """One command: what it answers, arguments, options, an example, exit codes."""
    topic = path.removeprefix("arcollect ").replace(" ", ".")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    shared = {field.name for field in fields(Reading)}
    own, reading = (
        [o for o in options if (o.name in shared) is is_shared] for is_shared in (False, True)
    )
    any_options = f"[{_say('help.any_options')}]"
    usage = " ".join([path, *(p.metavar or p.name.upper() for p in arguments), any_options])
    return _page(
        _say(f"help.{topic}"),
        _maybe(f"help.{topic}.long"),
        _say("help.usage", what=_maybe(f"help.{topic}.usage") or usage),
        _section("help.arguments", [(p.metavar, _say(p.help)) for p in arguments]),
        _section("help.options", [*map(_option, own), *_everywhere()]),
        _section("help.options_reading", map(_option, reading)),
        _examples(topic),
        _say("help.exit_codes_short"),
    )


def of_group(path: str, members: Iterable[str]) -> str:
    """A command that has commands of its own."""
    topic = path.removeprefix("arcollect ").replace(" ", ".")
    return _page(
        _say(f"help.{topic}"),
        _say("help.usage", what=f"{path} {'|'.join(members)}"),
        _section("help.commands", [(m, _say(f"help.{topic}.{m}")) for m in members]),
        _examples(topic),
    )


def _page(*blocks: str) -> str:
    """Blocks with a blank line between; long lines of prose are broken."""
    lines = (line for block in blocks if block for line in [*block.split("\n"), ""])
    return "\n".join(part for line in lines for part in _fitted(line))


def _fitted(line: str) -> list[str]:
    return [line] if line.startswith(" ") else wrap(line, page_width())


def _say(key: str, **facts: object) -> str:
    return text(key, spoken(), **facts)


def _maybe(key: str) -> str:
    return _say(key) if key in words("help", spoken()) else ""


def _everywhere() -> list[tuple[str, str]]:
    return [("--lang zh|en", _say("help.lang")), ("--help", _say("help.help"))]


def _option(option: Any) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    return (f"{names} {option.metavar}" if option.metavar else names), _say(option.help)


def _examples(topic: str) -> str:
    lines = _say(f"help.{topic}.example").split("\n")
    return "\n".join([_say("help.examples"), *(f"  {line}" for line in lines)])


def _exit_codes() -> list[tuple[str, str]]:
    codes = ("0", "1", "2", "3", "4", "5", "6", "130")
    return [("130/143" if c == "130" else c, _say(f"help.exit.{c}")) for c in codes]


def _section(title: str, rows: Iterable[tuple[str, str]], left: int = 0) -> str:
    pairs = list(rows)
    if not pairs:
        return ""
    left = max(left, min(max(width(name) for name, _ in pairs), _LEFT) + _GAP)
    lines = [_say(title)]
    for name, meaning in pairs:
        lines += _row(name, meaning, left)
    return "\n".join(lines)


def _row(name: str, meaning: str, left: int) -> list[str]:
    wrapped = wrap(meaning, max(page_width() - left - _GAP, 24))
    if width(name) > left - _GAP:
        return [f"  {name}", *(" " * (left + _GAP) + line for line in wrapped)]
    first = f"  {name}{' ' * (left - width(name))}{wrapped[0]}"
    return [first, *(" " * (left + _GAP) + line for line in wrapped[1:])]


def page_width(default: int = 88, most: int = 100) -> int:
    """The terminal's width (COLUMNS, else its own), between 60 and `most` columns."""
    return max(60, min(shutil.get_terminal_size((default, 24)).columns, most))


def width(line: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def wrap(line: str, columns: int) -> list[str]:
    """Break a line at spaces, and between Chinese characters, never before 。，、；）."""
    lines, current = [], ""
    for piece in _pieces(line):
        closing = piece[0] in "。，、；：）”"
        if current and width(current + piece.rstrip()) > columns and not closing:
            lines.append(current.rstrip())
            current = ""
        current += piece
    return [*lines, current.rstrip()]


def _pieces(line: str) -> Iterable[str]:
    word = ""
    for character in line:
        if width(character) == 2:
            if word:
                yield word
            yield character
            word = ""
        else:
            word += character
            if character == " ":
                yield word
                word = ""
    if word:
        yield word
