"""The emergency checklist of one customer, to print and sign off (R003-62)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.chase.alerts.emergency import FORBIDDEN, checklist
from arcollect.analysis.chase.alerts.signal import Light
from arcollect.money import show
from arcollect.text import Lang, joined, text
from arcollect.views.chase.alerts.lights import least_emergency
from arcollect.views.table import Column, Kind, Page, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arcollect.analysis.chase.alerts.signal import Alerts, CustomerLight
    from arcollect.policy import Policy


def emergency_pages(
    alerts: Alerts, start: dt.date, policy: Policy, lang: Lang, customer: str | None = None
) -> tuple[Page, ...]:
    """One page for every emergency, or for the customers named, whatever their light."""
    chosen = [
        one
        for one in alerts.customers
        if (
            is_asked_for(customer, one.customer, one.customer_key) if customer else one.is_emergency
        )
    ]
    return tuple(_page(one, start, policy, lang, n + 1) for n, one in enumerate(chosen))


def no_emergency(policy: Policy, lang: Lang) -> str:
    """Nobody calls for the plan: when somebody would."""
    return text("alerts.no_emergency", lang, **least_emergency(policy))


def _page(one: CustomerLight, start: dt.date, policy: Policy, lang: Lang, number: int) -> Page:
    """Exposure and reasons, the steps with days, what nobody may do, three signatures."""
    title = text("alerts.emergency", lang, customer=one.customer)
    parts = (
        _situation(one, lang, number),
        _steps(start, policy, lang, number),
        _never(lang, number),
    )
    signs = tuple(text(f"alerts.sign_{who}", lang) for who in ("lead", "finance", "legal"))
    return Page(f"emergency.{number}", title, parts, one_sheet=True, signatures=signs)


def _situation(one: CustomerLight, lang: Lang, number: int) -> Table:
    """What is at stake; security and recovery are for people to fill in (R001-24)."""
    reasons = [text(f"alerts.name_{s.key}", lang) for s in one.signals if s.light is Light.RED]
    facts = {
        "company": one.company,
        "red_because": joined(reasons, lang) or "—",
        "balance": _amounts(one.balance),
        "overdue": _amounts(one.overdue),
        "worst_days": str(one.worst_days),
        "secured": "",
        "recovery": "",
        "worst_loss": "",
    }
    kept = {key: value for key, value in facts.items() if value or key != "company"}
    values = {"item": [text(f"alerts.{key}", lang) for key in kept], "fact": list(kept.values())}
    return _table("situation", values, lang, number)


def _steps(start: dt.date, policy: Policy, lang: Lang, number: int) -> Table:
    steps = list(checklist(start, policy))
    values: Mapping[str, Sequence[str | int | dt.date]] = {
        "step_by": [step.by for step in steps],
        "step_who": [text(step.who.key, lang) for step in steps],
        "step_what": [text(step.what.key, lang) for step in steps],
        "step_done": ["" for _ in steps],
    }
    note = text("alerts.step_note", lang, start=start)
    return _table("steps", values, lang, number, note)


def _never(lang: Lang, number: int) -> Table:
    values: Mapping[str, Sequence[str | int | dt.date]] = {
        "number": list(range(1, len(FORBIDDEN) + 1)),
        "never_what": [text(key, lang) for key in FORBIDDEN],
    }
    return _table("never", values, lang, number)


def _table(
    key: str,
    values: Mapping[str, Sequence[str | int | dt.date]],
    lang: Lang,
    number: int,
    note: str = "",
) -> Table:
    kinds = {"step_by": Kind.DATE, "number": Kind.COUNT}
    wide = {"step_what", "never_what", "fact"}
    columns = tuple(
        Column(name, text(f"alerts.{name}", lang), kinds.get(name, Kind.TEXT), found,
               wide=name in wide)
        for name, found in values.items()
    )  # fmt: skip
    title = text(f"alerts.{key}", lang)
    return Table(f"{key}.{number}", title, columns, (), (note,) if note else ())


def _amounts(money: Mapping[str, int]) -> str:
    shown = [f"{show(minor, code)} {code}".strip() for code, minor in money.items() if minor]
    return ", ".join(shown) or "0"
