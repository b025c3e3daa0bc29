"""Amounts that come twice, and amounts that are rounder than the others'."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.figures import percent, short_percent
from arcollect.analysis.figures import places as decimal_places
from arcollect.analysis.outcome.audit.desk import Desk, grouped, parties, repeated, whose
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Weight,
    Whose,
    amount,
    places,
)
from arcollect.analysis.rates import minor_threshold
from arcollect.errors import message
from arcollect.money import to_minor

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.keys import Flags, Ints
    from arcollect.policy import Policy

_PARTY = ["company", "customer_key", "currency"]


def same_sums(desk: Desk) -> Examined:
    """The same customer, day and amount on two documents or two receipts (T-19, R003-77).

    From the least amount of the policy on. Documents of different numbers only: a
    number that comes twice is the reader's warning. Parts of one staged row are one.
    """
    billed = _dated(desk.debits, "issue_date", desk.policy)
    paid = _dated(desk.receipts, "date", desk.policy)
    hints = [
        *_twice(billed, ("issue_date", "amount_minor"), "documents", desk),
        *_twice(paid, ("date", "amount_minor"), "receipts", desk),
    ]
    gaps = _uncounted(desk)
    return Examined("same_sums", "R003-77", len(billed) + len(paid), tuple(hints), gaps)


def _dated(frame: pd.DataFrame, day: str, policy: Policy) -> pd.DataFrame:
    """Dated rows of enough money, each row of the file once."""
    least = least_minor(frame, policy)
    use = frame[day].notna().to_numpy() & (frame["amount_minor"].to_numpy(np.int64) >= least)
    kept = frame[use].drop_duplicates(["source", "sheet", "row"])
    return kept.reset_index(drop=True)


def least_minor(frame: pd.DataFrame, policy: Policy) -> Ints:
    """The least amount in minor units of each row's currency; without a rate none reaches it."""
    limits = {
        str(code): minor_threshold(policy.audit.min_amount, str(code), policy)
        for code in frame["currency"].unique()
    }
    most = int(np.iinfo(np.int64).max)
    whole = {code: most if limit is None else ceil(limit) for code, limit in limits.items()}
    return np.array([whole[str(code)] for code in frame["currency"]], dtype=np.int64)


def _uncounted(desk: Desk) -> tuple[Gap, ...]:
    codes = sorted(set(map(str, desk.items["currency"].unique())))
    return tuple(
        Gap(message("audit_why.no_rate", currency=code))
        for code in codes
        if minor_threshold(Fraction(1), code, desk.policy) is None
    )


def _twice(frame: pd.DataFrame, by: tuple[str, ...], what: str, desk: Desk) -> list[Hint]:
    keys = [*_PARTY, *by]
    some = frame[repeated(frame, keys)]
    if what == "documents":
        some = some[~repeated(some, [*keys, "document_no", "invoice_no"])]
        some = some[repeated(some, keys)]
    some = some.reset_index(drop=True)
    return [_same(some.iloc[rows], by, what, who, desk) for who, rows in parties(some)]


def _same(some: pd.DataFrame, by: tuple[str, ...], what: str, who: Whose, desk: Desk) -> Hint:
    groups = some.groupby(list(by), observed=True)["amount_minor"].agg(["size", "first"])
    extra = int((groups["first"] * (groups["size"] - 1)).sum())
    largest = some.iloc[int(some["amount_minor"].to_numpy().argmax())]
    facts = {
        "groups": len(groups), "count": len(some), "day": largest[by[0]].date(),
        "amount": amount(int(largest["amount_minor"]), who.currency),
    }  # fmt: skip
    limit = decimal_places(Fraction(desk.rules.min_amount), 0)
    threshold = message("audit_why.same_limit", limit=limit, base=desk.policy.base_currency)
    return Hint(
        "same_sums", "R003-77", Weight.MEDIUM, who, extra, places(some),
        message(f"audit_why.same_{what}", **facts), threshold,
    )  # fmt: skip


def round_sums(desk: Desk) -> Examined:
    """Customers whose documents are mostly round where others' are not (R003-77).

    Round: a whole multiple of 1,000 in the document's own currency. Ten documents at
    least, half of them round, and more than twice the share among all other customers
    of the same currency.
    """
    debits = desk.debits.drop_duplicates(["source", "sheet", "row"]).reset_index(drop=True)
    hints = []
    for rows in grouped(debits, ("currency",)):
        hints += _rounder(debits.iloc[rows].reset_index(drop=True), desk)
    return Examined("round_sums", "R003-77", len(debits), tuple(hints))


def is_round(minor: Ints, currency: str, policy: Policy) -> Flags:
    """Which amounts are whole multiples of the policy's round sum, in their currency."""
    step = max(to_minor(policy.audit.round_to, currency)[0], 1)
    found: Flags = (minor != 0) & (minor % step == 0)
    return found


def _rounder(debits: pd.DataFrame, desk: Desk) -> list[Hint]:
    rules, currency = desk.rules, str(debits["currency"].iloc[0])
    round_ = is_round(debits["amount_minor"].to_numpy(np.int64), currency, desk.policy)
    total, every = int(round_.sum()), len(debits)
    hints = []
    for rows in grouped(debits, _PARTY):
        own, count = int(round_[rows].sum()), len(rows)
        others = Fraction(total - own, every - count) if every > count else Fraction(0)
        share = Fraction(own, count)
        if count >= rules.round_count and share >= rules.round_share and share > 2 * others:
            some, who = debits.iloc[rows[round_[rows]]], whose(debits, int(rows[0]))
            hints.append(_round(some, who, (share, others, count), desk))
    return hints


def _round(
    some: pd.DataFrame, who: Whose, seen: tuple[Fraction, Fraction, int], desk: Desk
) -> Hint:
    share, others, count = seen
    minor = int(some["amount_minor"].sum())
    measured = message(
        "audit_why.round", share=percent(share), others=percent(others), round=len(some),
        count=count,
    )  # fmt: skip
    rules = desk.rules
    threshold = message(
        "audit_why.round_limit", unit=decimal_places(Fraction(rules.round_to), 0),
        share=short_percent(rules.round_share), count=rules.round_count,
    )  # fmt: skip
    return Hint("round_sums", "R003-77", Weight.LOW, who, minor, places(some), measured, threshold)
