"""All checks, ranked: what is worth a look, and what could not be looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.outcome.audit.amounts import round_sums, same_sums
from arcollect.analysis.outcome.audit.approvals import approvals
from arcollect.analysis.outcome.audit.dating import after_closing, backdated
from arcollect.analysis.outcome.audit.desk import Desk
from arcollect.analysis.outcome.audit.hint import Examined, Gap, Hint, Place, Weight
from arcollect.analysis.outcome.audit.money_in import off_days, unmatched, unusual
from arcollect.analysis.outcome.audit.payers import payers
from arcollect.analysis.outcome.audit.people import rotation, same_hand, segregation
from arcollect.analysis.outcome.audit.series import missing_numbers, out_of_order, shared_numbers
from arcollect.analysis.outcome.audit.sharing import sharing
from arcollect.analysis.outcome.audit.unproven import unproven
from arcollect.analysis.rates import in_base
from arcollect.errors import message

if TYPE_CHECKING:
    from fractions import Fraction

    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History

CHECKS: tuple[Callable[[Desk], Examined], ...] = (
    segregation, same_hand, rotation, unmatched, unusual, off_days, payers, sharing, unproven,
    shared_numbers, same_sums, round_sums, approvals, backdated, after_closing,
    missing_numbers, out_of_order,
)  # fmt: skip


_MONEY_IN = frozenset({"unmatched", "unusual", "off_days", "payers"})
"""Checks that look at receipts: of a row that is a document too, the receipt counts."""
_FACTS = ("customer", "currency", "amount_minor")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one row of the files; day: of the document, or of the receipt."""

    customer: str
    currency: str
    amount_minor: int
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class Audit:
    """What every check saw, and all hints: those to look at first come first."""

    policy: Policy
    examined: tuple[Examined, ...]
    hints: tuple[Hint, ...]
    rows: tuple[dict[Place, Row], ...] = ()  # for each hint

    @property
    def is_alarming(self) -> bool:
        """Whether any hint weighs most: what `--fail-on audit` asks."""
        return any(hint.weight is Weight.HIGH for hint in self.hints)


def audit(position: Position, history: History, policy: Policy) -> Audit:
    """Every integrity check of the ledger (R003-71…77, R003-39), hints by weight.

    A hint says what was measured against which threshold and in which rows; it is a
    question, no finding of fact. Of equal weight the larger amount (in base currency;
    without a rate, or without an amount, last) comes first. Nothing later than the
    as-of date is looked at.
    """
    desk = Desk(position, policy, history)
    examined = tuple(_explained(check(desk)) for check in CHECKS)
    every = [hint for one in examined for hint in one.hints]
    every.sort(key=lambda hint: (-hint.weight, -_worth(hint, policy)))
    return Audit(policy, examined, tuple(every), _rows(every, desk))


def _rows(hints: list[Hint], desk: Desk) -> tuple[dict[Place, Row], ...]:
    """What stands on the rows of each hint; a row that is neither is left out."""
    wanted = {place for hint in hints for place in hint.places}
    numbers = {place.row for place in wanted}
    bills = _standing(desk.items, "issue_date", numbers)
    money = _standing(desk.settled, "date", numbers) | _standing(desk.receipts, "date", numbers)
    both = (money | bills, bills | money)
    found = (both[hint.check in _MONEY_IN] for hint in hints)
    return tuple(
        {place: rows[place] for place in hint.places if place in rows}
        for hint, rows in zip(hints, found, strict=True)
    )


def _standing(frame: pd.DataFrame, day: str, numbers: set[int]) -> dict[Place, Row]:
    some = frame[frame["row"].isin(numbers).to_numpy(bool)]
    where = (some[name].tolist() for name in ("source", "sheet", "row"))
    days = dates(some[day]).tolist()
    facts = (some[name].tolist() for name in _FACTS)
    return {
        Place(str(file), str(sheet), int(row)): Row(str(name), str(code), int(minor), on)
        for file, sheet, row, name, code, minor, on in zip(*where, *facts, days, strict=True)
    }


def _explained(one: Examined) -> Examined:
    """A check that had nothing to look at says so."""
    if one.looked_at or one.gaps:
        return one
    return replace(one, gaps=(Gap(message("audit_why.no_rows")),))


def _worth(hint: Hint, policy: Policy) -> Fraction | int:
    if hint.amount_minor is None:
        return 0
    return in_base(hint.amount_minor, hint.whose.currency, policy) or 0
