"""The sheet 回款预测: weeks, what is not in them, the items, and how well it worked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, short_percent
from arcollect.analysis.standing.payers.backtest import SHORT_WEEKS
from arcollect.analysis.standing.payers.weeks import Cases, Week
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals, headline
from arcollect.views.columns import Columns
from arcollect.views.standing.payers.backtest import backtest_table, error_table, of_company
from arcollect.views.table import Bar, Chart, Column, Kind, Page, Part, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.payers.forecast import Forecast, Inflow
    from arcollect.analysis.standing.payers.lines import Line
    from arcollect.policy import Policy

LOW_TO_HIGH = ("late", "likely", "early")
FIRST = SHORT_WEEKS


@dataclass(frozen=True, slots=True)
class _Row:
    """One week, or one line of what is outside the weeks."""

    company: str
    what: str
    week: Week | None
    cases: Cases
    running: Cases | None = None
    tone: Tone = Tone.PLAIN


def forecast_tables(forecast: Forecast, policy: Policy, lang: Lang) -> list[Table]:
    """For data: per currency the weeks (the main tables), then the test and the items."""
    currencies = _currencies(forecast)
    weeks = [weeks_table(forecast, code, lang) for code in currencies]
    weeks[-1:] = [replace(t, notes=notes(forecast, policy, lang)) for t in weeks[-1:]]
    return [*weeks, *_details(forecast, lang)]


def forecast_page(forecast: Forecast, policy: Policy, lang: Lang) -> Page | None:
    """For readers: the weeks of each own company and currency with their chart."""
    if not forecast.inflows:
        return None
    page = _weeks_page(forecast, policy, lang)
    return replace(page, parts=(*page.parts, *_details(forecast, lang)))


def forecast_pages(forecast: Forecast, policy: Policy, lang: Lang) -> tuple[Page, ...]:
    """The sheets of the report: the weeks, then the items; none where nothing is open."""
    if not forecast.inflows:
        return ()
    page, details = _weeks_page(forecast, policy, lang), _details(forecast, lang)
    errors = [table for table in details if table.key.startswith("forecast.error.")]
    rest = tuple(table for table in details if table not in errors)
    title = text("forecast.details", lang)
    return (
        replace(page, parts=(*page.parts, *errors)),
        Page("forecast.details", title, rest),
    )


def _weeks_page(forecast: Forecast, policy: Policy, lang: Lang) -> Page:
    tables = [inflow_table(one, forecast, lang) for one in forecast.inflows]
    below = notes(forecast, policy, lang)
    if len(tables) == 1:  # alone on a sheet, it has no lines above it
        *above, tie = tables[0].lead
        tables, below = [replace(tables[0], lead=tuple(above))], (tie, *below)
    tables[-1:] = [replace(t, notes=below) for t in tables[-1:]]
    parts: list[Part] = []
    for one, table in zip(forecast.inflows, tables, strict=True):
        parts += [table, _chart(one, lang)]
    title, first = text("forecast.page", lang), first_said(forecast, lang)
    return Page("forecast", title, tuple(parts), landscape=False, first=first)


def first_said(forecast: Forecast, lang: Lang) -> str:
    """The first four weeks of the own company with most open items, in one line."""
    items = Counter((line.party[0], line.party[2]) for line in forecast.lines)
    most = max(forecast.inflows, key=lambda one: items[one.company, one.currency])
    return of_company(most.company, lang) + soon_said(most, forecast, lang)


def soon_said(one: Inflow, forecast: Forecast, lang: Lang) -> str:
    """The first four weeks in one line, with the error of that span so far."""
    running = one.weekly.so_far()[:FIRST]
    facts = {n: headline(getattr(running[-1], n), one.currency, lang) for n in LOW_TO_HIGH}
    said = text("forecast.first", lang, count=len(running), **facts)
    for error in forecast.backtest.errors:
        if (error.weeks, error.company, error.currency) == (FIRST, one.company, one.currency):
            said += text("forecast.first_off", lang, off=percent(error.total, 0))
    return said


def weeks_table(forecast: Forecast, currency: str, lang: Lang) -> Table:
    """Every week in three cases, then what is beyond and what is not forecast.

    First the money so far, low to high; then where it falls, week by week: there an
    early case may be below a late one, since the same money came before. Each of these
    foots to the open items (and bills in hand for paid documents).
    """
    mine = [one for one in forecast.inflows if one.currency == currency]
    rows = [row for one in mine for row in _rows(one, lang)]
    columns = _week_columns(rows, currency, lang)
    if any(row.company for row in rows):
        company = Columns("forecast.", rows, lang)("company", Kind.TEXT, lambda row: row.company)
        columns.insert(0, company)
    title = text("forecast.title", lang, currency=currency, count=len(forecast.weeks))
    ties = tuple(_tie(one, lang) for one in mine)
    return _weeks(f"forecast.{currency}", title, columns, ties, forecast, lang)


def inflow_table(one: Inflow, forecast: Forecast, lang: Lang) -> Table:
    """The same of one own company and currency."""
    rows = _rows(one, lang)
    columns = _week_columns(rows, one.currency, lang)
    said = text("forecast.title", lang, currency=one.currency, count=len(forecast.weeks))
    title, ties = (
        of_company(one.company, lang) + said,
        (
            soon_said(one, forecast, lang),
            _tie(replace(one, company=""), lang),
        ),
    )
    return _weeks(f"forecast.{one.currency}", title, columns, ties, forecast, lang)


def _week_columns(rows: Sequence[_Row], currency: str, lang: Lang) -> list[Column]:
    column = Columns("forecast.", rows, lang, currency)
    return [
        column("week", Kind.TEXT, lambda row: row.what, [row.tone for row in rows], wide=True),
        column("from", Kind.DATE, lambda row: row.week and row.week.first, minor=True),
        column("to", Kind.DATE, lambda row: row.week and row.week.last),
        *(column.money(f"running_{name}", _so_far(name)) for name in LOW_TO_HIGH),
        *(_in_week(name, column, lang) for name in ("likely", "late", "early")),
    ]


def _in_week(case: str, column: Columns[_Row], lang: Lang) -> Column:
    """What falls into one week: the likely case first, for that is what people plan with."""
    made = column.money(case, _of_week(case), summed=True, minor=case != "likely")
    return replace(made, title=text(f"forecast.week_{case}", lang))


def _weeks(
    key: str,
    title: str,
    columns: list[Column],
    ties: tuple[str, ...],
    forecast: Forecast,
    lang: Lang,
) -> Table:
    lead = (text("forecast.lead", lang, as_of=forecast.as_of), *ties)
    return Table(key, title, tuple(columns), lead, (), text("forecast.total", lang))


def lines_table(forecast: Forecast, currency: str, lang: Lang) -> Table:
    """Every open item with its three days and what they rest on; first come, first."""
    rows = sorted((one for one in forecast.lines if one.party[2] == currency), key=_soonest)
    column = Columns("forecast.", rows, lang, currency)
    tones = [Tone.MUTED if one.expected is None else Tone.PLAIN for one in rows]
    columns = [
        column("customer", Kind.TEXT, lambda one: one.customer, wide=True),
        column("document_no", Kind.ID, lambda one: one.document_no),
        column("due_date", Kind.DATE, lambda one: one.due_date),
        column("days_past_due", Kind.DAYS, lambda one: one.days_past_due if one.due_date else None),
        column.money("amount", lambda one: one.minor, summed=True),
        column("likely_on", Kind.DATE, lambda one: getattr(one.expected, "likely", None)),
        column("early_on", Kind.DATE, lambda one: getattr(one.expected, "early", None)),
        column("late_on", Kind.DATE, lambda one: getattr(one.expected, "late", None)),
        column.words("basis", lambda one: basis_said(one, lang), tones),
    ]
    if any(one.party[0] for one in rows):
        columns.insert(0, column("company", Kind.TEXT, lambda one: one.party[0], minor=True))
    title = text("forecast.items", lang, currency=currency)
    total = text("forecast.total", lang)
    return Table(f"forecast.items.{currency}", title, tuple(columns), (), (), total)


def basis_said(line: Line, lang: Lang) -> str:
    """What the days of an item rest on, or why it has none."""
    if line.expected is None:
        return text(f"forecast.not_{_key(line.why_not or '')}", lang)
    return text(f"forecast.by_{line.expected.by}", lang, count=line.expected.documents)


def notes(forecast: Forecast, policy: Policy, lang: Lang) -> tuple[str, ...]:
    """The rule, its cases, how it was tested, and what is not in it."""
    rules, count = policy.forecast, forecast.documents
    if count < rules.least_documents:
        said = [text("forecast.no_history", lang, count=count)]
    else:
        early, late = short_percent(rules.early_share), short_percent(rules.late_share)
        said = [
            text("forecast.rule", lang, count=count, least=rules.least_documents),
            text("forecast.rule_cases", lang, early=early, late=late),
        ]
    key = "forecast.tested" if forecast.backtest.errors else "forecast.untested"
    said += [
        text(key, lang),
        text("forecast.rule_weeks", lang),
        text("forecast.no_new_sales", lang),
    ]
    return (*said, *(say(note, lang) for note in forecast.notes))


def _rows(one: Inflow, lang: Lang) -> list[_Row]:
    weekly = one.weekly
    found = [
        _Row(one.company, text("forecast.week_no", lang, number=n), week, cases, running)
        for n, (week, cases, running) in enumerate(
            zip(weekly.weeks, weekly.cases, weekly.so_far(), strict=True), 1
        )
    ]
    beyond = text("forecast.beyond", lang, count=len(weekly.weeks))
    found.append(_Row(one.company, beyond, None, weekly.beyond, tone=Tone.WATCH))
    for why, minor in one.not_forecast.items():
        said = text(f"forecast.not_{_key(why)}", lang)
        found.append(_Row(one.company, said, None, Cases(minor, minor, minor), tone=Tone.MUTED))
    return found


def _of_week(case: str) -> Callable[[_Row], int]:
    return lambda row: int(getattr(row.cases, case))


def _so_far(case: str) -> Callable[[_Row], int | None]:
    return lambda row: getattr(row.running, case, None)


def _tie(one: Inflow, lang: Lang) -> str:
    """What the columns add up to."""
    whose = of_company(one.company, lang)
    facts = {"whose": whose, "open": headline_exact(one.open_minor, one.currency)}
    if not one.bills_minor:
        return text("forecast.ties", lang, **facts)
    bills = headline_exact(one.bills_minor, one.currency)
    return text("forecast.ties_bills", lang, bills=bills, **facts)


def headline_exact(minor: int, currency: str) -> str:
    """An amount to the cent with its currency, for a sum that is ticked: CNY 1,234.56."""
    return f"{currency} {decimals([minor], currency)[0]:,}"


def _chart(one: Inflow, lang: Lang) -> Chart:
    """The likely case by week."""
    values = decimals([week.likely for week in one.weekly.cases], one.currency)
    days = [f"{week.last:%m-%d}" for week in one.weekly.weeks]
    bars = tuple(Bar(day, value) for day, value in zip(days, values, strict=True))
    title = of_company(one.company, lang) + text("forecast.chart", lang)
    return Chart(f"forecast.chart.{one.currency}", title, bars, one.currency)


def _details(forecast: Forecast, lang: Lang) -> list[Table]:
    """Errors, items and trials, each per currency."""
    codes = _currencies(forecast)
    items = [lines_table(forecast, code, lang) for code in codes]
    trials = [backtest_table(forecast.backtest, code, lang) for code in codes]
    found = (*_errors(forecast, lang), *items, *trials)
    return [table for table in found if table is not None]


def _errors(forecast: Forecast, lang: Lang) -> list[Table]:
    """How far off such a forecast has been, per currency that could be tested."""
    made = (error_table(forecast.backtest, code, lang) for code in _currencies(forecast))
    return [table for table in made if table is not None]


def _currencies(forecast: Forecast) -> list[str]:
    return list(dict.fromkeys(one.currency for one in forecast.inflows))


def _soonest(one: Line) -> tuple[object, ...]:
    expected = one.expected
    day = expected.likely if expected else None
    return expected is None, day is None, day, one.party, str(one.due_date), one.document_no


def _key(why: str) -> str:
    return why.replace("-", "_")
