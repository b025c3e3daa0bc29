"""What can go wrong, and how the program says so.

Two shapes only::

    ArcollectError          stops the run; one sentence, one remedy, one exit code
    ├── UsageError          the command line or the policy asks for the impossible   2
    ├── LedgerError         the spreadsheet cannot be used                           3
    ├── OutputError         the result cannot be written                             4
    └── LockedError         another run holds the lock                               5

    Problem                 collected, never raised: one cell, why, what was done
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import ClassVar

NO_FACTS: Mapping[str, object] = MappingProxyType({})


class ExitCode(IntEnum):
    """What the shell sees; 3 beats 1 (documented in `--help`)."""

    OK = 0  # also with warnings
    FINDING = 1  # a finding the user asked to fail on
    USAGE = 2
    LEDGER = 3
    OUTPUT = 4
    LOCKED = 5
    INTERNAL = 6


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet said: a key of `arcollect.text` and the facts it needs.

    Ledger and analysis carry messages, so that words appear only where a
    language is known (views and the error boundary).
    """

    key: str
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)


def message(key: str, **facts: object) -> Message:
    """Make a `Message`; `facts` become the placeholders of the text."""
    return Message(key, facts)


class ArcollectError(Exception):
    """Stops the run with one sentence and, where there is one, a remedy.

    language: that of the headers in question ("zh", "en"), "" before any was seen.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL
    language: str = ""

    def __init__(self, said: Message, hint: Message | None = None) -> None:
        super().__init__(said.key)
        self.said = said
        self.hint = hint


class UsageError(ArcollectError):
    """The command line or the policy asks for something that cannot be done."""

    exit_code = ExitCode.USAGE


class LedgerError(ArcollectError):
    """The spreadsheet cannot be used as it is."""

    exit_code = ExitCode.LEDGER


class OutputError(ArcollectError):
    """The result cannot be written."""

    exit_code = ExitCode.OUTPUT


class LockedError(ArcollectError):
    """Another run holds the lock."""

    exit_code = ExitCode.LOCKED


class Severity(StrEnum):
    """How much a problem costs."""

    EXCLUDED = "excluded"  # the row's money is left out, and listed with its amount
    WARNING = "warning"  # the row is used; look at it
    NOTICE = "notice"  # good to know


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that could not be taken at its word (`sheet!cell`, raw value, why).

    `amount_minor` is the money of an excluded row in minor units of `currency`,
    None where the row's amount itself cannot be read.
    """

    severity: Severity
    said: Message
    file: str = ""
    sheet: str = ""
    cell: str = ""
    raw: str = ""
    remedy: Message | None = None
    amount_minor: int | None = None
    currency: str = ""
