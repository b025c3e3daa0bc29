"""The sheet 处置方案: options, advice, court charges, instalments, checklists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.analysis.figures import short_percent
from arcollect.text import Lang, text
from arcollect.views.outcome.recover.advice import advice_table
from arcollect.views.outcome.recover.costs import fees_table, schedule_table
from arcollect.views.outcome.recover.options import options_table
from arcollect.views.table import Column, Kind, Page, Part, Table

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.outcome.recover.weigh import Recovery, Weighed

LISTS = {"search": 7, "preservation": 3, "restructuring": 7, "agent": 6}
"""How many points each checklist has (R000-37, R000-38, R001-14, R001-23)."""


def recover_pages(recovery: Recovery, as_of: dt.date, lang: Lang) -> tuple[Page, ...]:
    """One page with everything, the advice first; one sentence where nothing is old."""
    tables = recover_tables(recovery, as_of, lang)
    parts: tuple[Part, ...] = (*_advice(tables, is_it=True), *_advice(tables, is_it=False))
    return (Page("recover", text("recover.page", lang), parts),)


def _advice(tables: list[Table], *, is_it: bool) -> list[Table]:
    return [table for table in tables if (".advice." in table.key) is is_it]


def recover_tables(recovery: Recovery, as_of: dt.date, lang: Lang) -> list[Table]:
    """Per currency the advice and the options, then charges, instalments, checklists."""
    if not recovery.weighed:
        return [_none(recovery, lang)]
    currencies = sorted({w.debt.currency for w in recovery.weighed})
    groups = {c: [w for w in recovery.weighed if w.debt.currency == c] for c in currencies}
    tables = [options_table(group, code, lang) for code, group in groups.items()]
    tables[-1] = replace(tables[-1], notes=notes(recovery, lang))
    advice = [advice_table(group, code, lang) for code, group in groups.items()]
    lead = (text("aging.as_of", lang, as_of=as_of), text("recover.base_rule", lang))
    tables = [replace(tables[0], lead=lead), *tables[1:]]
    tables += [replace(advice[0], lead=lead), *advice[1:]]
    tables.append(fees_table(recovery.weighed, lang))
    tables += [schedule_table(group, code, as_of, lang) for code, group in groups.items()]
    tables = [table for table in tables if len(table)]
    return [*tables, _checklists(lang, is_prc=recovery.is_prc)]


def notes(recovery: Recovery, lang: Lang) -> tuple[str, ...]:
    """Which debts, which base, which assumptions; what stands elsewhere."""
    rules = recovery.policy.recover
    said = [
        text("recover.rule", lang, days=rules.min_days),
        text(
            "recover.discounting",
            lang,
            rate=short_percent(rules.annual_rate),
            basis=rules.day_basis,
        ),
        text("recover.chances", lang),
        text("recover.concessions", lang),
        text("recover.licensed" if recovery.is_prc else "recover.collectors", lang),
    ]
    shared = _shared(recovery.weighed)
    if shared:
        said.append(text("recover.shared_assets", lang, names=shared))
    if recovery.unknown:
        said.append(text("recover.unknown", lang, names=recovery.unknown))
    if recovery.nothing_left:
        names = list(dict.fromkeys(debt.customer for debt in recovery.nothing_left))
        said.append(text("recover.nothing_left", lang, count=len(names), names=names))
    return (*said, text("recover.counsel", lang))


def _shared(weighed: tuple[Weighed, ...]) -> list[str]:
    """Customers whose assets are reckoned with more than once."""
    debts = [w.debt for w in weighed if w.debt.known.assets_minor is not None]
    keys = [debt.customer_key for debt in debts]
    return sorted({debt.customer for debt in debts if keys.count(debt.customer_key) > 1})


def _none(recovery: Recovery, lang: Lang) -> Table:
    said = text("recover.none", lang, days=recovery.policy.recover.min_days)
    column = Column("note", text("recover.what", lang), Kind.TEXT, [said], wide=True)
    return Table("recover", text("recover.page", lang), (column,), (), notes(recovery, lang))


def _checklists(lang: Lang, *, is_prc: bool) -> Table:
    """All lists; preservation by Chinese procedure only where Chinese law governs."""
    lists = {name: n for name, n in LISTS.items() if is_prc or name != "preservation"}
    rows = [(name, n) for name, count in lists.items() for n in range(1, count + 1)]
    cells = {
        "list": [text(f"recover.list_{name}", lang) for name, _ in rows],
        "item": [text(f"recover.{name}_{n}", lang) for name, n in rows],
        "done": ["" for _ in rows],
    }
    columns = tuple(
        Column(key, text(f"recover.{key}", lang), Kind.TEXT, values, wide=key == "item")
        for key, values in cells.items()
    )
    return Table("recover.checklist", text("recover.checklist", lang), columns)
