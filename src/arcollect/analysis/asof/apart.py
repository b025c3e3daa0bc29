"""What is listed apart: in every total, but neither graded nor dunned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.keys import Flags
from arcollect.analysis.rates import minor_threshold
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    from arcollect.analysis.keys import Ints
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy


class Apart(StrEnum):
    """Why an open item is listed apart: in totals, but not graded nor dunned (U-05)."""

    NO = ""
    SMALL = "small"  # 尾差
    RELATED = "related"  # 关联方
    RETENTION = "retention"  # 质保金, not due yet
    RED_BLUE = "red-blue"  # 红蓝冲销 pair that cancels out
    BILL = "bill"  # 票据在途, not yet matured (U-03)
    WRITTEN_OFF = "written-off"  # 账销案存 (U-07)


def mark(
    ledger: Ledger, left: Ints, red_blue: Flags, as_of: dt.date, policy: Policy
) -> pd.Categorical:
    """Why each item is listed apart, "" for most; one value per row of the items.

    Where several reasons hold the strongest is named: written off, red and blue,
    related party, bill in hand, retention not due, small difference. `left` is what
    is still open in minor units.
    """
    items = ledger.items
    reasons: tuple[tuple[Apart, Flags], ...] = (
        (Apart.SMALL, _small(items, left, policy)),
        (Apart.RETENTION, _retention(items, as_of, policy)),
        (Apart.BILL, _bill_in_hand(items, as_of)),
        (Apart.RELATED, _related(ledger, policy)),
        (Apart.RED_BLUE, red_blue),
        (Apart.WRITTEN_OFF, items["is_written_off"].to_numpy(bool)),
    )
    names = [str(name) for name in Apart]
    codes = np.zeros(len(items), dtype=np.int8)
    for reason, holds in reasons:
        codes[holds] = names.index(reason)
    kinds = pd.CategoricalDtype(names)
    marks: pd.Categorical = pd.Categorical.from_codes(codes, dtype=kinds)
    return marks


def _small(items: pd.DataFrame, left: Ints, policy: Policy) -> Flags:
    """A difference is what is left of a document that was paid nearly in full (尾差)."""
    limits = per_text(
        items["currency"],
        lambda currency: minor_threshold(policy.aging.small_difference, currency, policy),
    )
    part_paid = items["amount_minor"].to_numpy(np.int64) > left
    return part_paid & (left > 0) & (left < limits)


def per_text(column: pd.Series, value: Callable[[str], Fraction | None]) -> Ints:
    """An exact upper limit per row, found once per distinct text; no value gives 0."""
    kept = pd.Categorical(column)
    found = [value(str(text)) for text in kept.categories]
    limits = [ceil(limit) if limit is not None else 0 for limit in found]
    spread: Ints = np.array([*limits, 0], dtype=np.int64)[kept.codes]
    return spread


def _retention(items: pd.DataFrame, as_of: dt.date, policy: Policy) -> Flags:
    flagged = items["is_retention"].to_numpy(bool).copy()
    for name in ("kind", "goods", "remark"):
        flagged |= says(items[name], policy.exclude.retention_words)
    due = items["due_date"].to_numpy("datetime64[D]")
    return flagged & ~(due <= np.datetime64(as_of, "D"))


def _bill_in_hand(items: pd.DataFrame, as_of: dt.date) -> Flags:
    matures = items["bill_maturity"].to_numpy("datetime64[D]")
    due = items["due_date"].to_numpy("datetime64[D]")
    ends = np.where(np.isnat(matures), due, matures)
    return _is(items["kind"], {ItemKind.BILL}) & ~(ends <= np.datetime64(as_of, "D"))


def _related(ledger: Ledger, policy: Policy) -> Flags:
    items, customers = ledger.items, ledger.customers
    words = policy.exclude.related_words
    named = customers[
        customers["is_related_party"].to_numpy(bool)
        | says(customers["customer_type"], words)
        | says(customers["remark"], words)
    ]
    related = items["is_related_party"].to_numpy(bool).copy()
    related |= _is(items["customer_key"], set(named["customer_key"]))
    for name in ("customer", "customer_key"):
        related |= _is(items[name], set(policy.exclude.related_parties))
    for name in ("customer_type", "remark"):
        related |= says(items[name], words)
    return related


def says(column: pd.Series, words: Iterable[str]) -> Flags:
    """Where a text contains one of the words, whatever the case."""
    lowered = [word.casefold() for word in words if word]
    return _where(column, lambda text: any(word in text.casefold() for word in lowered))


def _is(column: pd.Series, texts: set[str]) -> Flags:
    return _where(column, lambda text: text in texts)


def _where(column: pd.Series, test: Callable[[str], bool]) -> Flags:
    kept = pd.Categorical(column)
    answers = [test(str(text)) for text in kept.categories]
    spread: Flags = np.array([*answers, False], dtype=bool)[kept.codes]
    return spread
