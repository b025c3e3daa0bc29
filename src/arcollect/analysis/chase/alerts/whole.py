"""Which signals the receivables give as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from arcollect.analysis.chase.alerts.signal import Light, Untested, WholeSignal, signal
from arcollect.analysis.figures import percent, places, short_percent
from arcollect.analysis.standing.net import net_of_credits
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging, CurrencyTotal
    from arcollect.analysis.standing.ratios import Ratio, Ratios
    from arcollect.analysis.standing.scoring.facts import Facts
    from arcollect.policy import Policy
    from arcollect.register.entries import Snapshot

Industry: TypeAlias = tuple[int, int, frozenset[str]]  # overdue, open, customers

RATIOS: Mapping[str, str] = {
    "overdue_ratio": "R003-56",
    "over_one_year_share": "R003-57",
    "dso": "R001-27",
    "turnover": "R000-06",
}
"""Ratios whose warning is a yellow light, with the rule."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What the rules about the whole look at; before: the last snapshot, if any."""

    position: Position
    aging: Aging
    ratios: Ratios
    facts: tuple[Facts, ...]
    before: Snapshot | None
    policy: Policy


def whole_signals(seen: Whole) -> Iterator[WholeSignal]:
    """Ratios beyond their line, late money of three months, longer DSO, concentration.

    All per currency; nothing is added up across currencies.
    """
    yield from _ratios(seen)
    for total in seen.aging.totals:
        yield from _late_rate(seen, total.currency)
        yield from _longer(seen, total.currency)
        yield from _tier(seen, total)
        yield from _largest(seen, total)
        yield from _industries(seen, total)


def whole_untested(seen: Whole) -> Iterator[Untested]:
    """What a rule about the whole lacks: sales, an earlier snapshot, an industry column."""
    for key, source in RATIOS.items():
        lacking = [r.currency for r in seen.ratios.ratios if r.key == key and r.missing]
        if lacking:
            yield Untested(key, source, 0, message(f"alerts_why.need_{key}", currencies=lacking))
    if seen.policy.ratios.industry_turnover is None:
        yield Untested("turnover", "R000-06", 0, message("alerts_why.need_industry_turnover"))
    if not _known_before(seen):
        key = "snapshot" if seen.before is None else "dso_longer"
        yield Untested("dso_longer", "R003-58", 0, message(f"alerts_why.need_{key}"))
    if not any(seen.position.ledger.items["industry"].astype(object)) and not any(
        f.sheet.industry for f in seen.facts
    ):
        yield Untested("industry", "R001-32", 0, message("alerts_why.need_industry"))


def _ratios(seen: Whole) -> Iterator[WholeSignal]:
    for ratio in seen.ratios.ratios:
        if ratio.key in RATIOS and ratio.verdict == "warn" and ratio.value is not None:
            measured = message(
                f"alerts_why.{ratio.key}", value=_shown(ratio), formula=ratio.formula
            )
            threshold = ratio.threshold or message("alerts_why.none")
            made = signal(ratio.key, Light.YELLOW, RATIOS[ratio.key], measured, threshold)
            yield WholeSignal(ratio.currency, made)


def _shown(ratio: Ratio) -> str:
    value = ratio.value or Fraction(0)
    return percent(value) if ratio.unit == "share" else places(value, 1)


def _late_rate(seen: Whole, currency: str) -> Iterator[WholeSignal]:
    """More than 40 % of what fell due in three months came late or is overdue (X-33).

    Not from fewer documents than a verdict on one customer takes.
    """
    late, due = late_money(seen.facts, currency)
    mine = (f for f in seen.facts if f.knows_payments and currency in f.fell_due)
    if sum(f.fell_due_documents for f in mine) < seen.policy.segment.late_rate_least_documents:
        return
    limit = seen.policy.segment.late_rate_above
    if due and Fraction(late, due) > limit:
        measured = message(
            "alerts_why.late_rate", value=percent(Fraction(late, due)),
            late=_money(late, currency), due=_money(due, currency),
            months=seen.policy.segment.late_rate_months,
        )  # fmt: skip
        made = signal("late_rate", Light.RED, "R003-48", measured, _above(limit))
        yield WholeSignal(currency, made)


def late_money(facts: tuple[Facts, ...], currency: str) -> tuple[int, int]:
    """Late and fallen-due money of the last months in one currency, all customers."""
    known = [f for f in facts if f.knows_payments]
    late = sum(f.fell_late.get(currency, 0) for f in known)
    return late, sum(f.fell_due.get(currency, 0) for f in known)


def longer_by(now: Fraction, before: Fraction) -> Fraction | None:
    """By how much DSO has grown since; None where there was none."""
    return now / before - 1 if before else None


