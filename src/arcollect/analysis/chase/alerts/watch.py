"""The lights of all customers and of the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.customer import signals
from arcollect.analysis.chase.alerts.signal import (
    Alerts,
    CustomerLight,
    Light,
    Untested,
    worst,
)
from arcollect.analysis.chase.alerts.subject import Customer, Remembered, subjects
from arcollect.analysis.chase.alerts.whole import Whole, whole_signals, whole_untested
from arcollect.analysis.chase.promises import Promises, rolled
from arcollect.analysis.rates import in_base, rate
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.pool import STOP_FLAGS
from arcollect.analysis.standing.ratios import measure
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.policy import Policy

_STOP_KEYS = {"bad_debt", *(f"flag_{flag}" for flag in STOP_FLAGS)}


def watch(
    position: Position, segments: Segments, policy: Policy, remembered: Remembered | None = None
) -> Alerts:
    """A light for every customer and for the whole (R003-60), with what was measured.

    Red: flags of insolvency, litigation, refusal and the like, a bad-debt mark with open
    money, debt ratio above 70 %, more than 20 % of core customers lost, more than 40 % of
    three months' money late, or 91 days overdue. Yellow: overdue from day 3 (core: after
    grace), the limit exceeded or not approved, terms longer than allowed, contacts
    changing, promises broken, softer flags. What a file cannot show is listed, never
    green by silence alone.
    """
    known = remembered or Remembered(Promises((), position.as_of))
    customers = tuple(subjects(position, segments, known, policy))
    aging = age(position, policy)
    seen = Whole(
        position, aging, measure(position, aging, policy),
        tuple(one.facts for one in customers), known.before, policy,
    )  # fmt: skip
    whole = tuple(whole_signals(seen))
    lights = [_light(one, position.as_of, policy) for one in customers]
    ranked = tuple(sorted(_emergencies(lights, policy), key=_rank))
    untested = (*whole_untested(seen), *_untested(customers))
    currencies = {t.currency for t in aging.totals if rate(t.currency, policy) is None}
    return Alerts(
        position.as_of, worst([one.signal.light for one in whole]), whole, ranked,
        untested, tuple(sorted(currencies)),
    )  # fmt: skip


def _light(one: Customer, as_of: dt.date, policy: Policy) -> CustomerLight:
    facts, found = one.facts, signals(one)
    light = worst([s.light for s in found])
    return CustomerLight(
        *facts.account,
        customer=facts.customer,
        light=light,
        segment=one.segment,
        signals=found,
        respond=_respond(one, light, policy),
        by=_by(light, as_of, policy),
        restrict=tuple(_restrictions(one, light, {s.key for s in found})),
        balance=facts.balance,
        overdue=facts.overdue,
        worst_days=facts.worst_overdue_days,
        exposure=_in_base(facts.balance.items(), policy),
    )


def _respond(one: Customer, light: Light, policy: Policy) -> Message:
    """Who acts (R003-61); about a customer in credit our own books come first."""
    if one.facts.is_in_credit and light is not Light.GREEN:
        return message("alerts_why.respond_settle")
    return message(f"alerts_why.respond_{light}", days=policy.alerts.yellow_report_days)


def _by(light: Light, as_of: dt.date, policy: Policy) -> dt.date | None:
    """Red: 24 hours for the asset check; yellow: a report every two weeks (R003-61).

    On a free day nobody checks or reports: the next workday, as in the worklist.
    """
    days = {Light.RED: 1, Light.YELLOW: policy.alerts.yellow_report_days}.get(light)
    return None if days is None else rolled(as_of + dt.timedelta(days=days), policy)


def _restrictions(one: Customer, light: Light, keys: set[str]) -> Iterator[Message]:
    """What to recommend for new business (R002-10, R002-17, R003-25); never done by us.

    Nothing for a customer in credit: supply that is paid for is owed.
    """
    if one.facts.is_in_credit:
        return
    if light is Light.RED:
        stops = keys & _STOP_KEYS
        how = "stop" if stops else "risk" if one.segment == "risk" else "prepay"
        yield message(f"alerts_why.restrict_{how}")
        if one.facts.sheet.limit_minor:
            yield message("alerts_why.restrict_limit")
    elif one.segment == "risk":
        yield message("alerts_why.restrict_risk")
    if "flag_transfer_risk" in keys:
        yield message("alerts_why.restrict_preserve")


def _emergencies(lights: Iterable[CustomerLight], policy: Policy) -> Iterator[CustomerLight]:
    """Red, and owing at least 500,000 or a tenth of everything, whichever is more (R001-24)."""
    every = list(lights)
    total = sum((one.exposure for one in every), Fraction(0))
    rules = policy.alerts
    least = max(Fraction(rules.emergency_amount), total * rules.emergency_share)
    for one in every:
        is_large = one.exposure >= least
        yield replace(one, is_emergency=one.light is Light.RED and is_large and least > 0)


def _in_base(amounts: Iterable[tuple[str, int]], policy: Policy) -> Fraction:
    known = (in_base(minor, code, policy) for code, minor in amounts)
    return sum((amount for amount in known if amount is not None), Fraction(0))


def _untested(customers: tuple[Customer, ...]) -> Iterator[Untested]:
    """Facts that the file could hold and does not, with the number of customers."""
    named = any(one.facts.sheet.limit_approver for one in customers)
    owing = [one for one in customers if any(one.facts.balance.values())]
    lacks = {
        ("late_rate", "R003-48"): [c for c in owing if not c.facts.knows_payments],
        ("limit_use", "R001-20"): [c for c in owing if not c.facts.sheet.limit_minor],
        ("limit_approval", "R003-39"): [] if named else [c for c in owing if c.needs_approval],
        ("terms", "R003-27"): [c for c in owing if c.terms_days is None],
        ("debt_ratio", "R003-25"): [c for c in owing if c.facts.sheet.debt_ratio is None],
        ("customers_lost", "R003-63"): [c for c in owing if c.facts.sheet.customers_lost is None],
        ("contacts", "R002-16"): [
            c for c in owing if c.facts.sheet.contact_changes is None and c.contact_changes is None
        ],
        ("flags", "R003-26"): [c for c in owing if not c.facts.sheet.flags],
    }
    for (key, source), missing in lacks.items():
        if missing:
            yield Untested(key, source, len(missing), message(f"alerts_why.need_{key}"))


def _rank(one: CustomerLight) -> tuple[int, bool, int, Fraction, str, str]:
    order = list(Light).index(one.light)
    return order, not one.is_emergency, -one.worst_days, -one.exposure, *one.account
