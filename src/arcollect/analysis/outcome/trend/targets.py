"""Are the targets met: figure by figure, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import places
from arcollect.analysis.outcome.trend import measures
from arcollect.errors import Message, message
from arcollect.money import exponent

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.policy.outcome.targets import Kpi, TargetPolicy
    from arcollect.register.entries import History, Snapshot


@dataclass(frozen=True, slots=True)
class Goal:
    """What kind of target: its rule, its unit (share, days, times), what it needs."""

    source: str
    unit: str
    needs: str
    lower: bool = True  # smaller is better


GOALS = {
    "overdue_ratio": Goal("R003-08", "share", "open"),
    "overdue_ratio_cut": Goal("R003-05", "share", "base"),
    "overdue_ratio_cut_points": Goal("X-17", "share", "base"),
    "dso": Goal("R003-06", "days", "sales"),
    "turnover": Goal("R003-08", "times", "sales", lower=False),
    "turnover_gain": Goal("R003-07", "times", "base", lower=False),
    "collection_rate": Goal("U-12", "share", "receipts", lower=False),
    "middle_aged_rate": Goal("R003-05", "share", "old", lower=False),
    "high_risk_rate": Goal("R003-80", "share", "old", lower=False),
    "cost_ratio": Goal("R003-12", "share", "cost"),
    "bad_debt_ratio": Goal("R003-07", "share", "written_off"),
    "first_contact_days": Goal("R003-50", "days", "contacts"),
    "contract_to_cash_days": Goal("R003-81", "days", "signed"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """One target in base currency, exact; base: where it started.

    name: the policy key. target None: a cut from a start that is not known. now None:
    not measured, `needs` says what for.
    """

    name: str
    target: Fraction | None
    now: Fraction | None
    base: Fraction | None = None

    @property
    def goal(self) -> Goal:
        """What kind of target it is."""
        return GOALS[self.name]

    @property
    def needs(self) -> Message | None:
        """What is missing to judge it."""
        if self.is_met is not None:
            return None
        return message(f"trend_why.need_{self.goal.needs}")

    @property
    def is_met(self) -> bool | None:
        """Exactly: at the target counts as met."""
        if self.now is None or self.target is None:
            return None
        return self.now <= self.target if self.goal.lower else self.now >= self.target


@dataclass(frozen=True, slots=True)
class Score:
    """One weighted goal (R003-15).

    attainment: actual ÷ target, or target ÷ actual where lower is better, 0 to 100 %;
    points = weight × attainment.
    """

    goal: Kpi
    actual: Fraction | None
    attainment: Fraction | None

    @property
    def points(self) -> Fraction | None:
        """Of the person's 100 %."""
        return None if self.attainment is None else self.goal.weight * self.attainment


@dataclass(frozen=True, slots=True)
class Bonus:
    """Collected of what was 91 or more days overdue, by salesperson (R003-16); minor units."""

    salesperson: str
    collected_minor: int
    bonus_minor: Fraction


@dataclass(frozen=True, slots=True)
class Known:
    """What targets are judged by: now, the state it started from, and what changed since."""

    position: Position
    now: Snapshot
    base: Snapshot | None
    change: Comparison | None
    history: History


@dataclass(frozen=True, slots=True)
class Targets:
    """Every target, goal and bonus, and what does not fit together."""

    currency: str
    targets: tuple[Target, ...]
    scores: tuple[Score, ...]
    bonuses: tuple[Bonus, ...]
    warnings: tuple[Message, ...]


def judge_targets(known: Known, policy: Policy) -> Targets:
    """All targets of the policy in base currency; nothing is judged that is not set."""
    rules = policy.targets
    made = (*_of_states(known, policy), *_of_changes(known, policy), *_of_others(known, policy))
    return Targets(
        policy.base_currency,
        made,
        tuple(_score(goal, known, policy) for goal in rules.kpi),
        tuple(_bonuses(known, policy)),
        tuple(_contradictions(rules, policy)),
    )


