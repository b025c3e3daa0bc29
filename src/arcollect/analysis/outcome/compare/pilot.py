"""Where to try a change first, and whether the trial worked (试点)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.standing.aging import age, group_of
from arcollect.errors import Message, message

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Snapshot

GROUPINGS = ("company", "department", "salesperson", "region", "industry")
"""By what a group may be chosen; segments too are shown, but their members change."""

_OF_A_LINE = {"company", "salesperson"}
_SURE = ("receipt", "reference", "settled")


@dataclass(frozen=True, slots=True)
class Group:
    """Open and overdue money of one group in one currency, minor units."""

    by: str
    name: str
    currency: str
    open_minor: int
    overdue_minor: int

    @property
    def ratio(self) -> Fraction | None:
        """Overdue ratio (逾期率): overdue ÷ open debits."""
        return Fraction(self.overdue_minor, self.open_minor) if self.open_minor else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group that is large enough for a pilot, beside the whole of its currency."""

    group: Group
    whole: Group
    times: Fraction

    @property
    def share(self) -> Fraction:
        """Of the whole's open money."""
        return Fraction(self.group.open_minor, self.whole.open_minor)

    @property
    def line(self) -> Fraction:
        """The overdue ratio that the group's has to be above."""
        return (self.whole.ratio or Fraction(0)) * self.times

    @property
    def is_fit(self) -> bool:
        """Strictly later than so many times the whole."""
        return (self.group.ratio or Fraction(0)) > self.line


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the success test: before, after, and the most that is allowed.

    sums: what was divided by what, before and after, in minor units and days; needs: what
    is missing to judge it.
    """

    name: str
    currency: str
    before: Fraction | None
    after: Fraction | None
    cut: Fraction
    sums: tuple[tuple[int, int] | None, tuple[int, int] | None]
    needs: Message | None = None

    @property
    def most(self) -> Fraction | None:
        """Relative to what it was (X-17)."""
        return None if self.before is None else self.before * (1 - self.cut)

    @property
    def is_met(self) -> bool | None:
        """Exactly: at the line counts as met. None where it cannot be judged."""
        return None if self.most is None or self.after is None else self.after <= self.most


@dataclass(frozen=True, slots=True)
class Past:
    """How it stood before: the old file's position, else the state that was kept."""

    state: Snapshot
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """The success test of one group; complaints None where nobody keeps a log."""

    by: str
    name: str
    days: tuple[dt.date, dt.date]
    checks: tuple[Check, ...]
    complaints: int | None


def candidates(
    position: Position, policy: Policy, segments: Mapping[tuple[str, str], str]
) -> tuple[Candidate, ...]:
    """Groups with at least 30 % of the open money, the fit ones first (R003-18).

    Fit: an overdue ratio strictly above 1.2 times the whole's, in its currency. Groups by
    every grouping column that is filled in, and by segment (company, key) -> name. Exact.
    """
    aging = age(position, policy)
    wholes = {
        total.currency: Group("", "", total.currency, total.open_minor, total.overdue_minor)
        for total in aging.totals
    }
    found = [
        Candidate(group, wholes[group.currency], policy.pilot.overdue_times)
        for group in _groups(position, policy, segments)
        if group.open_minor >= policy.pilot.share * wholes[group.currency].open_minor > 0
    ]
    order = [*GROUPINGS, "segment"]
    return tuple(
        sorted(
            found,
            key=lambda c: (c.group.currency, not c.is_fit, order.index(c.group.by), -c.share),
        )
    )


def _groups(
    position: Position, policy: Policy, segments: Mapping[tuple[str, str], str]
) -> Iterator[Group]:
    for by in GROUPINGS:
        yield from groups_of(position, policy, by)
    money: dict[tuple[str, str], Counter[str]] = {}
    rows = age(position, policy).groups
    columns = (rows[n] for n in ("company", "by", "currency", "open", "overdue"))
    for company, key, currency, whole, late in zip(*columns, strict=True):
        if name := segments.get((company, key), ""):
            sums = money.setdefault((name, currency), Counter())
            sums.update(open=int(whole), overdue=int(late))
    for (name, currency), sums in money.items():
        yield Group("segment", name, currency, sums["open"], sums["overdue"])


def groups_of(position: Position, policy: Policy, by: str) -> Iterator[Group]:
    """The rows of `aging --by`, those that nobody filled in left out; minor units."""
    rows = age(position, policy, by=by).groups
    columns = (rows[name] for name in ("label", "currency", "open", "overdue"))
    for name, currency, whole, late in zip(*columns, strict=True):
        if name:
            yield Group(by, str(name), str(currency), int(whole), int(late))


def names_of(position: Position, by: str) -> list[str]:
    """What a group may be called in a grouping, documents that are paid included."""
    return sorted({str(name) for name in group_of(position, by) if name})


