"""Two states side by side: what changed, adding up to the cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.evidence import Evidence
from arcollect.analysis.outcome.compare.moves import Money, Move, What, moved, summed
from arcollect.analysis.outcome.compare.pairing import renamed, under_new_names, under_one_company
from arcollect.analysis.outcome.compare.tiers import Rolls, Shift, rolls, shift, tier
from arcollect.errors import UsageError, message
from arcollect.register.entries import Party

if TYPE_CHECKING:
    from arcollect.register.entries import Snapshot, SnapshotHead, SnapshotLine


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
class Collected:
    """One currency's collection between the two days, minor units (U-12).

    due: overdue at the start plus what fell due since; collected: shown by dated money;
    settled: paid or credited, the file does not say. cei: (opening + billed - closing) /
    (opening + billed - not yet due), open debits (M04), without what is no longer in the
    ledger: that is no collection.
    """

    currency: str
    collected: int
    settled: int
    due: int
    cei: Fraction | None

    @property
    def rate(self) -> Fraction | None:
        """Current collection rate (当期回款率); None where nothing was due."""
        return Fraction(self.collected, self.due) if self.due else None


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
    left_out: tuple[int, int] = (0, 0)  # rows of either file that could not be used

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The two as-of dates."""
        return self.old.as_of, self.new.as_of

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

    Per party and per currency opening + billed + raised - collected - credited - unsaid
    - written off - gone = closing, to the cent (invariant 16). told: what the later file says
    about payments; without it every decrease is "paid or credited". UsageError where the
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
        _collected(moves, days),
        _figures(old, new),
        _grades(old, new, {key: to for (_, key), to in names.items()}),
        said.is_dated,
        len(names),
    )  # fmt: skip


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


def is_late(line: SnapshotLine | None, as_of: dt.date) -> bool:
    """Past its due date: due on the day itself is not late (D-1)."""
    return line is not None and line.due_date is not None and line.due_date < as_of


def _collected(moves: Iterable[Move], days: tuple[dt.date, dt.date]) -> tuple[Collected, ...]:
    grouped: dict[str, list[Move]] = {}
    for move in moves:
        grouped.setdefault(move.party[2], []).append(move)
    return tuple(_of_currency(code, grouped[code], days) for code in sorted(grouped))


def _of_currency(code: str, moves: list[Move], days: tuple[dt.date, dt.date]) -> Collected:
    money = summed(move.money for move in moves)
    debits = [m.money for m in moves if m.what is not What.CREDIT]
    due = sum(
        m.money.opening + m.money.billed - m.money.gone
        for m in moves
        if m.what is not What.CREDIT and _fell_due(m.line, days[1])
    )
    walk = summed(debits)
    current = sum(
        m.money.closing
        for m in moves
        if m.what is not What.CREDIT and not is_late(m.pair.new, days[1])
    )
    charged = walk.opening + walk.billed - walk.gone
    top, bottom = charged - walk.closing, charged - current
    cei = Fraction(top, bottom) if bottom > 0 else None
    return Collected(code, money.collected, money.unsaid, due, cei)


def _fell_due(line: SnapshotLine, as_of: dt.date) -> bool:
    return line.due_date is not None and line.due_date <= as_of


def _figures(old: Snapshot, new: Snapshot) -> tuple[FigureChange, ...]:
    before, after = (
        {(name, code): Fraction(value) for name, code, value in state.figures}
        for state in (old, new)
    )
    return tuple(
        FigureChange(*key, before.get(key), after.get(key))
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
