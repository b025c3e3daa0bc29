"""The emergency checklist of one customer, to print and sign off (R003-62)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.emergency import FORBIDDEN, checklist
from arcollect.analysis.chase.alerts.signal import Light
from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.chase.alerts.lights import is_named, least_emergency
from arcollect.views.table import Column, Kind, Page, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arcollect.analysis.chase.alerts.signal import Alerts, CustomerLight
    from arcollect.policy import Policy


def emergency_pages(
    alerts: Alerts, start: dt.date, lang: Lang, customer: str | None = None
) -> tuple[Page, ...]:
    """One page for every emergency, or for the customers named, whatever their light."""
    chosen = [
        one
        for one in alerts.customers
        if (is_named(one, customer) if customer else one.is_emergency)
    ]
    return tuple(_page(one, start, lang, n + 1) for n, one in enumerate(chosen))


def no_emergency(policy: Policy, lang: Lang) -> str:
    """Nobody calls for the plan: when somebody would."""
    return text("alerts.no_emergency", lang, **least_emergency(policy))


def _page(one: CustomerLight, start: dt.date, lang: Lang, number: int) -> Page:
    """Exposure and reasons, the steps with days, what nobody may do, three signatures."""
    title = text("alerts.emergency", lang, customer=one.customer)
    exposure = text(
        "alerts.exposure", lang, balance=_amounts(one.balance), overdue=_amounts(one.overdue),
        days=one.worst_days,
    )  # fmt: skip
    reasons = [text(f"alerts.name_{s.key}", lang) for s in one.signals if s.light is Light.RED]
    parts: list[str | Table] = [one.company] if one.company else []
    if reasons:
        parts.append(text("alerts.reasons", lang, reasons=reasons))
    rules = text("grade.separator", lang).join(text(key, lang) for key in FORBIDDEN)
    never = text("alerts.never", lang, rules=rules)
    parts += [exposure, _steps(start, lang, number), never]
    signs = tuple(text(f"alerts.sign_{who}", lang) for who in ("lead", "finance", "legal"))
    return Page(
        f"emergency.{number}",
        title,
        tuple(parts),
        landscape=False,
        one_sheet=True,
        signatures=signs,
    )


def _steps(start: dt.date, lang: Lang, number: int) -> Table:
    steps = list(checklist(start))
    values: Mapping[str, Sequence[str | int | dt.date]] = {
        "step_by": [step.by for step in steps],
        "step_day": [step.day for step in steps],
        "step_who": [_said(step.who.key, lang) for step in steps],
        "step_what": [_said(step.what.key, lang) for step in steps],
        "step_done": ["" for _ in steps],
    }
    kinds = {"step_by": Kind.DATE, "step_day": Kind.COUNT}
    columns = tuple(
        Column(key, text(f"alerts.{key}", lang), kinds.get(key, Kind.TEXT), found,
               wide=key == "step_what")
        for key, found in values.items()
    )  # fmt: skip
    title = text("alerts.steps", lang)
    return Table(f"emergency.{number}", title, columns, (), (_note(start, lang),))


def _note(start: dt.date, lang: Lang) -> str:
    return text("alerts.step_note", lang, start=start)


def _said(key: str, lang: Lang) -> str:
    return text(key, lang)


def _amounts(money: Mapping[str, int]) -> str:
    shown = [f"{show(minor, code)} {code}".strip() for code, minor in money.items() if minor]
    return ", ".join(shown) or "0"
