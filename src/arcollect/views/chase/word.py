"""A letter whose look is the user's own Word file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arcollect.text import Lang
from arcollect.views.chase.template import word_template


@dataclass(frozen=True, slots=True)
class WordForm:
    """A Word template and the facts that fill it; the docx of that letter."""

    path: Path
    facts: Mapping[str, Any]


def word_form(name: str, lang: Lang, own: Path | None, facts: Mapping[str, Any]) -> WordForm | None:
    """The form of a template's name, None where the user has no Word file for it."""
    path = word_template(name, lang, own)
    return WordForm(path, facts) if path else None
