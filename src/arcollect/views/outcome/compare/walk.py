"""From opening to closing, account by account."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.moves import summed
from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Account, Comparison

PARTS = (
    "opening", "billed", "raised", "collected", "unsaid", "credited", "written_off", "gone",
    "closing",
)  # fmt: skip
_ALWAYS = frozenset({"opening", "billed", "collected", "closing"})


def walk_table(total: Account, found: Comparison, lang: Lang) -> Table:
    """One row per account that changed; all others together in one row, so that it foots.

    Both overdue columns stand behind: they are not part of the walk.
    """
    currency = total.party[2]
    mine = [a for a in found.accounts if a.party[2] == currency]
    rows = _with_the_rest(mine, lang)
    column = Columns("compare.", rows, lang, currency)
    parts = (
        column.money(part, partial(_part, part=part), summed=True, minor=not _is_used(total, part))
        for part in PARTS
    )
    columns = [
        column("customer", Kind.TEXT, lambda a: a.customer, wide=True),
        *parts,
        column.money("overdue_old", lambda a: a.overdue[0], summed=True),
        column.money("overdue_new", lambda a: a.overdue[1], summed=True),
    ]
    if any(a.party[0] for a in mine):
        columns.insert(1, column("company", Kind.TEXT, lambda a: a.party[0], minor=True))
    title = text("compare.walk", lang, currency=currency)
    return Table(
        f"compare.walk.{currency}", title, tuple(columns), (), tuple(_notes(total, found, lang)),
        text("common.total", lang),
    )  # fmt: skip


def _is_used(total: Account, part: str) -> bool:
    return part in _ALWAYS or bool(getattr(total.money, part))


def _part(account: Account, part: str) -> int:
    return int(getattr(account.money, part))


def _with_the_rest(accounts: list[Account], lang: Lang) -> list[Account]:
    changed = [a for a in accounts if not _is_same(a)]
    same = [a for a in accounts if _is_same(a)]
    if not same:
        return changed
    money = summed(a.money for a in same)
    late = (sum(a.overdue[0] for a in same), sum(a.overdue[1] for a in same))
    name = text("compare.unchanged", lang, count=len(same))
    party = ("", "", same[0].party[2])
    return [*changed, replace(same[0], party=party, customer=name, money=money, overdue=late)]


def _is_same(account: Account) -> bool:
    money = account.money
    moved = money.billed or money.raised or money.down
    return not moved and account.overdue[0] == account.overdue[1]


def _notes(total: Account, found: Comparison, lang: Lang) -> list[str]:
    """The formula in figures, the way to the aging table, and what could not be told."""
    money, currency = total.money, total.party[2]

    def shown(minor: int) -> str:
        return show(minor, currency)

    facts = {part: shown(int(getattr(money, part))) for part in PARTS}
    notes = [text("compare.formula", lang, **facts)]
    if total.kept_off:
        balance = shown(money.closing + total.kept_off)
        facts = {"closing": facts["closing"], "off": shown(total.kept_off), "balance": balance}
        notes.append(text("compare.kept_off", lang, **facts))
    if money.unsaid:
        notes.append(text("compare.unsaid_note" if found.is_dated else "compare.undated", lang))
    if money.gone:
        notes.append(text("compare.gone_note", lang, gone=shown(money.gone)))
    if any(found.left_out):
        old, new = found.left_out
        notes.append(text("compare.left_out", lang, old=old, new=new))
    if found.renamed:
        notes.append(text("compare.renamed", lang, count=found.renamed))
    return notes