def trial(
    position: Position, past: Past, group: tuple[str, str], policy: Policy, history: History
) -> Trial:
    """Whether the group got better: overdue ratio by 15 %, days to cash by 20 % (R003-18).

    Both relative to what they were (X-17). group: grouping and name. Satisfaction is in
    no ledger; complaints are counted where a log is kept, how grave they were is for people.
    """
    by, name = group
    days = past.state.head.as_of, position.as_of
    now = {g.currency: g for g in groups_of(position, policy, by) if g.name == name}
    old = {g.currency: g for g in _before(past, policy, by) if g.name == name}
    currencies = sorted({*now, *old, *_currencies(position, by, name)})
    checks = []
    for currency in currencies:
        checks.append(_ratio(currency, old.get(currency), now.get(currency), past, by, policy))
        checks.append(_days(position, group, currency, days, policy))
    return Trial(by, name, days, tuple(checks), _complaints(position, group, days, history))


def _before(past: Past, policy: Policy, by: str) -> Iterator[Group]:
    """Groups of the earlier day; a kept state knows own company and salesperson alone."""
    if past.position is not None:
        yield from groups_of(past.position, policy, by)
    elif by in _OF_A_LINE:
        money: dict[tuple[str, str], Counter[str]] = {}
        for line in past.state.lines:
            if line.open_minor > 0:
                late = line.due_date is not None and line.due_date < past.state.head.as_of
                sums = money.setdefault((getattr(line, by), line.currency), Counter())
                sums.update(open=line.open_minor, overdue=line.open_minor if late else 0)
        for (name, currency), sums in money.items():
            yield Group(by, name, currency, sums["open"], sums["overdue"])


def _ratio(
    currency: str, old: Group | None, now: Group | None, past: Past, by: str, policy: Policy
) -> Check:
    sums = tuple(
        (g.overdue_minor, g.open_minor) if g and g.open_minor else None for g in (old, now)
    )
    before, after = (None if part is None else Fraction(*part) for part in sums)
    needs = None
    if before is None:
        is_known = past.position is not None or by in _OF_A_LINE
        needs = message("compare_why.pilot_not_open" if is_known else "compare_why.pilot_kept")
    elif after is None:
        needs = message("compare_why.pilot_not_open_now")
    cut = policy.pilot.overdue_ratio_cut
    return Check("overdue_ratio", currency, before, after, cut, (sums[0], sums[1]), needs)


def _days(
    position: Position,
    group: tuple[str, str],
    currency: str,
    days: tuple[dt.date, dt.date],
    policy: Policy,
) -> Check:
    """Days from issue to cash by amount: after the earlier day, and as long before it.

    Money that names its document, or a settled date; what FIFO assigns proves no days.
    """
    first, last = days
    start = first - (last - first)
    before = _paid(position, group, currency, (start, first))
    after = _paid(position, group, currency, (first, last))
    old, new = (Fraction(*part) if part else None for part in (before, after))
    missing = start if before is None else first if after is None else None
    needs = message("compare_why.pilot_receipts", since=missing) if missing else None
    cut = policy.pilot.collection_days_cut
    return Check("collection_days", currency, old, new, cut, (before, after), needs)


def _paid(
    position: Position, group: tuple[str, str], currency: str, span: tuple[dt.date, dt.date]
) -> tuple[int, int] | None:
    """Amount x days, and amount, of what was paid after the first day up to the last."""
    paid, items = position.payments, position.ledger.items
    issued = items["issue_date"].reindex(paid["item"]).to_numpy("datetime64[D]")
    day = paid["date"].to_numpy("datetime64[D]")
    mine = _members(position, *group).reindex(paid["item"]).to_numpy(bool)
    kept = mine & paid["is_cash"].to_numpy(bool) & ~np.isnat(issued) & ~np.isnat(day)
    kept &= paid["how"].astype(object).isin(_SURE).to_numpy(bool)
    kept &= (items["currency"].astype(object).reindex(paid["item"]) == currency).to_numpy(bool)
    kept &= (day > np.datetime64(span[0], "D")) & (day <= np.datetime64(span[1], "D"))
    money = paid["amount_minor"].to_numpy(np.int64)[kept].tolist()
    waited = (day[kept] - issued[kept]).astype(np.int64).tolist()
    whole = sum(money)
    if whole <= 0:
        return None
    return sum(m * d for m, d in zip(money, waited, strict=True)), whole


def _complaints(
    position: Position,
    group: tuple[str, str],
    days: tuple[dt.date, dt.date],
    history: History,
) -> int | None:
    """Complaints of the group's customers after the first day up to the last."""
    if not history.contacts:
        return None
    members = _members(position, *group)
    keys = set(position.ledger.items["customer_key"].astype(object)[members.to_numpy(bool)])
    return sum(
        one.is_complaint and one.customer_key in keys and days[0] < one.at.date() <= days[1]
        for one in history.contacts
    )


def _currencies(position: Position, by: str, name: str) -> set[str]:
    members = _members(position, by, name).to_numpy(bool)
    return set(position.ledger.items["currency"].astype(object)[members])


def _members(position: Position, by: str, name: str) -> pd.Series:
    """Which items belong to the group, by their label in Ledger.items."""
    return group_of(position, by) == name
