"""The weekly report: every page of the workbook, in the order a reader wants them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.boss import boss_page
from arcollect.views.chase.alerts import alerts_pages
from arcollect.views.chase.worklist.meeting import meeting_page
from arcollect.views.chase.worklist.page import worklist_pages
from arcollect.views.claims.late_fee import fee_tables
from arcollect.views.claims.limits import limits_pages
from arcollect.views.outcome.audit import audit_pages
from arcollect.views.outcome.compare import compare_pages, happened_tables
from arcollect.views.outcome.provision import provision_pages
from arcollect.views.outcome.recover import recover_pages
from arcollect.views.parameters import control_table, parameters_table
from arcollect.views.policy import changed_table
from arcollect.views.problems import problems_table
from arcollect.views.standing.aging import aging_lead, aging_tables, apart_line, cutoff_line
from arcollect.views.standing.aging_detail import detail_tables
from arcollect.views.standing.grade import grade_chart, grade_table
from arcollect.views.standing.payers.forecast import forecast_pages
from arcollect.views.standing.pool import pool_table
from arcollect.views.standing.ratios import collection_table, ratio_table
from arcollect.views.summary import (
    aging_chart,
    debtors_chart,
    headline_figures,
    judged_figures,
    state_of_data,
    summary_page,
    what_first,
)
from arcollect.views.table import Page, Part, Report, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arcollect.views.findings import Findings


def weekly_report(found: Findings, lang: Lang, letters: Sequence[Table] = ()) -> Report:
    """Every page from boss page to parameters (U-16).

    `letters` are the tables of the letters' index; no letters page without them.
    """
    pages = (
        boss_page(found, lang),
        *overview_pages(found, lang),
        *(compare_pages(found.changes, lang) if found.changes else ()),
        *_chasing(found, letters, lang),
        *_standing(found, lang),
        Page("fees", _title("fees", lang), tuple(fee_tables(found.fees, lang))),
        *_deciding(found, lang),
        Page("problems", _title("problems", lang), (problems_table(found.problems, lang),)),
        Page("parameters", _title("parameters", lang), _facts(found, lang)),
    )
    return _report(found, tuple(_never_bare(page, lang) for page in pages), lang)


def _never_bare(page: Page, lang: Lang) -> Page:
    """A sheet of heads alone says that it is empty: the same sheets stand in every week."""
    if any(not isinstance(part, Table) or len(part) for part in page.parts):
        return page
    return replace(page, parts=(text("report.nothing", lang), *page.parts))


def summary_report(found: Findings, lang: Lang) -> Report:
    """The one-page summary, as summary.html shows it."""
    page = summary_page(found, lang)
    said = aging_lead(found.aging, found.position, lang)  # the report's own head says it
    parts = tuple(part for part in page.parts if part not in said)
    return _report(found, (replace(page, parts=parts),), lang)


def overview_pages(found: Findings, lang: Lang) -> Iterator[Page]:
    """Traffic lights and charts of each currency, each on one sheet of paper."""
    totals = found.aging.totals
    for number, total in enumerate(totals):
        parts: list[Part] = [headline_figures(found, total, lang)]
        parts += [aging_chart(found, total, lang), debtors_chart(found, total, lang)]
        parts += apart_line(total.currency, found.aging, lang)
        if number == 0:
            parts += [judged_figures(found, lang), grade_chart(found.grades, lang)]
            parts += state_of_data(found, lang)
        key, title = f"overview.{total.currency}", _title("overview", lang)
        title = title if len(totals) == 1 else f"{title} {total.currency}"
        kept = tuple(part for part in parts if part)
        first = what_first(found, lang) if number == 0 else ""
        yield Page(key, title, kept, landscape=False, first=first, one_sheet=True)


def _chasing(found: Findings, letters: Sequence[Table], lang: Lang) -> Iterator[Page]:
    """Whom to call, write to and watch, before how it all stands."""
    if found.worklist is not None and found.worklist.entries:
        changed = happened_tables(found.changes, lang) if found.changes else ()
        yield meeting_page(found.worklist, lang, changed)
        yield from worklist_pages(found.worklist, found.policy, lang)
    if letters:
        yield Page("letters", _title("letters", lang), tuple(letters))
    yield Page("pool", _title("pool", lang), (pool_table(found.pool, lang),))
    if found.alerts is not None:
        yield from alerts_pages(found.alerts, found.policy, lang)
    if found.limits is not None and found.limits.limits:
        yield from limits_pages(found.limits, lang)
    if found.forecast is not None:
        yield from forecast_pages(found.forecast, found.policy, lang)[:1]  # the items: forecast


def _deciding(found: Findings, lang: Lang) -> Iterator[Page]:
    """What was asked for besides: ways to recover, what to book, a second look."""
    as_of = found.position.as_of
    if found.recovery is not None:
        yield from recover_pages(found.recovery, as_of, lang)
    if found.provision is not None:
        yield from provision_pages(found.provision, as_of, lang)
    if found.integrity is not None:
        yield from audit_pages(found.integrity, as_of, lang)


def _facts(found: Findings, lang: Lang) -> tuple[Table, ...]:
    control = control_table(found.position.ledger.control, lang)
    return parameters_table(found, lang), changed_table(found.policy, lang), control


def _standing(found: Findings, lang: Lang) -> Iterator[Page]:
    tables = aging_tables(found.aging, found.position, lang)
    yield from _one_each("aging", tables, lang)
    yield from _one_each("detail", detail_tables(found.aging, found.position, lang), lang)
    if found.audit is not None:
        audit = aging_tables(found.audit, found.position, lang)
        yield from _one_each("audit", audit, lang)
    collected = collection_table(found.ratios, lang)
    measured = ratio_table(found.ratios, lang)
    parts = (measured,) if collected is None else (measured, collected)
    yield Page("ratios", _title("ratios", lang), parts)
    graded = grade_table(found.grades, lang, segments=found.segments)
    yield Page("grades", _title("grades", lang), (graded,))


def _one_each(key: str, tables: list[Table], lang: Lang) -> Iterator[Page]:
    """One page per currency, so that each table can be filtered and frozen."""
    for table in tables:
        currency = table.key.rpartition(".")[2]
        title = _title(key, lang) if len(tables) == 1 else f"{_title(key, lang)} {currency}"
        yield Page(f"{key}.{currency}", title, (table,))


def _title(key: str, lang: Lang) -> str:
    return text(f"report.{key}", lang)


def _report(found: Findings, pages: tuple[Page, ...], lang: Lang) -> Report:
    as_of = found.position.as_of
    source = found.position.ledger.source
    lead = [text("report.lead", lang, as_of=as_of, files=source.files)]
    lead += cutoff_line(found.position, lang)
    footer = text(
        "report.footer",
        lang,
        version=found.version,
        sha=source.sha256[:12],
        as_of=as_of,
    )
    title = text("report.title", lang, as_of=as_of)
    return Report(title, pages, tuple(lead), footer, {"lang": str(lang)})
