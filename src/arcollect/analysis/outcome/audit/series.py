"""Whether document numbers run on: gaps, numbers of two customers, dates out of order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.keys import joint_codes
from arcollect.analysis.outcome.audit.desk import Desk, split
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Weight,
    Whose,
    listed,
    places,
)
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcollect.analysis.keys import Flags, Ints

MOST_DIGITS = 9
LEAST = 10
"""Documents that make a series."""

DENSE = (8, 10)
"""A series counts as running on when at least this part of its numbers is there."""

REPEATED = (1, 5)
"""Where more of the rows repeat a number, numbers do not name documents."""

GAPS_SHOWN = 5
_NONE = ("", 0)
_LAST = re.compile(r"[0-9]+(?=[^0-9]*$)")


@dataclass(frozen=True)
class Numbers:
    """Numbered documents: series and number of each, the number itself as text."""

    items: pd.DataFrame
    text: pd.Series
    series: Ints
    number: Ints
    prefixes: list[str]

    @cached_property
    def is_unique(self) -> bool:
        """Whether numbers name documents: few come twice."""
        times = self.text.astype(object).duplicated().sum()
        return bool(times * REPEATED[1] <= len(self.text) * REPEATED[0])


def numbers(desk: Desk) -> Numbers:
    """Split every document number into what stays and what counts up: XS-2026- and 017.

    Its own number, else the invoice's. Of long ones the last nine figures count.
    """
    items = desk.items.drop_duplicates(["source", "sheet", "row"])
    text = items["document_no"].astype(object)
    text = text.where((text != "").to_numpy(bool), items["invoice_no"].astype(object))
    items, text = _both(items, text, (text != "").to_numpy(bool))
    parts = {word: split_number(word) for word in text.unique()}
    numbered = np.array([parts[word] is not None for word in text], dtype=bool)
    items, text = _both(items, text, numbered)
    company = items["company"].astype(str)
    pairs = zip(company, text, strict=True)
    series = [f"{own}\0{(parts[word] or _NONE)[0]}" for own, word in pairs]
    names = pd.Series(series, dtype=object)
    (codes,), words = joint_codes([names])
    values = np.array([(parts[word] or _NONE)[1] for word in text], dtype=np.int64)
    return Numbers(items, text, codes, values, [word.partition("\0")[2] for word in words])


def _both(items: pd.DataFrame, text: pd.Series, rows: Flags) -> tuple[pd.DataFrame, pd.Series]:
    return items[rows].reset_index(drop=True), text[rows].reset_index(drop=True)


def split_number(word: str) -> tuple[str, int] | None:
    """What of a number stays and what counts up; None where nothing counts."""
    found = _LAST.search(word)
    if found is None:
        return None
    digits = found[0][-MOST_DIGITS:]
    start = found.end() - len(digits)
    return f"{word[:start]}#{word[found.end() :]}", int(digits)


def shared_numbers(desk: Desk) -> Examined:
    """One document number at several customers of an own company (T-19)."""
    found = desk.once(numbers)
    if gap := _why_not(found, desk):
        return Examined("shared_numbers", "T-19", 0, (), (gap,))
    frame = found.items.assign(number=found.text.astype(object))
    debit = (frame["amount_minor"] > 0).to_numpy(bool)
    frame = frame[debit]
    keys = frame[["company", "number", "customer_key"]].astype(object).drop_duplicates()
    twice = keys[keys.duplicated(["company", "number"], keep=False)]
    wanted = set(zip(twice["company"], twice["number"], strict=True))
    pairs = zip(frame["company"].astype(object), frame["number"], strict=True)
    some = frame[np.array([pair in wanted for pair in pairs], dtype=bool)].reset_index(drop=True)
    (codes,), _ = joint_codes([some["company"].astype(str) + "\0" + some["number"].astype(str)])
    hints = tuple(_shared(some.iloc[rows]) for rows in split(codes))
    return Examined("shared_numbers", "T-19", len(frame), hints)


def _shared(some: pd.DataFrame) -> Hint:
    names = list(dict.fromkeys(map(str, some["customer"])))
    measured = message(
        "audit_why.shared_number", number=str(some["number"].iloc[0]), count=len(names),
        names=listed(names),
    )  # fmt: skip
    whose = Whose(company=str(some["company"].iloc[0]))
    threshold = message("audit_why.shared_number_limit")
    return Hint(
        "shared_numbers", "T-19", Weight.MEDIUM, whose, None, places(some), measured, threshold
    )


def missing_numbers(desk: Desk) -> Examined:
    """Numbers that are not there between the first and the last of a series (R003-77).

    Series of at least ten documents of which four fifths are there: elsewhere numbers
    do not run on. A list of open items alone has gaps by its nature.
    """
    found = desk.once(numbers)
    gap = _why_not(found, desk) or (None if _has_settled(desk) else _open_only())
    if gap:
        return Examined("missing_numbers", "R003-77", 0, (), (gap,))
    running = [rows for rows in _long(found) if _runs_on(found.number[rows])]
    hints = [hint for rows in running for hint in _missing(found, rows)]
    gaps = () if running else (Gap(message("audit_why.no_series", least=LEAST)),)
    looked = sum(map(len, running))
    return Examined("missing_numbers", "R003-77", looked, tuple(hints), gaps)


def _why_not(found: Numbers, desk: Desk) -> Gap | None:
    if not len(found.items):
        return Gap(message("audit_why.no_column"), "document_no")
    if desk.position.ledger.source.form == "journal" or not found.is_unique:
        return Gap(message("audit_why.not_unique"), "document_no")
    return None


def _has_settled(desk: Desk) -> bool:
    items = desk.items
    closed = (items["open_minor"] == 0) & (items["amount_minor"] > 0)
    return bool((closed | items["settled_date"].notna()).any())


def _open_only() -> Gap:
    return Gap(message("audit_why.open_only"), "settled_date")


def _long(found: Numbers) -> Iterator[Ints]:
    yield from (rows for rows in split(found.series) if len(rows) >= LEAST)


def _runs_on(number: Ints) -> bool:
    there = np.unique(number)
    span = int(there[-1] - there[0]) + 1
    return len(there) >= LEAST and len(there) * DENSE[1] >= span * DENSE[0]


def _missing(found: Numbers, rows: Ints) -> list[Hint]:
    there = np.unique(found.number[rows])
    span = int(there[-1] - there[0]) + 1
    if len(there) == span:
        return []
    after = np.flatnonzero(np.diff(there) > 1)
    ranges = [(int(there[i]) + 1, int(there[i + 1]) - 1) for i in after]
    name = found.prefixes[int(found.series[rows[0]])]
    width = min(len(str(found.text.iloc[row])) for row in rows) - len(name) + 1
    beside = np.isin(found.number[rows], np.concatenate([there[after], there[after + 1]]))
    measured = message(
        "audit_why.missing_numbers",
        count=span - len(there),
        total=span,
        gaps=_few(ranges, name, width),
    )
    whose = Whose(company=str(found.items["company"].iloc[rows[0]]))
    where = places(found.items, rows[beside])
    threshold = message("audit_why.missing_limit", least=LEAST)
    return [Hint("missing_numbers", "R003-77", Weight.LOW, whose, None, where, measured, threshold)]


def _few(ranges: list[tuple[int, int]], name: str, width: int) -> Message:
    before, _, behind = name.partition("#")
    both = [tuple(f"{before}{n:0{width}}{behind}" for n in pair) for pair in ranges[:GAPS_SHOWN]]
    said = ["–".join(dict.fromkeys(pair)) for pair in both]
    if len(ranges) <= GAPS_SHOWN:
        return message("audit_why.names", names=said)
    return message("audit_why.names_more", names=said, more=len(ranges) - GAPS_SHOWN)


def out_of_order(desk: Desk) -> Examined:
    """Documents whose date does not fit their number in its series (R003-77).

    The fewest rows whose removal leaves dates that only rise with the numbers, and that
    are more than three days out of line. Series of at least ten; where more than a
    fifth would be out of line, numbers are not given by date.
    """
    found = desk.once(numbers)
    if gap := _why_not(found, desk):
        return Examined("out_of_order", "R003-77", 0, (), (gap,))
    day = dates(found.items["issue_date"])
    hints: list[Hint] = []
    looked = 0
    for rows in _long(found):
        mine = rows[~np.isnat(day[rows])]
        mine = mine[np.argsort(found.number[mine], kind="stable")]
        kept = rising(day[mine].astype(np.int64).tolist())
        is_by_date = (~kept).sum() * REPEATED[1] <= len(mine) * REPEATED[0]
        if len(mine) >= LEAST and is_by_date:
            looked += len(mine)
            far = _is_far(day[mine].astype(np.int64), kept, desk.rules.sequence_days)
            hints += [_strays(found, mine[far], len(mine), desk)] if far.any() else []
    gaps = () if looked else (Gap(message("audit_why.not_by_date", least=LEAST)),)
    return Examined("out_of_order", "R003-77", looked, tuple(hints), gaps)


def _strays(found: Numbers, stray: Ints, total: int, desk: Desk) -> Hint:
    some = found.items.iloc[stray]
    first = some.iloc[0]
    named = [str(found.text.iloc[row]) for row in stray]
    measured = message(
        "audit_why.out_of_order", count=len(stray), names=listed(named), total=total,
        number=named[0], day=first["issue_date"].date(),
    )  # fmt: skip
    whose = Whose(company=str(first["company"]))
    threshold = message("audit_why.out_of_order_limit", days=desk.rules.sequence_days)
    return Hint(
        "out_of_order", "R003-77", Weight.MEDIUM, whose, None, places(some), measured, threshold
    )


def rising(days: list[int]) -> Flags:
    """Which values make the longest row that never falls; of several the first found."""
    tails: list[int] = []
    last: list[int] = []
    before = [-1] * len(days)
    for at, day in enumerate(days):
        slot = bisect_right(tails, day)
        before[at] = last[slot - 1] if slot else -1
        if slot == len(tails):
            tails.append(day)
            last.append(at)
        else:
            tails[slot], last[slot] = day, at
    kept = np.zeros(len(days), dtype=bool)
    at = last[-1] if last else -1
    while at >= 0:
        kept[at] = True
        at = before[at]
    return kept


def _is_far(day: Ints, kept: Flags, most: int) -> Flags:
    """Values more than `most` days before the last kept one, or after the next."""
    held = np.flatnonzero(kept)
    at = np.searchsorted(held, np.arange(len(day)))
    left = day[held[np.maximum(at - 1, 0)]]
    right = day[held[np.minimum(at, len(held) - 1)]]
    early = (at > 0) & (day < left - most)
    late = (at < len(held)) & (day > right + most)
    found: Flags = ~kept & (early | late)
    return found
