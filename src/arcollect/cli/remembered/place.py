"""Which register a command means that may be called without a ledger."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.cli import clock
from arcollect.cli.options import ReadingMaybe, Remembering
from arcollect.cli.remembered.where import path_of, path_without_ledger
from arcollect.cli.talk import language
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Place:
    """A register, and how to speak about it."""

    path: Path
    lang: Lang
    today: dt.date
    policy: Policy

    @property
    def keep(self) -> bool:
        """Whether anything is remembered at all."""
        return self.policy.records.keep

    def refuse_without(self) -> None:
        """Raise UsageError where nothing is to be remembered (`--no-register`)."""
        if not self.keep:
            raise UsageError(message("register.off"), message("register.off_hint"))

    def tell_missing(self) -> None:
        """Say so where there is no such register: an empty list would look like an answer."""
        if self.keep and not self.path.exists():
            tell(text("register.missing", self.lang, path=str(self.path)), "yellow")


def place_of(files: Sequence[str], remembering: Remembering, reading: ReadingMaybe) -> Place:
    """The register of these ledgers' own company, else that of the policy alone.

    Raises UsageError where neither tells which one is meant.
    """
    from arcollect.cli.steps import given, read
    from arcollect.policy.load import Places, load

    if files:
        book = read(replace(reading, ledger=list(files)), remembering.flags())
        return _place(path_of(book), book.lang, book.policy)
    config = Path(reading.config) if reading.config else None
    flags = given(("--lang", "language", language.asked_for() or None))
    policy = load(
        config, Places(None, Path.cwd(), os.environ), (*remembering.flags(), *flags)
    ).policy
    lang = language.speak(Lang(policy.language or language.spoken()))
    return _place(path_without_ledger(policy), lang, policy)


def _place(path: Path, lang: Lang, policy: Policy) -> Place:
    return Place(path, lang, clock.today(policy.time_zone), policy)
