"""Every word a user reads, by key, in Chinese and English.

One module per chapter in `zh/` and `en/`, each with a dict `WORDS`; the part of
a key before the first dot names the chapter (`aging.title` is in `aging.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import import_module
from string import Formatter
from typing import Any

from arcollect.errors import Message


class Lang(StrEnum):
    """The two languages of everything that a user reads."""

    ZH = "zh"
    EN = "en"


@cache
def words(chapter: str, lang: Lang) -> Mapping[str, str]:
    """All texts of one chapter, e.g. ``words("aging", Lang.ZH)``."""
    found: Mapping[str, str] = import_module(f"arcollect.text.{lang}.{chapter}").WORDS
    return found


class _Counting(Formatter):
    """Knows `{count:|row|rows}`: the first word for one, the second for any other number."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """The value, or the word that goes with it."""
        if format_spec.startswith("|"):
            _, one, many = format_spec.split("|")
            return one if str(value) == "1" else many
        return str(super().format_field(value, format_spec))


_COUNTED = _Counting()


def text(key: str, lang: Lang, **facts: object) -> str:
    """The text of `key` with its `{placeholders}` filled from `facts`.

    Lists are joined, dates are ISO, nested messages are said; `{count:|row|rows}`
    is the word that fits the number. Raises KeyError
    for an unknown key or a missing fact: both are defects that tests catch.
    """
    return fill(words(key.partition(".")[0], lang)[key], lang, **facts)


def fill(template: str, lang: Lang, /, **facts: object) -> str:
    """The same with a template of the user's own."""
    plain = {k: _plain(v, lang) for k, v in facts.items()}
    return _COUNTED.vformat(template, (), plain) if ":|" in template else template.format_map(plain)


def say(said: Message, lang: Lang) -> str:
    """Put a message into words."""
    return text(said.key, lang, **said.facts)


def listed(parts: Iterable[object], lang: Lang) -> str:
    """Names one after the other (甲、乙; A, B); messages are said."""
    return ("、" if lang is Lang.ZH else ", ").join(str(_plain(part, lang)) for part in parts)


def joined(parts: Iterable[Message | str], lang: Lang) -> str:
    """Sentences one after the other (甲；乙; A; B); messages are said, blanks left out."""
    said = (str(_plain(part, lang)) for part in parts)
    return ("；" if lang is Lang.ZH else "; ").join(part for part in said if part)


def _plain(value: object, lang: Lang) -> object:
    if isinstance(value, Message):
        return say(value, lang)
    if isinstance(value, dt.date | Decimal | str | int | float) or value is None:
        return value
    if isinstance(value, Iterable):
        return listed(value, lang)
    return value
