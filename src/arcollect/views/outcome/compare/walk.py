"""From opening to closing, account by account."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.moves import summed
from arcollect.money import show
from arcollect.text import Lang, joined, text
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Account, Comparison
    from arcollect.analysis.outcome.compare.left_out import LeftOut

UP = ("billed", "unlisted", "raised")
DOWN = ("collected", "unsaid", "credited", "written_off", "gone")
PARTS = ("opening", *UP, *DOWN, "closing")
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
    return not (money.up or money.down) and account.overdue[0] == account.overdue[1]


def _notes(total: Account, found: Comparison, lang: Lang) -> list[str]:
    """The formula in figures, the way to the aging table, and what could not be told."""
    money, currency = total.money, total.party[2]

    def shown(minor: int) -> str:
        return show(minor, currency)

    notes = [walk_line(total, lang)]
    if total.kept_off:
        balance, closing = shown(money.closing + total.kept_off), shown(money.closing)
        facts = {"closing": closing, "off": shown(total.kept_off), "balance": balance}
        notes.append(text("compare.kept_off", lang, **facts))
    if money.unsaid:
        notes.append(text("compare.unsaid_note" if found.is_dated else "compare.undated", lang))
    if money.gone:
        notes.append(text("compare.gone_note", lang, gone=shown(money.gone)))
    notes += _left_out_note(found, lang)
    if money.unlisted:
        said, day = shown(money.unlisted), found.days[0]
        notes.append(text("compare.unlisted_note", lang, unlisted=said, day=day))
    if undated := _undated(currency, found):
        notes.append(text("compare.undated_new", lang, count=undated))
    if found.renamed:
        notes.append(text("compare.renamed", lang, count=found.renamed))
    return notes


def walk_line(total: Account, lang: Lang) -> str:
    """The formula in figures, and what a balance is: it ties opening to closing."""
    return text("compare.formula", lang, walk=_formula(total, lang))


def _formula(total: Account, lang: Lang) -> str:
    """Opening + what came - what went = closing; parts of nothing only where expected."""

    def term(part: str) -> str:
        amount = show(_part(total, part), total.party[2])
        return text(f"compare.term_{part}", lang, amount=amount)

    more = (f" + {term(part)}" for part in UP if _is_used(total, part))
    less = (f" - {term(part)}" for part in DOWN if _is_used(total, part))
    return "".join((term("opening"), *more, *less, f" = {term('closing')}"))


def _undated(currency: str, found: Comparison) -> int:
    """Documents counted as new of which nobody knows when they were issued."""
    mine = (m for m in found.moves if m.party[2] == currency and m.money.billed)
    return sum(m.line.issue_date is None for m in mine)


def _left_out_note(found: Comparison, lang: Lang) -> list[str]:
    old, new = found.left_out
    if not new.rows and not (old and old.rows):
        return []
    said = [text("compare.left_out_unknown", lang) if old is None else _rows(old, lang)]
    return [text("compare.left_out", lang, old=said[0], new=_rows(new, lang))]


def _rows(left: LeftOut, lang: Lang) -> str:
    """3 rows (CNY 1,200.00; of one the amount cannot be read)."""
    if not left.rows:
        return text("compare.left_out_none", lang)
    money = [f"{code} {show(minor, code)}" for code, minor in left.money]
    unread = [text("compare.left_out_unread", lang, count=left.unread)] if left.unread else []
    facts = {"count": left.rows, "money": joined([*money, *unread], lang)}
    return text("compare.left_out_rows", lang, **facts)
