"""What a grade means for the next order."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import places, short_percent
from arcollect.analysis.rates import in_base
from arcollect.dates import add_months
from arcollect.errors import Message, message

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.standing.record import Record
    from arcollect.policy import Policy

CLEARED_MONTHS = 6
MALICIOUS = frozenset({"refuses", "wilful"})


def consequences(
    letter: str, record: Record, sheet: pd.DataFrame, as_of: dt.date, policy: Policy
) -> tuple[Message, ...]:
    """Terms, rebate, statement, prepayment or stop (R000-45…48); options side by side.

    `sheet`: the customer's own rows of the customers sheet. A: 60 days, or a rebate of
    2 % when annual purchases are strictly above 1,000,000 in base currency. A grade C that
    has nothing overdue any more is kept and watched (R001-25); a grade D without open debt
    for six months is observed, not stopped (X-25). Ungraded: none.
    """
    rules = policy.grade
    if letter == "A":
        terms = message("standing_why.terms_a", days=rules.terms_a_days)
        return (terms, *_rebate(sheet, policy))
    if letter == "B":
        return (message("standing_why.statement_b"),)
    if letter == "C":
        share = short_percent(rules.prepayment_c)
        return (
            message("standing_why.terms_c", days=rules.terms_c_days),
            message("standing_why.prepayment_c", share=share),
            *(() if record.overdue_minor else (message("standing_why.observe_c"),)),
        )
    return _stop(record, sheet, as_of) if letter == "D" else ()


def _rebate(sheet: pd.DataFrame, policy: Policy) -> tuple[Message, ...]:
    """The rebate with its amount; where purchases are not known, its condition."""
    rules = policy.grade
    limit, rate = places(Fraction(rules.rebate_above)), short_percent(rules.rebate_rate)
    bought = _annual_purchases(sheet, policy)
    if bought is None:
        return (message("standing_why.rebate_if", limit=limit, rate=rate),)
    if bought <= rules.rebate_above:
        return ()
    amount = places(bought * rules.rebate_rate)
    return (message("standing_why.rebate", limit=limit, rate=rate, amount=amount),)


def _annual_purchases(sheet: pd.DataFrame, policy: Policy) -> Fraction | None:
    typed = sheet[sheet["annual_purchases_minor"] > 0]
    rows = zip(typed["annual_purchases_minor"], typed["currency"], strict=True)
    found = [in_base(int(minor), str(currency), policy) for minor, currency in rows]
    known = [amount for amount in found if amount is not None]
    return sum(known, Fraction(0)) if known else None


def _stop(record: Record, sheet: pd.DataFrame, as_of: dt.date) -> tuple[Message, ...]:
    flags = {flag for text in sheet["flags"] for flag in str(text).split(";")}
    since = add_months(as_of, -CLEARED_MONTHS)
    cleared = not record.open_minor and (record.last_paid or dt.date.min) <= since
    if cleared and not flags & MALICIOUS:
        return (message("standing_why.observe_d"),)
    return (message("standing_why.stop_d"), message("standing_why.cash_d"))
