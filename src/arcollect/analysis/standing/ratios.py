"""How fast the money comes in, and how much of it is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import places, short_percent
from arcollect.analysis.standing.collection import Collection
from arcollect.analysis.standing.inputs import Inputs, inputs
from arcollect.analysis.standing.sales import Revenue
from arcollect.errors import Message, message
from arcollect.money import half_up

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Ratio:
    """One metric with everything needed to check it by hand.

    key: turnover | dso | overdue_ratio | overdue_ratio_net | ar_to_sales |
    over_one_year_share | best_possible_dso | average_days_delinquent | cei |
    countback_dso | collection_rate | sales_collection_rate.
    value is exact; None when `missing` names the inputs that are not there.
    unit: share | times | days. verdict: good | warn | none. Thresholds compare exactly.
    """

    key: str
    currency: str
    value: Fraction | None
    unit: str
    formula: Message  # with the numbers put in: 1,000,000.00 / 2,000,000.00
    convention: Message
    verdict: str = "none"
    threshold: Message | None = None
    advice: Message | None = None  # what to do next when it warns
    missing: tuple[str, ...] = ()  # names of inputs: revenue, opening, industry_turnover, ...
    parts: Mapping[str, int] = field(default_factory=dict)  # minor units used


@dataclass(frozen=True, slots=True)
class Ratios:
    """All metrics, per currency, in reading order; `by_salesperson` the collection rates."""

    ratios: tuple[Ratio, ...]
    by_salesperson: tuple[tuple[str, Ratio], ...] = ()


def measure(position: Position, aging: Aging, policy: Policy) -> Ratios:
    """Turnover, DSO, overdue ratio and their kin, each with formula and verdict.

    One set per currency; nothing is added up across currencies. Receivables are gross
    open debits after matched credits (X-14). Missing inputs are named, never guessed.
    """
    ratios: list[Ratio] = []
    people: list[tuple[str, Ratio]] = []
    for total in aging.totals:
        given = inputs(position, total, policy)
        ratios += _speed(given, policy) + _quality(given, policy)
        ratios += _delay(given, policy) + _collected(given)
        people += _by_salesperson(given)
    told = tuple((name, _stated(ratio)) for name, ratio in people)
    return Ratios(tuple(_stated(ratio) for ratio in ratios), told)


def _divide(top: Fraction | int, bottom: Fraction | int) -> Fraction | None:
    """Nothing of nothing is 0; something of nothing is no figure at all."""
    if bottom:
        return Fraction(top) / bottom
    return None if top else Fraction(0)


def _is_above(value: Fraction | None, limit: Fraction) -> bool:
    return value is not None and value > limit


def _stated(ratio: Ratio) -> Ratio:
    """A ratio without a divisor says so instead of a verdict."""
    if ratio.value is not None or ratio.missing:
        return ratio
    return replace(ratio, verdict="none", advice=None, missing=("divisor",))


def _missing(key: str, given: Inputs, unit: str, *names: str) -> Ratio:
    formula = message(f"standing_why.formula_{key}")
    convention = message("standing_why.not_computed")
    return Ratio(key, given.currency, None, unit, formula, convention, missing=names)


def _speed(given: Inputs, policy: Policy) -> list[Ratio]:
    """Turnover, DSO and receivables by sales: they need a year's revenue."""
    if given.revenue is None:
        return [
            _missing("turnover", given, "times", "revenue"),
            _missing("dso", given, "days", "revenue"),
            _missing("ar_to_sales", given, "share", "revenue"),
        ]
    return [
        _turnover(given, given.revenue, policy),
        _dso(given, given.revenue, policy),
        _ar_to_sales(given, given.revenue),
    ]


def _turnover(given: Inputs, sold: Revenue, policy: Policy) -> Ratio:
    """Revenue by average receivables; warns at <= 70 % of the industry (X-05)."""
    value = _divide(sold.minor, given.average)
    industry, gap = policy.ratios.industry_turnover, policy.ratios.turnover_gap
    verdict, threshold, advice = "none", None, None
    if industry is not None and value is not None and given.average:
        limit = (1 - gap) * Fraction(industry)
        verdict = "warn" if value <= limit else "good"
        threshold = message(
            "standing_why.threshold_turnover",
            limit=places(limit, 2), industry=industry, gap=short_percent(gap),
        )  # fmt: skip
        advice = message("standing_why.advice_turnover") if value <= limit else None
    return Ratio(
        "turnover", given.currency, value, "times",
        message(
            "standing_why.numbers_turnover",
            revenue=given.show(sold.minor), average=given.show(given.average),
        ),
        message(
            "standing_why.convention_turnover",
            revenue=sold.source, average=given.averaged, vat=given.vat,
        ),
        verdict, threshold, advice,
        parts=_parts(revenue=sold.minor, average=given.average),
    )  # fmt: skip