def _of_states(known: Known, policy: Policy) -> Iterator[Target]:
    rules, code = policy.targets, policy.base_currency
    for name in ("overdue_ratio", "dso", "turnover", "collection_rate"):
        wanted = getattr(rules, name)
        if wanted is not None:
            yield Target(name, Fraction(wanted), *_now_and_base(known, name, code))
    late, late_base = _now_and_base(known, "overdue_ratio", code)
    if (cut := rules.overdue_ratio_cut) is not None:
        aim = None if late_base is None else late_base * (1 - cut)
        yield Target("overdue_ratio_cut", aim, late, late_base)
    if (points := rules.overdue_ratio_cut_points) is not None:
        aim = None if late_base is None else late_base - points
        yield Target("overdue_ratio_cut_points", aim, late, late_base)
    turned, turned_base = _now_and_base(known, "turnover", code)
    if (gain := rules.turnover_gain) is not None:
        aim = None if turned_base is None else turned_base * (1 + gain)
        yield Target("turnover_gain", aim, turned, turned_base)


def _now_and_base(
    known: Known, name: str, currency: str
) -> tuple[Fraction | None, Fraction | None]:
    base = measures.figure(known.base, name, currency) if known.base else None
    return measures.figure(known.now, name, currency), base


def _of_changes(known: Known, policy: Policy) -> Iterator[Target]:
    """Collected since the start of what was old then, and what that cost."""
    rules, code, change = policy.targets, policy.base_currency, known.change
    is_dated = change is not None and change.is_dated
    spans: dict[str, tuple[int, int | None]] = {
        "middle_aged_rate": measures.MIDDLE_AGED,
        "high_risk_rate": (measures.HIGH_RISK_FROM, None),
    }
    for name, span in spans.items():
        if (wanted := getattr(rules, name)) is not None:
            came, whole = measures.collected_of(change, code, *span) if change else (0, 0)
            now = Fraction(came, whole) if whole and is_dated else None
            yield Target(name, wanted, now)
    if rules.cost_ratio is not None:
        all_came = sum(c.collected for c in change.collected if c.currency == code) if change else 0
        spent = Fraction(rules.cost or 0) * 10 ** exponent(code)
        is_known = rules.cost is not None and all_came
        yield Target("cost_ratio", rules.cost_ratio, spent / all_came if is_known else None)


def _of_others(known: Known, policy: Policy) -> Iterator[Target]:
    rules, code, position = policy.targets, policy.base_currency, known.position
    if rules.bad_debt_ratio is not None:
        now = measures.bad_debt_ratio(position, code, policy)
        yield Target("bad_debt_ratio", rules.bad_debt_ratio, now)
    if rules.first_contact_days is not None:
        now = measures.first_contact_days(position, known.history, code)
        yield Target("first_contact_days", Fraction(rules.first_contact_days), now)
    if rules.contract_to_cash_days is not None:
        now = measures.contract_to_cash(position, code)
        yield Target("contract_to_cash_days", Fraction(rules.contract_to_cash_days), now)


def _score(goal: Kpi, known: Known, policy: Policy) -> Score:
    actual = goal.actual
    if actual is None and goal.metric:
        actual = measures.figure(known.now, goal.metric, policy.base_currency)
    if actual is None:
        return Score(goal, None, None)
    top, bottom = (goal.target, actual) if goal.lower_is_better else (actual, goal.target)
    reached = top / bottom if bottom else Fraction(1)
    return Score(goal, actual, max(Fraction(0), min(reached, Fraction(1))))


def _bonuses(known: Known, policy: Policy) -> Iterator[Bonus]:
    rate, change = policy.targets.bonus_rate, known.change
    if rate is None or change is None:
        return
    found: dict[str, int] = {}
    for move in measures.aged(change, policy.base_currency, measures.HIGH_RISK_FROM):
        name = move.line.salesperson
        found[name] = found.get(name, 0) + move.money.collected
    for name, minor in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        if minor:
            yield Bonus(name, minor, minor * rate)


def _contradictions(rules: TargetPolicy, policy: Policy) -> Iterator[Message]:
    """DSO and turnover say the same thing: 3 times a year are 120 days, not 45 (X-18)."""
    if not rules.dso or not rules.turnover:
        return
    days = Fraction(policy.ratios.day_basis) / Fraction(rules.turnover)
    if abs(days - Fraction(rules.dso)) > 1:
        facts: dict[str, Decimal | str] = {
            "dso": rules.dso, "turnover": rules.turnover, "days": places(days, 1),
            "times": places(Fraction(policy.ratios.day_basis) / Fraction(rules.dso), 1),
        }  # fmt: skip
        yield message("trend_why.inconsistent", **facts)
