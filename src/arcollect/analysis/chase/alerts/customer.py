"""Which signals one customer gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.signal import Light, Signal, signal
from arcollect.analysis.figures import percent, places, short_percent
from arcollect.analysis.standing.scoring.indicators import used_of_limit
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.subject import Customer

FLAGS: Mapping[str, tuple[Light, str]] = {
    "dishonest-list": (Light.RED, "R003-26"),
    "lost": (Light.RED, "R003-26"),
    "litigation": (Light.RED, "R003-26"),
    "bankrupt": (Light.RED, "R000-33"),
    "refuses": (Light.RED, "R000-33"),
    "wilful": (Light.RED, "R002-10"),
    "transfer-risk": (Light.RED, "R001-12"),
    "bank-overdue": (Light.RED, "R003-48"),
    "profit-down": (Light.YELLOW, "R003-25"),
    "cash-tight": (Light.YELLOW, "R003-59"),
    "core-lost": (Light.YELLOW, "R003-59"),
    "line-stopped": (Light.YELLOW, "R003-59"),
    "industry-policy": (Light.YELLOW, "R003-59"),
    "legal-rep-change": (Light.YELLOW, "R003-59"),
    "equity-change": (Light.YELLOW, "R003-86"),
    "tax-abnormal": (Light.YELLOW, "R003-86"),
}
"""What people flagged in the customers sheet, and which light it gives."""

Rule = Callable[["Customer"], Iterator[Signal]]


def signals(one: Customer) -> tuple[Signal, ...]:
    """Every signal of one customer, red ones first, each with value and threshold.

    Thresholds of ratios are strict: exactly 40.00 % of three months' money late, exactly
    70 % debts and exactly the credit limit give no signal (G-05c, R003-25, R001-20).
    """
    found = [made for rule in RULES for made in rule(one)]
    return tuple(sorted(found, key=lambda s: list(Light).index(s.light)))


def _flags(one: Customer) -> Iterator[Signal]:
    """Each flag; of a customer in credit no more than yellow, with nothing to stop."""
    in_credit = one.facts.is_in_credit
    for flag, (colour, source) in FLAGS.items():
        if flag in one.facts.sheet.flags:
            key = f"flag_{flag.replace('-', '_')}"
            light = Light.YELLOW if in_credit else colour
            advice = message("alerts_why.do_settle") if in_credit else _do_flag(flag)
            said = message("alerts_why.flagged"), message("alerts_why.any_flag"), advice
            yield Signal(key, light, source, *said)


def _do_flag(flag: str) -> Message:
    special = {"transfer-risk": "preserve", "wilful": "stop", "refuses": "stop"}
    legal = {"dishonest-list", "lost", "litigation", "bankrupt", "bank-overdue"}
    key = special.get(flag) or ("legal" if flag in legal else "look")
    return message(f"alerts_why.do_{key}")


def _bad_debt(one: Customer) -> Iterator[Signal]:
    if one.facts.is_bad_debt and any(one.facts.balance.values()):
        said = message("alerts_why.marked"), message("alerts_why.bad_debt_open")
        yield signal("bad_debt", Light.RED, "R000-48", *said)


def _shares(one: Customer) -> Iterator[Signal]:
    """Debt ratio, customers lost, and money late in three months: all red.

    Yellow for a customer in credit, who has nothing to pay.
    """
    rules, facts = one.policy.segment, one.facts
    light = Light.YELLOW if facts.is_in_credit else Light.RED
    for key, value, limit, source in (
        ("debt_ratio", facts.sheet.debt_ratio, rules.debt_ratio_above, "R003-25"),
        ("customers_lost", facts.sheet.customers_lost, rules.customers_lost_above, "R003-63"),
        ("late_rate", facts.late_rate, rules.late_rate_above, "R003-48"),
    ):
        if value is not None and value > limit:
            measured = message(f"alerts_why.{key}", value=percent(value), **_late(one, key))
            made = signal(key, light, source, measured, _above(limit))
            settle = message("alerts_why.do_settle")
            yield replace(made, advice=settle) if facts.is_in_credit else made


def _late(one: Customer, key: str) -> dict[str, object]:
    if key != "late_rate":
        return {}
    late, due, currency = one.facts.late_of
    months = one.policy.segment.late_rate_months
    return {"late": _money(late, currency), "due": _money(due, currency), "months": months}


def _overdue(one: Customer) -> Iterator[Signal]:
    """From 91 days red, from 31 yellow, from 3 (core: after grace) yellow too (X-26)."""
    rules, days = one.policy.alerts, one.facts.worst_overdue_days
    grace = one.policy.letters.grace_days + 1
    first = max(rules.from_days, grace) if one.segment == "core" else rules.from_days
    if not any(one.facts.overdue.values()):
        return
    for key, light, limit, source in (
        ("overdue_red", Light.RED, rules.red_days, "R000-18"),
        ("overdue_yellow", Light.YELLOW, rules.yellow_days, "R000-10"),
        ("overdue_fresh", Light.YELLOW, first, "R003-32"),
    ):
        if days >= limit:
            measured = message("alerts_why.overdue", days=days, amounts=_amounts(one))
            yield signal(key, light, source, measured, message("alerts_why.days", limit=limit))
            return


def _limit(one: Customer) -> Iterator[Signal]:
    """More than the limit is used (R001-20); a large limit that nobody approved (R003-39)."""
    sheet, rules = one.facts.sheet, one.policy.alerts
    used = used_of_limit(one.facts, one.policy)
    if used is not None and used > rules.limit_use_above:
        limit = _money(sheet.limit_minor, sheet.currency)
        key = "limit_use_orders" if sheet.open_orders_minor else "limit_use"
        measured = message(f"alerts_why.{key}", use=percent(used), limit=limit)
        yield signal("limit_use", Light.YELLOW, "R001-20", measured, _above(rules.limit_use_above))
    if one.approvers_known and one.needs_approval and not sheet.limit_approver:
        above = places(Fraction(one.policy.score.approval_above), 0)
        limit = _money(sheet.limit_minor, sheet.currency)
        measured = message("alerts_why.no_approver", limit=limit)
        facts = {"limit": above, "base": one.policy.base_currency}
        threshold = message("alerts_why.amount", **facts)
        yield signal("limit_approval", Light.YELLOW, "R003-39", measured, threshold)


def _terms(one: Customer) -> Iterator[Signal]:
    """Terms longer than the score allows: none in the cash band, 45 days in the medium."""
    days, rules = one.terms_days, one.policy
    allowed = {"cash": 0, "medium": rules.score.medium_terms_days}.get(
        one.band, rules.alerts.terms_max_days
    )
    if days is None or days <= allowed:
        return
    key = {"cash": "terms_cash", "medium": "terms_allowed"}.get(one.band, "more_days")
    facts = {"limit": allowed} if key == "more_days" else {"limit": allowed, "score": one.score}
    measured, threshold = (
        message("alerts_why.terms", days=days),
        message(f"alerts_why.{key}", **facts),
    )
    yield signal("terms", Light.YELLOW, "R003-27", measured, threshold)


def _contacts(one: Customer) -> Iterator[Signal]:
    """As typed in, or as the log shows, whichever is more (R002-16)."""
    typed, limit = one.facts.sheet.contact_changes, one.policy.alerts.contact_changes
    changes = max(typed or 0, one.contact_changes or 0)
    if changes >= limit:
        key = "contacts" if changes == typed else "contacts_log"
        measured = message(f"alerts_why.{key}", count=changes)
        threshold = message("alerts_why.times", limit=limit)
        yield signal("contacts", Light.YELLOW, "R002-16", measured, threshold)


def _promises(one: Customer) -> Iterator[Signal]:
    if one.broken:
        measured = message("alerts_why.broken", count=one.broken)
        yield signal(
            "promises", Light.YELLOW, "R003-43", measured, message("alerts_why.one_broken")
        )


RULES: tuple[Rule, ...] = (
    _flags, _bad_debt, _shares, _overdue, _limit, _terms, _contacts, _promises,
)  # fmt: skip


def _above(limit: Fraction) -> Message:
    return message("alerts_why.above", limit=short_percent(limit))


def _amounts(one: Customer) -> list[str]:
    return [_money(minor, code) for code, minor in one.facts.overdue.items() if minor]


def _money(minor: int, currency: str) -> str:
    return f"{show(minor, currency)} {currency}".strip()