def _dso(given: Inputs, sold: Revenue, policy: Policy) -> Ratio:
    """Days by turnover (X-04); warns strictly above the line (R001-27)."""
    days, limit = policy.ratios.day_basis, policy.ratios.dso_warn_above
    value = _divide(given.average * days, sold.minor)
    slow = _is_above(value, Fraction(limit))
    return Ratio(
        "dso", given.currency, value, "days",
        message(
            "standing_why.numbers_dso", days=days,
            revenue=given.show(sold.minor), average=given.show(given.average),
        ),
        message(
            "standing_why.convention_dso", days=days,
            revenue=sold.source, average=given.averaged, vat=given.vat,
        ),
        "warn" if slow else "good",
        message("standing_why.threshold_dso", limit=limit),
        message("standing_why.advice_dso") if slow else None,
        parts=_parts(revenue=sold.minor, average=given.average),
    )  # fmt: skip


def _ar_to_sales(given: Inputs, sold: Revenue) -> Ratio:
    closing = given.total.open_minor
    return Ratio(
        "ar_to_sales", given.currency, _divide(closing, sold.minor), "share",
        message(
            "standing_why.numbers_share",
            part=given.show(closing), whole=given.show(sold.minor),
        ),
        message("standing_why.convention_ar_to_sales", revenue=sold.source, vat=given.vat),
        parts=_parts(open=closing, revenue=sold.minor),
    )  # fmt: skip


def _quality(given: Inputs, policy: Policy) -> list[Ratio]:
    """How much is late, and how much is old; warns strictly above the line (X-06)."""
    total, rules = given.total, policy.ratios
    late = {
        "overdue_ratio": (total.overdue_minor, total.open_minor),
        "overdue_ratio_net": (total.net_overdue_minor, total.net_open_minor),
    }
    return [
        *(_late_share(key, given, parts, policy) for key, parts in late.items()),
        _old_share(given, rules.over_one_year_warn_above),
    ]


def _old_share(given: Inputs, limit: Fraction) -> Ratio:
    """No verdict where money of unknown age could be old and pass the limit."""
    old, whole, unknown = given.over_one_year, given.total.open_minor, given.without_day
    share = _share("over_one_year_share", given, (old, whole), limit)
    if not unknown:
        return share
    said = message("standing_why.convention_over_one_year_unknown", amount=given.show(unknown))
    is_open = not _is_above(share.value, limit) and _is_above(_divide(old + unknown, whole), limit)
    return replace(share, convention=said, verdict="none" if is_open else share.verdict)


def _late_share(key: str, given: Inputs, parts: tuple[int, int], policy: Policy) -> Ratio:
    """Without a single due date nobody can say that nothing is late."""
    if not given.total.knows_lateness:
        return _missing(key, given, "share", "due_date")
    return _share(key, given, parts, policy.ratios.overdue_warn_above)


def _share(key: str, given: Inputs, parts: tuple[int, int], limit: Fraction) -> Ratio:
    part, whole = parts
    value = _divide(part, whole)
    high = _is_above(value, limit)
    advice = "over_one_year" if key == "over_one_year_share" else "overdue"
    return Ratio(
        key, given.currency, value, "share",
        message("standing_why.numbers_share", part=given.show(part), whole=given.show(whole)),
        message(f"standing_why.convention_{key}"),
        "warn" if high else "good",
        message("standing_why.threshold_above", limit=short_percent(limit)),
        message(f"standing_why.advice_{advice}") if high else None,
        parts=_parts(part=part, whole=whole),
    )  # fmt: skip


def _delay(given: Inputs, policy: Policy) -> list[Ratio]:
    """Best possible DSO, average days delinquent, CEI and countback DSO."""
    closing = given.total.open_minor
    late = given.total.overdue_minor
    return [
        _days_of_sales("best_possible_dso", given, closing - late, policy),
        _days_of_sales("average_days_delinquent", given, late, policy),
        _cei(given, closing, late),
        _countback(given, closing),
    ]


