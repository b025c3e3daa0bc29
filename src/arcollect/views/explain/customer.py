"""One customer: its documents, grade, pool and letter, each with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import decimals
from arcollect.views.explain.open_documents import dates, open_documents
from arcollect.views.explain.payments import credit_names, credit_rows, demand_line
from arcollect.views.standing.grade import grade_table
from arcollect.views.standing.pool import pool_table
from arcollect.views.table import Column, Kind, Part, Table, Value

if TYPE_CHECKING:
    from arcollect.analysis.chase.dunning import NoLetter, Notice
    from arcollect.views.findings import Findings


def customer_parts(found: Findings, key: str, lang: Lang) -> list[Part]:
    """Documents by currency, credits, grade with reasons, pool, letter."""
    parts: list[Part] = [text("explain.as_of", lang, as_of=found.position.as_of)]
    names = _names(found, key)
    if len(names) > 1:
        parts.append(text("explain.names", lang, names=names))
    parts += _documents(found, key, lang)
    parts += _credits(found, key, lang)
    grades = tuple(g for g in found.grades.grades if g.customer_key == key)
    if grades:
        parts.append(grade_table(replace(found.grades, grades=grades), lang))
    parts += _pool(found, key, lang)
    parts += _letters(found, key, lang)
    return parts


def present_name(found: Findings, key: str) -> str:
    """The name that a letter would be addressed to."""
    frames = (found.position.open, found.position.documents, found.position.credits)
    names = (str(n) for f in frames for n in f.loc[f["customer_key"] == key, "customer"])
    return next(names, next(iter(_names(found, key)), key))


def _names(found: Findings, key: str) -> list[str]:
    ledger = found.position.ledger
    frames = (ledger.items, ledger.receipts)
    names = (str(n) for f in frames for n in f.loc[f["customer_key"] == key, "customer"].unique())
    return list(dict.fromkeys(names))


def _documents(found: Findings, key: str, lang: Lang) -> list[Part]:
    """Open documents by own company and currency (U-06), or that there are none."""
    mine = found.aging.items[found.aging.items["customer_key"] == key]
    if not len(mine):
        return [text("explain.nothing_open", lang)]
    several = mine["company"].nunique() > 1
    return [
        open_documents(found, rows, str(currency), lang, str(company) if several else None)
        for (company, currency), rows in mine.groupby(["company", "currency"], observed=True)
    ]


def _credits(found: Findings, key: str, lang: Lang) -> list[Part]:
    """Receipts and credit notes: used up by this run, and what is left."""
    rows = found.position.credits
    rows = rows[rows["customer_key"] == key]
    if not len(rows):
        return []

    def word(name: str) -> str:
        return text(f"explain.{name}", lang)

    currencies = [str(c) for c in rows["currency"]]

    def money(column: str) -> list[Value]:
        pairs = zip(rows[column], currencies, strict=True)
        return [decimals([m], c)[0] for m, c in pairs]

    companies = [str(c) for c in rows["company"]]
    own = Column("company", text("common.company", lang), Kind.TEXT, companies)
    items = found.aging.items
    owed_to = {str(c) for c in items.loc[items["customer_key"] == key, "company"]}
    columns = (
        *((own,) if len(owed_to.union(companies)) > 1 else ()),
        Column("credit", word("credit"), Kind.ID, credit_names(found, rows)),
        Column("credit_row", word("row"), Kind.TEXT, credit_rows(found, rows)),
        Column("date", word("date"), Kind.DATE, dates(rows["date"])),
        Column("currency", text("common.currency", lang), Kind.TEXT, currencies),
        Column("amount", word("amount"), Kind.MONEY, money("amount_minor")),
        Column("matched", word("matched"), Kind.MONEY, money("matched_minor")),
        Column("unapplied", word("unapplied"), Kind.MONEY, money("unapplied_minor")),
    )
    why = say(found.position.credits_why, lang)
    return [Table("credits", word("credits"), columns, notes=(why,))]


def _pool(found: Findings, key: str, lang: Lang) -> list[Part]:
    ranks = [n for n, m in enumerate(found.pool.members, 1) if m.customer_key == key]
    if ranks:
        members = tuple(found.pool.members[n - 1] for n in ranks)
        return [pool_table(replace(found.pool, members=members, left_out=()), lang, ranks)]
    capped = [m for m in found.pool.left_out if m.customer_key == key]
    if capped:
        why = say(capped[0].reason, lang)
        return [text("explain.pool_capped", lang, why=why)]
    return [text("explain.not_in_pool", lang)]


def _letters(found: Findings, key: str, lang: Lang) -> list[Part]:
    """Which letter, and why this level; or why none."""
    lines: list[Part] = []
    for notice in found.dunning.notices:
        if notice.customer_key == key:
            why = joined(notice.level_why, lang)
            net = demand_line(notice, lang)
            facts = {"level": notice.level, "net": net, "why": why, **_whose(notice)}
            lines.append(text("explain.letter", lang, **facts))
    for silent in found.dunning.silent:
        if silent.customer_key == key:
            facts = {"why": say(silent.why, lang), **_whose(silent)}
            lines.append(text("explain.no_letter", lang, **facts))
    return lines


def _whose(one: Notice | NoLetter) -> dict[str, str]:
    return {"company": one.company or "—", "currency": one.currency}
