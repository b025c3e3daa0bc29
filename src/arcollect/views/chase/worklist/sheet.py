"""The columns that people fill in, and how they are read back.

A filled-in worklist makes a round trip: its header words, in either language, and its
hidden key columns are all that the import of the log needs (U-40, U-41).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from arcollect.register.entries import Channel, Proof, Reason
from arcollect.text import Lang, text

MARK = "arcollect:"
"""Begins the header of a hidden key column; no other header does."""

HIDDEN = (
    "company",
    "customer_key",
    "customer",
    "currency",
    "as_of",  # ISO date of the list
    "overdue_minor",  # whole minor units, as text
    "days_past_due",
)
"""Hidden key columns, every cell text: whose row it is, on which list, for how much."""

BLANKS = (
    "contacted_on",
    "channel",
    "person",
    "feedback",
    "promised_on",
    "promised_amount",
    "reason",
    "next_step",
    "next_on",
    "proof",
)
"""Columns left blank for a person; a row with none of them filled says nothing."""

_ENUMS: Mapping[str, type[StrEnum]] = {"channel": Channel, "reason": Reason, "proof": Proof}
_FREE = ("feedback", "next_step")  # words are offered, others are taken as well


def hidden_title(key: str) -> str:
    """The header of a hidden key column, the same in every language."""
    return f"{MARK}{key}"


def blank_title(key: str, lang: Lang) -> str:
    """The header of a column to fill in."""
    return text(f"worklist.fill.{key}", lang)


def choices(key: str, lang: Lang) -> tuple[str, ...]:
    """What the drop-down of a column offers, () where there is none."""
    if key in _ENUMS:
        return tuple(word_of(value, lang) for value in _ENUMS[key] if value)
    return tuple(text(f"worklist.offered.{key}", lang).split("|")) if key in _FREE else ()


def word_of(value: StrEnum, lang: Lang) -> str:
    """A channel, reason or kind of proof in words."""
    kind = type(value).__name__.lower()
    return text(f"worklist.{kind}.{value or 'none'}", lang)


def meaning(key: str, said: str) -> StrEnum | None:
    """The channel, reason or proof that a word means, in either language; None unknown."""
    folded = said.strip().casefold()
    for value in _ENUMS[key]:
        if folded in {str(value), *(word_of(value, lang).casefold() for lang in Lang)}:
            return value
    return None