def _longer(seen: Whole, currency: str) -> Iterator[WholeSignal]:
    """DSO 20 % or more longer than at the last snapshot (inclusive, R003-58, G-05d)."""
    now, before = _dso_now(seen, currency), _dso_before(seen, currency)
    if now is None or before is None or seen.before is None:
        return
    grown, limit = longer_by(now, before), seen.policy.alerts.dso_longer_by
    if grown is not None and grown >= limit:
        facts = {"before": places(before, 1), "now": places(now, 1), "by": percent(grown)}
        measured = message("alerts_why.dso_longer", day=seen.before.head.as_of, **facts)
        threshold = message("alerts_why.from_", limit=short_percent(limit))
        made = signal("dso_longer", Light.YELLOW, "R003-58", measured, threshold)
        yield WholeSignal(currency, made)


def _dso_now(seen: Whole, currency: str) -> Fraction | None:
    found = (r.value for r in seen.ratios.ratios if r.key == "dso" and r.currency == currency)
    return next(found, None)


def _dso_before(seen: Whole, currency: str) -> Fraction | None:
    figures = seen.before.figures if seen.before else ()
    found = (text for name, code, text in figures if name == "dso" and code == currency)
    return next((Fraction(text) for text in found), None)


def _known_before(seen: Whole) -> bool:
    return any(
        _dso_before(seen, t.currency) is not None and _dso_now(seen, t.currency) is not None
        for t in seen.aging.totals
    )


def _tier(seen: Whole, total: CurrencyTotal) -> Iterator[WholeSignal]:
    """One overdue bucket holds more than 60 % of all overdue money (R003-03)."""
    limit = seen.policy.alerts.tier_above
    pairs = zip(seen.aging.buckets, total.bucket_minor, strict=True)
    late = [(bucket.key, minor) for bucket, minor in pairs if (bucket.first or 0) > 0]
    overdue = sum(minor for _, minor in late)
    key, most = max(late, key=lambda pair: pair[1], default=("", 0))
    if overdue and Fraction(most, overdue) > limit:
        share = percent(Fraction(most, overdue))
        measured = message("alerts_why.tier", bucket=key.replace("-", "–"), share=share)
        yield WholeSignal(
            total.currency, signal("tier", Light.YELLOW, "R003-03", measured, _above(limit))
        )


def _largest(seen: Whole, total: CurrencyTotal) -> Iterator[WholeSignal]:
    """One customer owes more than 30 % of everything owed, less unapplied money."""
    limit, code = seen.policy.alerts.largest_above, total.currency
    owing = [(f.balance.get(code, 0), f) for f in seen.facts if f.balance.get(code, 0) > 0]
    if len(owing) < 2:
        return
    minor, most = max(owing, key=lambda pair: (pair[0], pair[1].account))
    everything, _ = net_of_credits(seen.position.open, seen.position.credits)[code]
    share = Fraction(minor, everything)
    if share > limit:
        facts = {"share": percent(share), "amount": _money(minor, code)}
        measured = message("alerts_why.largest", **facts)
        made = signal("largest", Light.YELLOW, "R003-03", measured, _above(limit))
        yield WholeSignal(code, made, most.customer)


def _industries(seen: Whole, total: CurrencyTotal) -> Iterator[WholeSignal]:
    """An industry whose overdue ratio is above 1.2 times that of the whole (R001-32).

    Of at least three customers: one late customer is no trouble of its industry.
    """
    if not total.overdue_minor or not total.open_minor:
        return
    usual = Fraction(total.overdue_minor, total.open_minor)
    limit = usual * seen.policy.alerts.industry_times
    for name, (late, open_, customers) in _by_industry(seen, total.currency).items():
        ratio = Fraction(late, open_)
        if ratio > limit and len(customers) >= seen.policy.alerts.industry_least_customers:
            facts = {"value": percent(ratio), "whole": percent(usual)}
            measured = message("alerts_why.industry", **facts)
            threshold = message(
                "alerts_why.times_whole", limit=percent(limit),
                times=places(seen.policy.alerts.industry_times, 2),
            )  # fmt: skip
            made = signal("industry", Light.YELLOW, "R001-32", measured, threshold)
            yield WholeSignal(total.currency, made, name)


def _by_industry(seen: Whole, currency: str) -> dict[str, Industry]:
    """Overdue and open money and customers of each industry.

    The item's own word, else that of the customers sheet.
    """
    open_ = seen.position.open
    rows = open_[open_["currency"].astype(object) == currency]
    own = seen.position.ledger.items.loc[rows["item"], "industry"].astype(object).tolist()
    sheet = {f.account: f.sheet.industry for f in seen.facts}
    keys = list(zip(rows["company"].tolist(), rows["customer_key"].tolist(), strict=True))
    names = [word or sheet.get(key, "") for word, key in zip(own, keys, strict=True)]
    money = rows["open_minor"].to_numpy(np.int64)
    late = np.where(rows["days_past_due"].to_numpy() > 0, money, 0)
    found: dict[str, Industry] = {}
    for name, key, overdue, minor in zip(names, keys, late.tolist(), money.tolist(), strict=True):
        if name:
            was = found.get(name, (0, 0, frozenset()))
            found[name] = was[0] + overdue, was[1] + minor, was[2] | {key[1]}
    return found


def _above(limit: Fraction) -> Message:
    return message("alerts_why.above", limit=short_percent(limit))


def _money(minor: int, currency: str) -> str:
    return f"{show(minor, currency)} {currency}".strip()