def _days_of_sales(key: str, given: Inputs, minor: int, policy: Policy) -> Ratio:
    sold, days = given.revenue, policy.ratios.day_basis
    if sold is None or not given.total.knows_lateness:
        return _missing(key, given, "days", *_absent(given, revenue=sold))
    return Ratio(
        key, given.currency, _divide(minor * days, sold.minor), "days",
        message(
            "standing_why.numbers_days", days=days,
            part=given.show(minor), revenue=given.show(sold.minor),
        ),
        message(f"standing_why.convention_{key}", revenue=sold.source, vat=given.vat),
        parts=_parts(part=minor, revenue=sold.minor),
    )  # fmt: skip


def _cei(given: Inputs, closing: int, late: int) -> Ratio:
    """(B + S - E total) / (B + S - E current), sales of the whole period (M04)."""
    sold, opening = given.revenue, given.opening
    if sold is None or opening is None or not given.total.knows_lateness:
        return _missing("cei", given, "share", *_absent(given, revenue=sold, opening=opening))
    charged = opening + sold.minor
    current = closing - late
    value = _divide(charged - closing, charged - current)
    return Ratio(
        "cei", given.currency, value, "share",
        message(
            "standing_why.numbers_cei",
            opening=given.show(opening), sales=given.show(sold.minor),
            closing=given.show(closing), current=given.show(current),
        ),
        message("standing_why.convention_cei", revenue=sold.source, vat=given.vat),
        parts=_parts(opening=opening, sales=sold.minor, closing=closing, current=current),
    )  # fmt: skip


def _absent(given: Inputs, **needs: object) -> tuple[str, ...]:
    """Which of these inputs are not there; due dates last, where none is known."""
    names = tuple(name for name, found in needs.items() if found is None)
    return names if given.total.knows_lateness else (*names, "due_date")


def _countback(given: Inputs, closing: int) -> Ratio:
    if given.countback is None:
        return _missing("countback_dso", given, "days", "sales_by_month")
    return Ratio(
        "countback_dso", given.currency, given.countback, "days",
        message("standing_why.numbers_countback", open=given.show(closing)),
        message("standing_why.convention_countback_dso", vat=given.vat),
        parts=_parts(open=closing),
    )  # fmt: skip


def _collected(given: Inputs) -> list[Ratio]:
    """回款率 against what was due, and against sales (U-12)."""
    came = given.collection
    if came is None:
        keys = ("collection_rate", "sales_collection_rate")
        return [_missing(key, given, "share", "receipts") for key in keys]
    current = _rate(given, came, came.collected, came.due)
    sold = given.period_sales
    if not sold:
        return [
            current,
            _missing("sales_collection_rate", given, "share", "sales_by_month"),
        ]
    by_sales = Ratio(
        "sales_collection_rate", given.currency, came.collected / sold, "share",
        message(
            "standing_why.numbers_share",
            part=given.show(came.collected), whole=given.show(sold),
        ),
        message(
            "standing_why.convention_sales_collection_rate",
            first=came.first, last=came.last, vat=given.vat,
        ),
        parts=_parts(collected=came.collected, sales=sold),
    )  # fmt: skip
    return [current, by_sales]


def _rate(given: Inputs, came: Collection, collected: int, due: int) -> Ratio:
    return Ratio(
        "collection_rate", given.currency, _divide(collected, due), "share",
        message(
            "standing_why.numbers_share",
            part=given.show(collected), whole=given.show(due),
        ),
        message(
            "standing_why.convention_collection_rate", first=came.first, last=came.last
        ),
        parts=_parts(collected=collected, due=due),
    )  # fmt: skip


def _by_salesperson(given: Inputs) -> list[tuple[str, Ratio]]:
    came = given.collection
    if came is None:
        return []
    return [
        (name, _rate(given, came, collected, due))
        for name, (collected, due) in came.by_salesperson.items()
        if collected or due
    ]


def _parts(**minor: Fraction | int) -> dict[str, int]:
    """Whole minor units: what the parts of a formula show, rounded half up."""
    return {name: half_up(Fraction(m)) for name, m in minor.items()}
