"""What was foreseen at earlier month ends, and what came."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.amounts import places
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.payers.backtest import Backtest, Trial


def backtest_table(test: Backtest, currency: str, lang: Lang) -> Table | None:
    """One row per month end and span, newest first; None without any."""
    rows = [one for one in test.trials if one.currency == currency]
    if not rows:
        return None
    column = Columns("forecast.", rows, lang, currency)
    tones = [Tone.PLAIN if one.is_within else Tone.WATCH for one in rows]
    columns = [
        column("trial_day", Kind.DATE, lambda one: one.day),
        column("trial_weeks", Kind.COUNT, lambda one: one.weeks),
        column.money("trial_open", lambda one: one.open_minor, minor=True),
        column.money("late", lambda one: one.forecast.late),
        column.money("likely", lambda one: one.forecast.likely),
        column.money("early", lambda one: one.forecast.early),
        column.money("came", lambda one: one.actual_minor),
        column("missed", Kind.PERCENT, _difference),
        column("within", Kind.TEXT, lambda one: _within(one, lang), tones),
        column.money("by_due_date", lambda one: one.by_due_date_minor, minor=True),
    ]
    if any(one.company for one in rows):
        columns.insert(0, column("company", Kind.TEXT, lambda one: one.company))
    title = text("forecast.backtest", lang, currency=currency)
    said = (text("forecast.backtest_rule", lang),)
    return Table(f"forecast.backtest.{currency}", title, tuple(columns), (), said)


def error_table(test: Backtest, currency: str, lang: Lang) -> Table | None:
    """One row per span and own company: how far off the rule was; None without any."""
    rows = [one for one in test.errors if one.currency == currency]
    if not rows:
        return None
    column = Columns("forecast.", rows, lang, currency)
    columns = [
        column("trial_weeks", Kind.COUNT, lambda one: one.weeks),
        column("trials", Kind.COUNT, lambda one: one.trials),
        column("error_total", Kind.PERCENT, lambda one: places(one.total, 4)),
        column("bias", Kind.PERCENT, lambda one: places(one.bias, 4)),
        column("error_weekly", Kind.PERCENT, lambda one: places(one.weekly, 4)),
        column("error_by_due", Kind.PERCENT, lambda one: places(one.weekly_by_due, 4)),
        column("within_count", Kind.COUNT, lambda one: one.within),
    ]
    if any(one.company for one in rows):
        columns.insert(0, column("company", Kind.TEXT, lambda one: one.company))
    title = text("forecast.error", lang, currency=currency)
    said = (text("forecast.error_rule", lang),)
    return Table(f"forecast.error.{currency}", title, tuple(columns), (), said)


def of_company(company: str, lang: Lang) -> str:
    """The own company before a sentence, where the ledger names one."""
    return text("forecast.of_company", lang, company=company) if company else ""


def _difference(one: Trial) -> Decimal | None:
    """(likely - came) / came."""
    if not one.actual_minor:
        return None
    return places(Fraction(one.forecast.likely - one.actual_minor, one.actual_minor), 4)


def _within(one: Trial, lang: Lang) -> str:
    return text("common.yes" if one.is_within else "common.no", lang)
