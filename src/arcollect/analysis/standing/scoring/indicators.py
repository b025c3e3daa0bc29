"""So many points for such a fact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, places
from arcollect.analysis.rates import in_base
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.facts import Facts, Lateness
    from arcollect.policy import Policy

FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Promised:
    """How many promises to pay were kept, and how many were not (broken or partly kept)."""

    kept: int = 0
    broken: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """All that indicators look at: facts, the day, what was sold, promises, disputes."""

    facts: Facts
    as_of: dt.date
    sold: Fraction | None  # twelve months, major units of the base currency
    promised: Promised | None
    disputes: int
    policy: Policy


@dataclass(frozen=True, slots=True)
class Points:
    """0 to 100, with what was measured; None points: not known, and what would tell."""

    points: Fraction | None
    measured: Message


Indicator = Callable[[Given], Points]


def _unknown(why: str) -> Points:
    return Points(None, message(f"score_why.no_{why}"))


def _falling(value: Fraction | int, zero: Fraction | int) -> Fraction:
    """100 at 0, falling in a straight line to 0 at `zero`."""
    return max(FULL * (1 - Fraction(value) / Fraction(zero)), Fraction(0))


def _punctuality(given: Given) -> Points:
    """Share of documents paid by their due date (按时付款率)."""
    paid = given.facts.paid
    if not given.facts.knows_payments:
        return _unknown("payments")
    if not paid.documents:
        return _unknown("documents")
    in_time = paid.documents - paid.late
    said = message("score_why.punctuality", in_time=in_time, documents=paid.documents)
    return Points(FULL * in_time / paid.documents, said)


def _mean(given: Given, lateness: Lateness, key: str, **facts: object) -> Points:
    if not given.facts.knows_payments:
        return _unknown("payments")
    mean, zero = lateness.mean_days, given.policy.score.mean_zero_days
    if mean is None:
        return _unknown("documents" if key == "mean_late" else "recent")
    shown = places(mean, 1)
    said = message(f"score_why.{key}", mean=shown, documents=lateness.documents, zero=zero, **facts)
    return Points(_falling(mean, zero), said)


def _mean_late(given: Given) -> Points:
    """Mean days late; a document counts with the days at which points end at most."""
    return _mean(given, given.facts.paid, "mean_late")


def _recent_late(given: Given) -> Points:
    """The same in the last months, beside the mean of the year: the trend (趋势).

    The points follow the recent days alone: measured against the past, paying an old
    document later would make the trend, and the score, better.
    """
    year = given.facts.paid.mean_days
    before = places(year, 1) if year is not None else "0.0"
    months = given.policy.score.recent_months
    return _mean(given, given.facts.recent, "recent_late", year=before, months=months)


def _worst_late(given: Given) -> Points:
    """Worst days late; an open-item file shows at least what is late by now."""
    zero = given.policy.score.worst_zero_days
    worst = given.facts.paid.worst_days
    if not given.facts.knows_payments and not given.facts.open:
        return _unknown("documents")
    return Points(_falling(worst, zero), message("score_why.worst_late", worst=worst, zero=zero))


def _overdue_share(given: Given) -> Points:
    """What is overdue now by what was billed in the lookback; the worst currency."""
    overdue, billed = given.facts.overdue, given.facts.billed
    shares = [(overdue.get(code, 0), total, code) for code, total in billed.items() if total > 0]
    if not shares:
        return _unknown("documents")
    late, total, code = max(shares, key=lambda s: (Fraction(s[0], s[1]), s[2]))
    share = Fraction(late, total)
    said = message(
        "score_why.overdue_share", share=percent(share), late=_money(late, code),
        billed=_money(total, code),
    )  # fmt: skip
    return Points(max(FULL * (1 - share), Fraction(0)), said)


def _limit_use(given: Given) -> Points:
    """Balance by credit limit: full points up to half of it, none from all of it on."""
    limit = given.facts.sheet.limit_minor
    used = used_of_limit(given.facts, given.policy)
    if used is None:
        return _unknown("limit")
    free, currency = given.policy.score.limit_free_share, given.facts.sheet.currency
    over = max(used - free, Fraction(0))
    points = _falling(over, 1 - free) if free < 1 else FULL if used <= 1 else Fraction(0)
    said = message("score_why.limit_use", use=percent(used), limit=_money(limit, currency))
    return Points(points, said)


def used_of_limit(facts: Facts, policy: Policy) -> Fraction | None:
    """Balance and open orders by credit limit (R001-20); None without a limit.

    Balances in another currency count where a rate is known.
    """
    sheet = facts.sheet
    limit = in_base(sheet.limit_minor, sheet.currency, policy)
    if not sheet.limit_minor:
        return None
    orders = sheet.open_orders_minor
    if limit is None:  # no rate: like with like
        own = facts.balance.get(sheet.currency, 0) + orders
        return Fraction(own, sheet.limit_minor)
    owed = [in_base(minor, code, policy) for code, minor in facts.balance.items()]
    ordered = in_base(orders, sheet.currency, policy) or Fraction(0)
    return (sum((m for m in owed if m is not None), Fraction(0)) + ordered) / limit


def _tenure(given: Given) -> Points:
    """Months since the first document, or since the day typed in (合作年限)."""
    first = given.facts.sheet.since or given.facts.first_document
    if first is None:
        return _unknown("first")
    months = max((given.as_of.year - first.year) * 12 + given.as_of.month - first.month, 0)
    full = given.policy.score.tenure_full_months
    key = "tenure" if given.facts.sheet.since else "tenure_least"
    said = message(f"score_why.{key}", months=months, first=first, full=full)
    return Points(min(FULL * months / full, FULL), said)


def _volume(given: Given) -> Points:
    """Sales of twelve months in base currency."""
    if given.sold is None:
        return _unknown("sales")
    full, base = Fraction(given.policy.score.volume_full), given.policy.base_currency
    said = message("score_why.volume", sold=places(given.sold), full=places(full), base=base)
    return Points(min(FULL * given.sold / full, FULL), said)


def _promises(given: Given) -> Points:
    """Share of promises kept, of those whose day has passed."""
    promised = given.promised
    if promised is None or not (decided := promised.kept + promised.broken):
        return _unknown("promises")
    said = message("score_why.promises", kept=promised.kept, decided=decided)
    return Points(FULL * promised.kept / decided, said)


def _disputes(given: Given) -> Points:
    """Disputed documents of the file, and disputes of the register, in the lookback."""
    zero = given.policy.score.disputes_zero
    said = message("score_why.disputes", count=given.disputes, zero=zero)
    return Points(_falling(given.disputes, zero), said)


COMPUTED_BY: Mapping[str, Indicator] = {
    "punctuality": _punctuality,
    "mean_late": _mean_late,
    "worst_late": _worst_late,
    "recent_late": _recent_late,
    "overdue_share": _overdue_share,
    "limit_use": _limit_use,
    "tenure": _tenure,
    "volume": _volume,
    "promises": _promises,
    "disputes": _disputes,
}
"""How each computed indicator of the policy gets its points."""


def typed(given: Given, name: str) -> Points:
    """The points typed in for an indicator of the policy's own (R003-29)."""
    points = given.facts.sheet.points.get(name)
    if points is None:
        return Points(None, message("score_why.no_typed", name=name))
    return Points(points, message("score_why.typed", points=places(points, 0)))


def _money(minor: int, currency: str) -> str:
    return f"{show(minor, currency)} {currency}".strip()
