"""Letter templates: Jinja over Markdown, in a sandbox, compiled once."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from arcollect.errors import UsageError, message
from arcollect.text import Lang

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters around every value that a template prints: what stands between
them came from the facts, everything else was written by the template's author."""

_MARKUP = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LIMIT = 1_000_000  # characters of one letter; a foreign template may loop


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox where text cannot be multiplied (T-35)."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply whole numbers only: `"x" * 10**9` would fill the memory."""
        if not (isinstance(left, int) and isinstance(right, int)) or operator == "**":
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def fill(level: str, lang: Lang, facts: dict[str, Any], own: Path | None) -> str:
    """The Markdown of one letter, each value between `OPEN` and `CLOSE`.

    `own` is a folder of the user's templates: a file of the same name there
    replaces ours. Raises UsageError for a template that cannot be filled:
    unknown fact, broken syntax, forbidden call, endless output.
    """
    name = f"{level}.md.j2"
    try:
        filled = environment(lang, own).get_template(name).render(facts)
    except (TemplateError, ArithmeticError, TypeError, ValueError) as error:
        facts = {"template": f"{lang}/{name}", "why": str(error)}
        hint = message("letters.bad_template_hint")
        raise UsageError(message("letters.bad_template", **facts), hint) from error
    if len(filled) > _LIMIT:
        raise UsageError(message("letters.endless_template", template=f"{lang}/{name}"))
    return filled


def exists(name: str, lang: Lang, own: Path | None) -> bool:
    """Whether there is a template of that name, the user's or ours."""
    folders = [*_own_folders(own, lang), folder() / lang]
    return any((where / f"{name}.md.j2").is_file() for where in folders)


def word_template(name: str, lang: Lang, own: Path | None) -> Path | None:
    """The user's Word template of that name, which comes before any other; None without."""
    files = (where / f"{name}.docx" for where in _own_folders(own, lang))
    return next((file for file in files if file.is_file()), None)


def word_sandbox(printed: list[str]) -> ImmutableSandboxedEnvironment:
    """The sandbox of Word templates; every value that is printed is noted in `printed`.

    The same rules as for text (T-35); values are escaped for XML, not for Markdown.
    """

    def plain(value: object) -> str:
        printed.append(_printable(value))
        return printed[-1]

    made = _Sandbox(undefined=StrictUndefined, finalize=plain, autoescape=True)
    made.globals.clear()
    return made


@cache
def environment(lang: Lang, own: Path | None) -> _Sandbox:
    """The sandbox that holds the compiled templates of one language."""
    ours = folder() / lang
    made = _Sandbox(
        loader=FileSystemLoader([*_own_folders(own, lang), ours]),
        undefined=StrictUndefined,
        finalize=_marked,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.clear()
    return made


def clean(value: str) -> str:
    """A value on one line, without characters that cannot be printed."""
    if value.isprintable():
        return value.strip()
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in value)
    return kept.strip()


def _printable(value: object) -> str:
    """Texts and whole numbers; str of an unknown field raises, naming the field."""
    if not isinstance(value, str | int | Undefined):
        raise TypeError(f"{type(value).__name__} cannot be printed")
    return clean(str(value))


def _marked(value: object) -> str:
    plain = _printable(value)
    escaped = "".join("\\" + c if c in _MARKUP else c for c in plain)
    return f"{OPEN}{escaped}{CLOSE}"


def _own_folders(own: Path | None, lang: Lang) -> list[Path]:
    return [own / lang, own] if own else []


def folder() -> Path:
    """Our own templates: inside the wheel, else in the checkout beside `src`."""
    packaged = Path(str(resources.files("arcollect"))) / "templates" / "letters"
    checkout = Path(__file__).parents[4] / "templates" / "letters"
    return packaged if packaged.is_dir() else checkout
