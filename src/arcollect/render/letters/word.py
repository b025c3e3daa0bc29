"""The user's own Word template, filled, and read again before it leaves."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError

from arcollect.errors import UsageError, message
from arcollect.views.chase.template import clean, word_sandbox
from arcollect.views.compliance.check import phrases_in
from arcollect.views.compliance.finding import BLOCKS
from arcollect.written import paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from arcollect.views.chase.word import WordForm

_EXTRA = "word-templates"
_ALWAYS_THE_SAME = (1980, 1, 1, 0, 0, 0)


def word(form: WordForm) -> bytes:
    """The filled Word file, byte for byte the same for the same facts (T-38).

    Afterwards it is opened again: every value that the template printed, and customer
    and total in any case, must stand in its text (T-36), and its own words pass the
    checks of a letter. Raises UsageError for a file that cannot be filled, or that lacks
    something, and without the extra `word-templates`.
    """
    printed: list[str] = []
    made = _same_bytes(_filled(form, printed))
    _check(form, made, printed)
    return made


def names_in(path: Path) -> frozenset[str]:
    """Every field that a Word template asks for; none where it cannot be understood.

    UsageError without the extra; what is wrong with a broken file, `word` says.
    """
    template_of = _maker()
    try:
        asked = template_of(path).get_undeclared_template_variables(word_sandbox([]))
    except (TemplateError, ArithmeticError, TypeError, ValueError, KeyError, OSError):
        return frozenset()
    return frozenset(map(str, asked))


def _maker() -> Any:
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415  (an extra)
    except ImportError:
        raise UsageError(
            message("letters.no_word"), message("letters.extra", extra=_EXTRA)
        ) from None
    return DocxTemplate


def _filled(form: WordForm, printed: list[str]) -> bytes:
    template_of, stream = _maker(), io.BytesIO()
    try:
        template: Any = template_of(form.path)
        template.render(dict(form.facts), jinja_env=word_sandbox(printed), autoescape=True)
        template.save(stream)
    except (TemplateError, ArithmeticError, TypeError, ValueError, KeyError, OSError) as error:
        why = str(error) or type(error).__name__
        facts = {"template": form.path.name, "why": why}
        hint = message("letters.bad_template_hint")
        raise UsageError(message("letters.bad_template", **facts), hint) from error
    return stream.getvalue()


def _same_bytes(content: bytes) -> bytes:
    """The same archive without the time it was made at."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ALWAYS_THE_SAME)
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _check(form: WordForm, content: bytes, printed: list[str]) -> None:
    said = [p.text for p in paragraphs(form.path.name, content)]
    whole = "".join("".join(said).split())
    wanted = (*printed, clean(str(form.facts["customer"])), str(form.facts["total_bare"]))
    for value in wanted:
        if "".join(value.split()) not in whole:
            facts = {"template": form.path.name, "value": value}
            raise UsageError(message("letters.word_lacks", **facts))
    for paragraph in said:
        for rule, words in phrases_in(_own_words(paragraph, printed)):
            if rule in BLOCKS:
                facts = {"template": form.path.name, "rule": rule, "said": words}
                hint = message("letters.finding_hint")
                raise UsageError(message("letters.finding", **facts), hint)


def _own_words(paragraph: str, printed: list[str]) -> str:
    """What the template's author wrote: every printed value becomes a neutral mark."""
    for value in sorted(set(printed), key=len, reverse=True):
        paragraph = paragraph.replace(value, "□") if value else paragraph
    return paragraph
