"""The sheet 保理融资: what could be sold, item by item, debtor by debtor, and papers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.analysis.figures import places as written
from arcollect.analysis.figures import short_percent
from arcollect.analysis.outcome.finance.fit import PAPERS
from arcollect.text import Lang, joined, text
from arcollect.views.amounts import places
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.outcome.finance.benchmarks import Benchmark, Benchmarks
    from arcollect.analysis.outcome.finance.finance import Finance, Item
    from arcollect.policy import Policy

CHECKLIST = ("contract", "invoice", "delivery", "statement", "notice", "register", "authority")


def finance_tables(
    finance: Finance, compared: Benchmarks, policy: Policy, lang: Lang
) -> list[Table]:
    """Items per currency (the main tables), debtors, papers to bring, benchmarks."""
    currencies = sorted({one.document.party[2] for one in finance.items})
    items = [items_table(finance, code, lang) for code in currencies]
    made = [debtors_table(finance, code, lang) for code in currencies]
    debtors = [table for table in made if table is not None]
    return [
        *_noted(items, _criteria(policy, lang)),
        *_noted(debtors, _indications(policy, lang)),
        papers_table(finance, lang),
        benchmarks_table(compared, policy, lang),
    ]


def items_table(finance: Finance, currency: str, lang: Lang) -> Table:
    """Every open document: fit or not, and every reason; fit and unfit add up to open."""
    rows = [one for one in finance.items if one.document.party[2] == currency]
    tones = [Tone.GOOD if one.is_fit else Tone.MUTED for one in rows]
    column = Columns("finance.", rows, lang, currency)
    columns = [
        column("customer", Kind.TEXT, lambda one: one.document.customer, wide=True),
        column("document_no", Kind.ID, lambda one: one.document.document_no),
        column("due_date", Kind.DATE, lambda one: one.document.due_date),
        column("days_left", Kind.DAYS, _days_left),
        column("grade", Kind.TEXT, lambda one: one.document.grade),
        column("fit", Kind.TEXT, lambda one: _yes(one, lang), tones),
        column.words("why_not", lambda one: _why_not(one, lang)),
        column.money("open", lambda one: one.document.open_minor, summed=True),
        column.money("fit_amount", lambda one: one.fit_minor, summed=True),
        column("missing", Kind.TEXT, lambda one: _missing(one, lang), minor=True),
    ]
    if any(one.document.party[0] for one in rows):
        columns.insert(
            0, column("company", Kind.TEXT, lambda one: one.document.party[0], minor=True)
        )
    lead = (text("aging.as_of", lang, as_of=finance.as_of), text("finance.lead", lang))
    title = text("finance.title", lang, currency=currency)
    total = text("common.total", lang)
    return Table(f"finance.{currency}", title, tuple(columns), lead, (), total)


def debtors_table(finance: Finance, currency: str, lang: Lang) -> Table | None:
    """What is fit by debtor, within the limit for one, and what it might bring."""
    rows = [one for one in finance.debtors if one.party[2] == currency]
    if not rows:
        return None
    column = Columns("finance.", rows, lang, currency)
    columns = [
        column("customer", Kind.TEXT, lambda one: one.customer, wide=True),
        column("grade", Kind.TEXT, lambda one: one.grade),
        column("documents", Kind.COUNT, lambda one: one.documents),
        column("days", Kind.DAYS, lambda one: one.days),
        column.money("fit_amount", lambda one: one.fit_minor, summed=True),
        column.money("above", lambda one: one.above_minor, summed=True),
        column.money("within", lambda one: one.within_minor, summed=True),
        column.money("advance", lambda one: one.advance_minor, summed=True),
        column.money("cost", lambda one: one.cost_minor, summed=True),
    ]
    if any(one.party[0] for one in rows):
        columns.insert(0, column("company", Kind.TEXT, lambda one: one.party[0], minor=True))
    title = text("finance.debtors", lang, currency=currency)
    total = text("common.total", lang)
    return Table(f"finance.debtors.{currency}", title, tuple(columns), (), (), total)


def papers_table(finance: Finance, lang: Lang) -> Table:
    """What a factor asks for; how many fit documents lack what a ledger may name."""
    lacking = Counter(name for one in finance.items if one.is_fit for name in one.document.missing)
    known = dict(zip(CHECKLIST, PAPERS, strict=False))
    names = [text(f"finance.paper_{name}", lang) for name in CHECKLIST]
    counts = [lacking[known[name]] if name in known else None for name in CHECKLIST]
    columns = (
        Column("paper", text("finance.paper", lang), Kind.TEXT, names, wide=True),
        Column("lacking", text("finance.lacking", lang), Kind.COUNT, counts),
    )
    said = (text("finance.licensed", lang), text("finance.notice", lang))
    return Table("finance.papers", text("finance.papers", lang), columns, (), said)


def benchmarks_table(compared: Benchmarks, policy: Policy, lang: Lang) -> Table:
    """Our shares beside those of the source articles, which nobody verified."""
    rows = compared.shares
    column = Columns("finance.", rows, lang)
    columns = (
        column("share", Kind.TEXT, lambda one: text(f"finance.share_{one.name}", lang), wide=True),
        column("ours", Kind.PERCENT, lambda one: None if one.ours is None else places(one.ours, 4)),
        column("theirs", Kind.PERCENT, lambda one: places(one.theirs, 4)),
        column.words("formula", lambda one: _formula(one, policy.base_currency, lang)),
    )
    title = text("finance.benchmarks", lang)
    return Table("finance.benchmarks", title, columns, (), _compared(compared, policy, lang))


def _noted(tables: list[Table], notes: tuple[str, ...]) -> list[Table]:
    """The notes once, under the last table."""
    return [*tables[:-1], *(replace(table, notes=notes) for table in tables[-1:])]


def _compared(compared: Benchmarks, policy: Policy, lang: Lang) -> tuple[str, ...]:
    if compared.no_rate:
        facts = {"currencies": list(compared.no_rate), "base": policy.base_currency}
        return (text("finance.no_rate", lang, **facts),)
    facts = {
        "share": short_percent(compared.shorter_by),
        "released": f"{policy.base_currency} {written(compared.released)}",
        "owed": f"{policy.base_currency} {written(compared.receivables)}",
    }
    return (text("finance.unverified", lang), text("finance.released", lang, **facts))


def _formula(one: Benchmark, base: str, lang: Lang) -> str:
    if one.whole is None:
        return text(f"finance.give_{one.name}", lang)
    facts = {"part": written(one.part), "whole": written(one.whole), "base": base}
    return text("finance.formula_shown", lang, rule=one.rule, **facts)


def _criteria(policy: Policy, lang: Lang) -> tuple[str, ...]:
    rules = policy.finance
    facts = {
        "late": rules.max_days_late, "least": rules.min_days_left, "most": rules.max_days_left,
        "grades": list(rules.grades), "amount": f"{rules.min_amount:,}",
        "base": policy.base_currency,
    }  # fmt: skip
    criteria = text("finance.criteria", lang, **facts)
    words = ("finance.our_rules", "provision.credits_rule", "finance.unknown")
    return (criteria, *(text(key, lang) for key in words))


def _indications(policy: Policy, lang: Lang) -> tuple[str, ...]:
    rules = policy.finance
    return (
        text("finance.rule_limit", lang, share=short_percent(rules.largest_share)),
        text(
            "finance.rule_advance", lang, advance=short_percent(rules.advance_rate),
            rate=short_percent(rules.annual_rate), basis=rules.day_basis,
        ),
    )  # fmt: skip


def _days_left(one: Item) -> int | None:
    return one.document.days_left if one.document.due_date else None


def _yes(one: Item, lang: Lang) -> str:
    return text("common.yes" if one.is_fit else "common.no", lang)


def _why_not(one: Item, lang: Lang) -> str:
    return joined(one.why_not, lang)


def _missing(one: Item, lang: Lang) -> str:
    names = [text(f"finance.missing_{name}", lang) for name in one.document.missing]
    return joined(names, lang)
