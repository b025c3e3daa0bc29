"""Which number a letter gets: given once, kept while it is a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.sender import own_company
from arcollect.register.entries import DUNNING, LetterState

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Dunning
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Party


@dataclass(frozen=True, slots=True)
class Number:
    """A place in a sequence: 催字〔2026〕001号 is 1 of "催字/2026"."""

    sequence: str
    running: int


def numbered(dunning: Dunning, history: History, policy: Policy) -> Mapping[Party, Number]:
    """The number of each letter, by its party (U-25).

    They run by prefix and year of the letter's date, so that own companies with prefixes
    of their own count by themselves. A draft of the same party and level is written
    again under its number; a number of a letter sent or cancelled is never used again.
    New letters follow in the order company, customer, currency.
    """
    kept = _drafts(history)
    highest: dict[str, int] = {}
    for entry in history.letters:
        highest[entry.sequence] = max(entry.running, highest.get(entry.sequence, 0))
    found: dict[Party, Number] = {}
    for notice in sorted(dunning.notices, key=lambda n: n.party):
        sequence = sequence_of(notice.company, dunning.written.year, policy)
        running = kept.get((notice.party, notice.level, sequence))
        if running is None:
            running = highest.get(sequence, 0) + 1
            highest[sequence] = running
        found[notice.party] = Number(sequence, running)
    return found


def sequence_of(company: str, year: int, policy: Policy) -> str:
    """What the letters of an own company are counted by: its prefix and the year."""
    own = own_company(policy, company)
    prefix = (own.number_prefix if own else "") or policy.letters.number_prefix
    return f"{prefix}/{year}"


def _drafts(history: History) -> dict[tuple[Party, str, str], int]:
    """The last draft of each party, level and sequence."""
    return {
        (entry.party, entry.level, entry.sequence): entry.running
        for entry in history.letters
        if entry.state is LetterState.DRAFTED and entry.kind == DUNNING
    }
