"""Are the targets met: figure by figure, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, places
from arcollect.analysis.outcome.trend import measures
from arcollect.analysis.outcome.trend.goals import Score, score
from arcollect.errors import Message, message
from arcollect.money import exponent, show

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.policy.outcome.targets import TargetPolicy
    from arcollect.register.entries import History, Snapshot


@dataclass(frozen=True, slots=True)
class Goal:
    """What kind of target: its rule, its unit (share, days, times, money), what it needs."""

    source: str
    unit: str
    needs: str
    lower: bool = True  # smaller is better


GOALS = {
    "overdue_ratio": Goal("R003-08", "share", "open"),
    "overdue_ratio_cut": Goal("R003-05", "share", "base"),
    "overdue_ratio_cut_points": Goal("X-17", "share", "base"),
    "dso": Goal("R003-06", "days", "sales"),
    "dso_cut": Goal("R003-19", "days", "base"),
    "turnover": Goal("R003-08", "times", "sales", lower=False),
    "turnover_gain": Goal("R003-07", "times", "base", lower=False),
    "collection_rate": Goal("U-12", "share", "receipts", lower=False),
    "middle_aged_rate": Goal("R003-05", "share", "old", lower=False),
    "high_risk_rate": Goal("R003-80", "share", "old", lower=False),
    "cost_ratio": Goal("R003-12", "share", "cost"),
    "cost_cut": Goal("R003-05", "money", "cost_before"),
    "bad_debt_ratio": Goal("R003-07", "share", "written_off"),
    "first_contact_days": Goal("R003-50", "days", "contacts"),
    "evidence_days": Goal("R003-80", "days", "evidence"),
    "contract_to_cash_days": Goal("R003-81", "days", "signed"),
    "steps_logged": Goal("R003-81", "share", "late", lower=False),
}


@dataclass(frozen=True, slots=True)
class Target:
    """One target in base currency, exact; base: where it started.

    name: the policy key. target None: a cut from a start that is not known. now None:
    not measured, `needs` says what for. sums: what was divided by what, as shown.
    """

    name: str
    target: Fraction | None
    now: Fraction | None
    base: Fraction | None = None
    sums: tuple[str, str] | None = None

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
        tuple(score(goal, known.position, known.now, policy) for goal in rules.kpi),
        tuple(_bonuses(known, policy)),
        (*_contradictions(rules, policy), *_cuts_apart(known, policy)),
    )


def _of_states(known: Known, policy: Policy) -> Iterator[Target]:
    rules, code = policy.targets, policy.base_currency
    late, late_base = _now_and_base(known, "overdue_ratio", code)
    sums = _late_of_open(known, code)
    if rules.overdue_ratio is not None:
        yield Target("overdue_ratio", Fraction(rules.overdue_ratio), late, late_base, sums)
    for name in ("dso", "turnover", "collection_rate"):
        wanted = getattr(rules, name)
        if wanted is not None:
            yield Target(name, Fraction(wanted), *_now_and_base(known, name, code))
    if (cut := rules.overdue_ratio_cut) is not None:
        aim = None if late_base is None else late_base * (1 - cut)
        yield Target("overdue_ratio_cut", aim, late, late_base, sums)
    if (points := rules.overdue_ratio_cut_points) is not None:
        aim = None if late_base is None else late_base - points
        yield Target("overdue_ratio_cut_points", aim, late, late_base, sums)
    days, days_base = _now_and_base(known, "dso", code)
    if (cut := rules.dso_cut) is not None:
        aim = None if days_base is None else days_base * (1 - cut)
        yield Target("dso_cut", aim, days, days_base)
    turned, turned_base = _now_and_base(known, "turnover", code)
    if (gain := rules.turnover_gain) is not None:
        aim = None if turned_base is None else turned_base * (1 + gain)
        yield Target("turnover_gain", aim, turned, turned_base)


def _late_of_open(known: Known, currency: str) -> tuple[str, str] | None:
    parts = [measures.figure(known.now, name, currency) for name in ("overdue", "open")]
    late, whole = (None if part is None else show(int(part), currency) for part in parts)
    return (late, whole) if late and whole else None


def _now_and_base(
    known: Known, name: str, currency: str
) -> tuple[Fraction | None, Fraction | None]:
    base = measures.figure(known.base, name, currency) if known.base else None
    return measures.figure(known.now, name, currency), base


def _share(name: str, wanted: Fraction, parts: measures.Parts | None, currency: str = "") -> Target:
    """A target that is one sum ÷ another: minor units of a currency, else counts."""
    if parts is None or not parts[1]:
        return Target(name, wanted, None)
    top, bottom = (show(int(n), currency) if currency else str(int(n)) for n in parts)
    return Target(name, wanted, parts[0] / parts[1], None, (top, bottom))


def _of_changes(known: Known, policy: Policy) -> Iterator[Target]:
    """Collected since the start of what was old then, and what that cost."""
    rules, code, change = policy.targets, policy.base_currency, known.change
    spans: dict[str, tuple[int, int | None]] = {
        "middle_aged_rate": measures.MIDDLE_AGED,
        "high_risk_rate": (measures.HIGH_RISK_FROM, None),
    }
    for name, span in spans.items():
        if (wanted := getattr(rules, name)) is not None:
            is_known = change is not None and change.is_dated
            parts = measures.collected_of(change, code, *span) if change and is_known else None
            yield _share(name, wanted, parts, code)
    if rules.cost_ratio is not None:
        came = sum(c.collected for c in change.collected if c.currency == code) if change else 0
        spent = None if rules.cost is None else Fraction(rules.cost) * 10 ** exponent(code)
        both = None if spent is None else (spent, Fraction(came))
        yield _share("cost_ratio", rules.cost_ratio, both, code)
    if rules.cost_cut is not None:
        cost, before = (None if c is None else Fraction(c) for c in (rules.cost, rules.cost_before))
        aim = None if before is None else before * (1 - rules.cost_cut)
        yield Target("cost_cut", aim, cost, before)


def _of_others(known: Known, policy: Policy) -> Iterator[Target]:
    rules, code, position = policy.targets, policy.base_currency, known.position
    if rules.bad_debt_ratio is not None:
        parts = measures.bad_debts(position, code, policy)
        yield _share("bad_debt_ratio", rules.bad_debt_ratio, parts, code)
    if rules.first_contact_days is not None:
        now = measures.first_contact_days(position, known.history, code)
        yield Target("first_contact_days", Fraction(rules.first_contact_days), now)
    if rules.evidence_days is not None:
        now = measures.evidence_days(position, known.history, code)
        yield Target("evidence_days", Fraction(rules.evidence_days), now)
    if rules.contract_to_cash_days is not None:
        now = measures.contract_to_cash(position, code)
        yield Target("contract_to_cash_days", Fraction(rules.contract_to_cash_days), now)
    if rules.steps_logged is not None:
        parts = measures.steps_logged(position, known.history, code)
        yield _share("steps_logged", rules.steps_logged, parts)


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


def _cuts_apart(known: Known, policy: Policy) -> Iterator[Message]:
    """A DSO and a cut that are not the same: from 60 to 50 days is 16.7 %, not 30 % (X-19)."""
    rules = policy.targets
    _, base = _now_and_base(known, "dso", policy.base_currency)
    if not base or rules.dso is None or rules.dso_cut is None:
        return
    aim = base * (1 - rules.dso_cut)
    if abs(aim - Fraction(rules.dso)) > 1:
        facts: dict[str, Decimal | str] = {
            "base": places(base, 1), "dso": rules.dso, "aim": places(aim, 1),
            "share": percent(1 - Fraction(rules.dso) / base, 1), "cut": percent(rules.dso_cut, 1),
        }  # fmt: skip
        yield message("trend_why.cuts_apart", **facts)
