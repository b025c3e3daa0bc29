"""The page of `check`: a pleasure to read, top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from arcollect.errors import Problem, Severity
from arcollect.text import Lang, text
from arcollect.views.check.found import columns_table, sheets_table
from arcollect.views.check.gaps import Gap, gaps, gaps_table
from arcollect.views.check.matching import matching_tables
from arcollect.views.check.mistakes import mistakes_table
from arcollect.views.check.ready import lacks, ready_table
from arcollect.views.check.tie_out import Stated, classes_table, tie_out_figures
from arcollect.views.standing.aging import cutoff_place
from arcollect.views.table import Figure, Page, Part, Table, Tone

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.position import Position
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy


def check_page(
    ledger: Ledger,
    position: Position | None,
    policy: Policy,
    lang: Lang,
    as_of: dt.date,
    stated: Sequence[Stated] = (),
    policy_path: str = "",
) -> Page:
    """What was found, whether it ties out, problems, gaps, what each command lacks.

    `position` is None where the ledger cannot be aged; the rest is shown all the same.
    policy_path: the policy file in use, "" without one.
    """
    problems = (*ledger.problems, *(position.problems if position else ()))
    figures = tie_out_figures(ledger, position, stated, lang)
    found = gaps(ledger, position, as_of)
    parts: list[Part] = [
        *_head(ledger, as_of, lang),
        *_limits_in(policy, lang),
        sheets_table(ledger.source, ledger.control.sheet_rows, lang),
        columns_table(ledger.source, lang),
        classes_table(ledger, lang),
        figures,
        *(matching_tables(ledger, as_of, policy, lang) if position else ()),
        mistakes_table(problems, lang),
        gaps_table(found, lang),
        ready_table(ledger, policy, lang),
    ]
    company = _fill_in_company(lacks("letters", ledger, policy), policy_path, lang)
    first = _first(problems, figures, found, company, lang)
    return Page("check", text("check.title", lang), tuple(parts), first=first)


def with_set_off(page: Page, table: Table) -> Page:
    """The page with the customers whom we owe as well, before problems, gaps and commands."""
    return replace(page, parts=(*page.parts[:-3], table, *page.parts[-3:]))


def _head(ledger: Ledger, as_of: dt.date, lang: Lang) -> Iterator[str]:
    source = ledger.source
    form = text(f"parameters.form_{source.form}", lang)
    yield text("check.files", lang, files=source.files, form=form)
    if source.cutoff:
        facts = {"cutoff": source.cutoff, "where": cutoff_place(source, lang), "as_of": as_of}
        yield text("check.cutoff", lang, **facts)
    else:
        yield text("check.no_cutoff", lang, as_of=as_of)


def _limits_in(policy: Policy, lang: Lang) -> Iterator[str]:
    """In which currency limits count, where it is not the usual one."""
    if policy.base_currency != type(policy)().base_currency:
        least = f"{policy.base_currency} {policy.letters.min_demand:,}"
        yield text("check.limits_in", lang, base=policy.base_currency, least=least)


def _first(
    problems: Sequence[Problem],
    figures: Sequence[Figure],
    found: Sequence[Gap],
    company: str,
    lang: Lang,
) -> str:
    """The one thing to do first: money left out, sums that differ, dates, company."""
    left_out = [p for p in problems if p.severity is Severity.EXCLUDED]
    undated = next((g.documents for g in found if g.key == "due_date"), 0)
    if left_out:
        first = left_out[0]
        where = f"{first.sheet}!{first.cell}".strip("!") or first.file
        what = text("check.first_left_out", lang, count=len(left_out), where=where)
    elif any(f.tone is Tone.BAD for f in figures):
        label = next(f.label for f in figures if f.tone is Tone.BAD)
        what = text("check.first_differs", lang, label=label)
    elif undated:
        what = text("check.first_due_date", lang, count=undated)
    elif company:
        what = company
    else:
        what = text("check.first_fine", lang)
    return text("common.first", lang, what=what)


def _fill_in_company(letters_lack: Sequence[str], policy_path: str, lang: Lang) -> str:
    """What letters wait for: our own company, in the policy file that is there already."""
    if "own_company" not in letters_lack:
        return ""
    if not policy_path:
        return text("check.first_company", lang)
    return text("check.first_company_in", lang, file=PurePath(policy_path).name)
