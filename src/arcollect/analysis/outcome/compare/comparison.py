"""Two states side by side: what changed, adding up to the cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.collected import Collected, collected, is_late
from arcollect.analysis.outcome.compare.evidence import Evidence
from arcollect.analysis.outcome.compare.left_out import NOTHING, LeftOut
from arcollect.analysis.outcome.compare.moves import Money, Move, What, moved, summed
from arcollect.analysis.outcome.compare.pairing import (
    identity_of,
    owner_of,
    renamed,
    under_new_names,
    under_one_company,
)
from arcollect.analysis.outcome.compare.tiers import Rolls, Shift, rolls, shift, tier
from arcollect.errors import UsageError, message
from arcollect.register.entries import Party

if TYPE_CHECKING:
    from arcollect.register.entries import Snapshot, SnapshotHead


@dataclass(frozen=True, slots=True)
class Account:
    """The walk of one party, or of a whole currency (party ("", "", currency)).

    overdue: open debits past due, before and after. kept_off: written off and still on
    the file's list; closing + kept_off is the balance of the aging table.
    """

    party: Party
    customer: str
    money: Money
    overdue: tuple[int, int]
    kept_off: int


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of both states, exact; None where that state could not tell."""

    name: str
    currency: str
    old: Fraction | None
    new: Fraction | None


@dataclass(frozen=True, slots=True)
class GradeMove:
    """A customer whose grade differs; "" where it had none."""

    customer_key: str
    customer: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed between two kept states or two files."""

    old: SnapshotHead
    new: SnapshotHead
    edges: tuple[int, ...]
    moves: tuple[Move, ...]
    accounts: tuple[Account, ...]
    totals: tuple[Account, ...]
    rolls: tuple[Rolls, ...]
    collected: tuple[Collected, ...]
    figures: tuple[FigureChange, ...]
    grades: tuple[GradeMove, ...]
    is_dated: bool
    renamed: int
    customers_in_both: int = 0
    documents_in_both: int = 0  # open before, and open or settled in the later file
    left_out: tuple[LeftOut | None, LeftOut] = (NOTHING, NOTHING)  # None: nobody kept it

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The two as-of dates."""
        return self.old.as_of, self.new.as_of

    @property
    def sides(self) -> tuple[int, int]:
        """How many open documents each state has."""
        moves = [m for m in self.moves if m.what is not What.CREDIT]
        return sum(m.pair.old is not None for m in moves), sum(m.money.closing > 0 for m in moves)

    def tiers_of(self, move: Move) -> tuple[int, int]:
        """The bucket before and after."""
        first, last = self.days
        return tier(move.pair.old, first, self.edges), tier(move.pair.new, last, self.edges)

    def shift_of(self, move: Move) -> Shift:
        """How a document that is in both states moved between the buckets."""
        if move.what is What.CREDIT or not (move.money.opening and move.money.closing):
            return Shift.SAME
        return shift(*self.tiers_of(move))


def compare(
    old: Snapshot, new: Snapshot, edges: tuple[int, ...], told: Evidence | None = None
) -> Comparison:
    """What changed from the earlier state to the later one.

    Per party and per currency opening + billed + unlisted + raised - collected - credited
    - unsaid - written off - gone = closing, to the cent (invariant 16). told: what the later
    file says about payments; without it every decrease is "paid or credited". UsageError where the
    earlier state is of a later day.
    """
    if old.head.as_of > new.head.as_of:
        facts = {"old": old.head.as_of, "new": new.head.as_of}
        raise UsageError(message("compare_why.order", **facts), message("compare_why.order_hint"))
    said = told or Evidence()
    known = under_one_company(old.lines, new.lines)
    names = renamed(known, new.lines)
    before = under_new_names(known, names)
    moves = moved(before, new.lines, old.head.as_of, said)
    days = (old.head.as_of, new.head.as_of)
    return Comparison(
        old.head, new.head, edges, moves,
        _accounts(moves, days, lambda move: move.party),
        _accounts(moves, days, lambda move: ("", "", move.party[2])),
        rolls(moves, days, edges),
        collected(moves, days),
        _figures(old, new),
        _grades(old, new, {key: to for (_, key), to in names.items()}),
        said.is_dated,
        len(names),
        len({owner_of(line) for line in before} & {owner_of(line) for line in new.lines}),
        sum(_is_in_both(move, said) for move in moves),
    )  # fmt: skip


def _is_in_both(move: Move, said: Evidence) -> bool:
    old, new = move.pair.old, move.pair.new
    if old is None or move.what is What.CREDIT:
        return False
    return new is not None or identity_of(old) in said.listed


def _accounts(
    moves: Iterable[Move], days: tuple[dt.date, dt.date], key: Callable[[Move], Party]
) -> tuple[Account, ...]:
    grouped: dict[Party, list[Move]] = {}
    for move in moves:
        grouped.setdefault(key(move), []).append(move)
    found = (_account(party, mine, days) for party, mine in grouped.items())
    return tuple(sorted(found, key=lambda a: (a.party[2], -abs(a.money.closing), a.party)))


def _account(party: Party, moves: list[Move], days: tuple[dt.date, dt.date]) -> Account:
    money = summed(move.money for move in moves)
    late = (
        sum(m.money.opening for m in moves if is_late(m.pair.old, days[0])),
        sum(m.money.closing for m in moves if is_late(m.pair.new, days[1])),
    )
    off = sum(m.pair.new.open_minor for m in moves if m.pair.new and m.pair.new.is_written_off)
    names = [m.line.customer for m in moves if m.line.customer]
    return Account(party, names[-1] if names and party[1] else "", money, late, off)


_NOTHING = dict.fromkeys(("open", "overdue", "unapplied"), Fraction(0))
"""Where a state has nothing in a currency, that is 0; ratios of nothing are unknown."""


def _figures(old: Snapshot, new: Snapshot) -> tuple[FigureChange, ...]:
    before, after = (
        {(name, code): Fraction(value) for name, code, value in state.figures}
        for state in (old, new)
    )
    return tuple(
        FigureChange(*key, *(state.get(key, _NOTHING.get(key[0])) for state in (before, after)))
        for key in dict.fromkeys((*after, *before))
    )


def _grades(old: Snapshot, new: Snapshot, names: dict[str, str]) -> tuple[GradeMove, ...]:
    before = {names.get(key, key): letter for _, key, letter in old.grades}
    after = {key: letter for _, key, letter in new.grades}
    called = {line.customer_key: line.customer for line in (*old.lines, *new.lines)}
    return tuple(
        GradeMove(key, called.get(key, key), before.get(key, ""), after.get(key, ""))
        for key in sorted({*before, *after})
        if before.get(key, "") != after.get(key, "")
    )
