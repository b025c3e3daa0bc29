"""Everybody's usual payment day and lateness, reminders that are due first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.figures import short_percent
from arcollect.analysis.standing.payers.payday import MONTH_END
from arcollect.text import Lang, text
from arcollect.views.amounts import places
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from arcollect.analysis.standing.payers.habits import Habit, Habits
    from arcollect.analysis.standing.payers.payday import PayDay
    from arcollect.policy import Policy


def habits_tables(
    habits: Habits, policy: Policy, lang: Lang, customer: str | None = None
) -> list[Table]:
    """One table per currency; with `customer`, only those it names."""
    mine = [h for h in habits.habits if is_asked_for(customer, h.customer, h.party[1])]
    currencies = sorted({one.party[2] for one in mine})
    lead = (text("habits.lead", lang, as_of=habits.as_of, months=_months(policy)),)
    said = rules_said(habits, policy, lang)
    tables = [
        Table(
            f"habits.{currency}",
            text("habits.title", lang, currency=currency),
            _columns([one for one in mine if one.party[2] == currency], habits.as_of, lang),
            lead,
        )
        for currency in currencies
    ]
    return [*tables[:-1], *(replace(table, notes=said) for table in tables[-1:])]


def payday_word(payday: PayDay | None, lang: Lang) -> str:
    """每月25日, 月末, or nothing where there is no usual day."""
    if payday is None:
        return ""
    key = "habits.month_end" if payday.day == MONTH_END else "habits.day_of_month"
    return text(key, lang, day=payday.day)


def rules_said(habits: Habits, policy: Policy, lang: Lang) -> tuple[str, ...]:
    """How a habit is found, how lateness is counted, and what is missing."""
    rules = policy.habits
    said = [
        text(
            "habits.rule_day", lang, least=rules.least_payments, months=rules.least_months,
            share=short_percent(rules.share), within=rules.within_days,
        ),
        text("habits.rule_remind", lang, days=rules.reminder_days),
        text("habits.rule_late", lang),
    ]  # fmt: skip
    if not habits.shows_payments:
        said.append(text("habits.no_payments", lang))
    elif habits.undated:
        said.append(text("habits.undated", lang, count=habits.undated))
    return tuple(said)


def _columns(rows: Sequence[Habit], as_of: dt.date, lang: Lang) -> tuple[Column, ...]:
    column = Columns("habits.", rows, lang, rows[0].party[2])
    tones = [_tone(one, as_of) for one in rows]
    columns = [
        column("customer", Kind.TEXT, lambda one: one.customer, wide=True),
        column("payday", Kind.TEXT, lambda one: payday_word(one.payday, lang)),
        column("next_on", Kind.DATE, lambda one: getattr(one.payday, "next_on", None)),
        column("remind_on", Kind.DATE, lambda one: getattr(one.payday, "remind_on", None)),
        column("action", Kind.TEXT, lambda one: _action(one, as_of, lang), tones),
        column("payments", Kind.COUNT, lambda one: one.payments, minor=True),
        column("hits", Kind.COUNT, lambda one: getattr(one.payday, "hits", None), minor=True),
        column("median", Kind.DAYS, lambda one: getattr(one.typical, "median", None)),
        column("mean", Kind.NUMBER, _mean, minor=True),
        *(
            column(name, Kind.DAYS, _days(name), minor=True)
            for name in ("first_quarter", "third_quarter")
        ),
        column("documents", Kind.COUNT, lambda one: getattr(one.typical, "documents", 0)),
        column("in_time", Kind.PERCENT, _in_time, minor=True),
        column("last_on", Kind.DATE, lambda one: one.last_on),
        column.money("last", lambda one: one.last_minor if one.last_on else None, minor=True),
        column.money("open", lambda one: one.open_minor, summed=True),
    ]  # fmt: skip
    if any(one.party[0] for one in rows):
        columns.insert(0, column("company", Kind.TEXT, lambda one: one.party[0], minor=True))
    return tuple(columns)


def _days(name: str) -> Callable[[Habit], int | None]:
    return lambda one: getattr(one.typical, name, None)


def _action(one: Habit, as_of: dt.date, lang: Lang) -> str:
    """What to do about the next pay day; nothing where nothing is open."""
    if one.payday is None or not one.open_minor:
        return ""
    return text("habits.act_today" if one.payday.is_due(as_of) else "habits.act_later", lang)


def _tone(one: Habit, as_of: dt.date) -> Tone:
    is_due = one.payday is not None and one.open_minor and one.payday.is_due(as_of)
    return Tone.WATCH if is_due else Tone.PLAIN


def _mean(one: Habit) -> Decimal | None:
    return places(one.typical.mean, 2) if one.typical else None


def _in_time(one: Habit) -> Decimal | None:
    if one.typical is None:
        return None
    return places(Fraction(one.typical.in_time, one.typical.documents), 4)


def _months(policy: Policy) -> int:
    return policy.habits.lookback_months
