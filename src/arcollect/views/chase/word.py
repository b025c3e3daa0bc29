"""A letter whose look is the user's own Word file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arcollect.text import Lang, text
from arcollect.views.block import Printed
from arcollect.views.chase.template import word_template
from arcollect.views.compliance.check import phrases_in
from arcollect.views.compliance.finding import Finding
from arcollect.written import paragraphs

_FIELD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_MARK = "□"  # a value, while the author's own words are read


@dataclass(frozen=True, slots=True)
class WordForm:
    """A Word template and the facts that fill it; the docx of that letter."""

    path: Path
    facts: Mapping[str, Any]


def word_form(name: str, lang: Lang, own: Path | None, facts: Mapping[str, Any]) -> WordForm | None:
    """The form of a template's name, None where the user has no Word file for it."""
    path = word_template(name, lang, own)
    return WordForm(path, facts) if path else None


def word_warnings(form: WordForm | None) -> tuple[Finding, ...]:
    """What the form's own words had better not say; a block stops the run when it is filled."""
    if form is None:
        return ()
    said = paragraphs(form.path.name, form.path.read_bytes())
    own = (_FIELD.sub(_MARK, paragraph.text) for paragraph in said)
    found = (Finding(rule, words) for each in own for rule, words in phrases_in(each))
    return tuple(dict.fromkeys(finding for finding in found if not finding.is_block))


def prints(form: WordForm | None, field: str) -> bool:
    """Whether the form has a place for a field; False without a form."""
    if form is None:
        return False
    said = paragraphs(form.path.name, form.path.read_bytes())
    places = (place for each in said for place in _FIELD.findall(each.text))
    return any(re.search(rf"\b{field}\b", place) for place in places)


def to_print_alone(letters: Sequence[Printed]) -> tuple[str, ...]:
    """The files of those that keep their own look, and so are not in the print file."""
    return tuple(
        f"{letter.stem}.docx"
        for letter in letters
        if getattr(letter, "word", None) is not None and not letter.is_draft
    )


def print_alone_note(letters: Sequence[Printed], lang: Lang) -> tuple[str, ...]:
    """One line that names them; nothing where there are none."""
    files = to_print_alone(letters)
    facts = {"count": len(files), "files": files}
    return (text("letters.print_alone", lang, **facts),) if files else ()
