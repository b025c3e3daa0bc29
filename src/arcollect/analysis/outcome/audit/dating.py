"""Whether the dates fit one another: entered late, dated ahead, credited after closing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.figures import places as decimal_places
from arcollect.analysis.keys import PARTY, group_codes
from arcollect.analysis.outcome.audit.amounts import least_minor
from arcollect.analysis.outcome.audit.desk import Desk, parties, split, whose
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Weight,
    amount,
    missing,
    places,
)
from arcollect.errors import message
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from arcollect.analysis.keys import Dates, Flags, Ints

_NONE = np.array([], dtype=np.int64)
_SEEN = ("source", "sheet", "row", *PARTY, "customer", "issue_date", "entry_date", "amount_minor")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def backdated(desk: Desk) -> Examined:
    """Rows entered long after their date, or dated after the day of entry (R003-77).

    Late: more than 31 days after the document's date and in a later month. Ahead: the
    document's date is after the day on which it was entered.
    """
    items = desk.items
    issued, entered = dates(items["issue_date"]), dates(items["entry_date"])
    known = ~np.isnat(issued) & ~np.isnat(entered)
    days = np.where(known, (entered - issued).astype(np.int64), 0)
    later_month = entered.astype("datetime64[M]") > issued.astype("datetime64[M]")
    late = known & (days > desk.rules.backdated_days) & later_month
    hints = [
        *_seen(items, late, days, "late", desk),
        *_seen(items, known & (days < 0), -days, "ahead", desk),
    ]
    gaps = () if known.any() else (missing("entry_date"),)
    return Examined("backdated", "R003-77", int(known.sum()), tuple(hints), gaps)


def _seen(items: pd.DataFrame, rows: Flags, days: Ints, how: str, desk: Desk) -> list[Hint]:
    some = items.loc[rows, list(_SEEN)].assign(days=days[rows]).reset_index(drop=True)
    threshold = message(f"audit_why.{how}_limit", **_limit(how, desk))
    found = []
    for who, at in parties(some):
        mine = some.iloc[at]
        minor = int(mine["amount_minor"].abs().sum())
        worst = mine.iloc[int(mine["days"].to_numpy().argmax())]
        facts = {
            "count": len(mine), "days": int(worst["days"]), "issued": worst["issue_date"].date(),
            "entered": worst["entry_date"].date(),
        }  # fmt: skip
        said = message(f"audit_why.dated_{how}", **facts)
        found.append(
            Hint("backdated", "R003-77", Weight.MEDIUM, who, minor, places(mine), said, threshold)
        )
    return found


def _limit(how: str, desk: Desk) -> dict[str, object]:
    return {"days": desk.rules.backdated_days} if how == "late" else {}


def after_closing(desk: Desk) -> Examined:
    """Credit notes in the first days after a period ended (R003-77).

    Within ten days of the end of a quarter (policy: month, quarter, year). One that
    takes back a document of the period that just ended weighs most.
    """
    items = desk.items
    red = (items["kind"].astype(object) == ItemKind.CREDIT).to_numpy(bool)
    day = dates(items["issue_date"])
    notes = items[red & ~np.isnat(day)].reset_index(drop=True)
    day = dates(notes["issue_date"])
    days = (day - _begin(day, desk)).astype(np.int64)
    enough = np.abs(notes["amount_minor"].to_numpy(np.int64)) >= least_minor(notes, desk.policy)
    some = notes[(days < desk.rules.period_days) & enough].reset_index(drop=True)
    debits = desk.debits
    (noted, billed), groups = group_codes([some, debits], PARTY)
    known = np.isin(np.arange(len(groups)), noted)
    bills = dict(_by_code(billed, np.flatnonzero(known[billed])))
    hints = tuple(_note(some.iloc[at], bills.get(code, _NONE), desk)
                  for code, at in _by_code(noted, np.arange(len(some))))  # fmt: skip
    gaps = () if red.any() else (Gap(message("audit_why.no_credit_notes"), "document_type"),)
    return Examined("after_closing", "R003-77", len(notes), hints, gaps)


def _begin(days: Dates, desk: Desk) -> Dates:
    """The first day of each day's period."""
    month = days.astype("datetime64[M]").astype(np.int64)
    count = MONTHS[desk.rules.period]
    begin: Dates = (month // count * count).astype("datetime64[M]").astype("datetime64[D]")
    return begin


def _by_code(codes: Ints, rows: Ints) -> Iterator[tuple[int, Ints]]:
    """The rows of each code among these rows."""
    for at in split(codes[rows]):
        yield int(codes[rows[at[0]]]), rows[at]


def _note(some: pd.DataFrame, bills: Ints, desk: Desk) -> Hint:
    """The late credit notes of one customer; bills: its documents' rows in `debits`."""
    minor, who, rules = int(-some["amount_minor"].sum()), whose(some, 0), desk.rules
    back = _taken_back(some, bills, desk)
    facts = {
        "count": len(some), "amount": amount(minor, who.currency),
        "day": dates(some["issue_date"]).min().item(),
    }  # fmt: skip
    measured = message("audit_why.after_closing", **facts)
    if back:
        measured = message("audit_why.taken_back", **facts, back=len(back))
    threshold = message(
        "audit_why.after_closing_limit", days=rules.period_days,
        period=message(f"audit_why.period_{rules.period}"),
        limit=decimal_places(Fraction(rules.min_amount), 0), base=desk.policy.base_currency,
    )  # fmt: skip
    weight = Weight.HIGH if back else Weight.MEDIUM
    where = tuple(sorted({*places(some), *places(desk.debits, back)}))
    return Hint("after_closing", "R003-77", weight, who, minor, where, measured, threshold)


def _taken_back(some: pd.DataFrame, bills: Ints, desk: Desk) -> list[int]:
    """Bills of the same amount in the period that just ended: one per note at most."""
    begin = _begin(dates(desk.debits["issue_date"])[bills], desk)
    minor = desk.debits["amount_minor"].to_numpy(np.int64)[bills]
    starts = _begin(dates(some["issue_date"]), desk)
    ended = _begin(starts - np.timedelta64(1, "D"), desk)
    found: list[int] = []
    for period, red in zip(ended, some["amount_minor"], strict=True):
        fits = bills[(minor == -int(red)) & (begin == period)].tolist()
        found += [row for row in fits if row not in found][:1]
    return found
