"""Who owes us and is owed by us: a hint, never a deduction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.money import show
from arcollect.text import Lang, joined, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from arcollect.analysis.set_off import BothWays, SetOff

_MONEY = ("receivable", "due", "payable", "most", "due_most")


def set_off_table(found: SetOff, as_of: dt.date, lang: Lang, *, is_prc: bool = True) -> Table:
    """One row per name, own company and currency: both balances, the smaller of them (R003-90).

    The statute is cited only where Chinese law governs.
    """
    rows = found.found
    column = Columns("check.set_off_", rows, lang)
    columns = [
        column("customer", Kind.TEXT, lambda b: b.customer, wide=True),
        column("codes", Kind.TEXT, lambda b: joined(b.keys, lang), minor=True),
        column("currency", Kind.TEXT, lambda b: b.currency),
        *(_money(name, rows, column) for name in _MONEY),
    ]
    if any(one.company for one in rows):
        columns.insert(0, column("company", Kind.TEXT, lambda b: b.company))
    title = text("check.set_off", lang)
    notes = _notes(found, as_of, lang)
    if rows:
        notes.append(text(f"check.set_off_law{'' if is_prc else '_elsewhere'}", lang))
    return Table("set_off", title, tuple(columns), (), tuple(notes))


def _money(name: str, rows: tuple[BothWays, ...], column: Columns[BothWays]) -> Column:
    values: list[Decimal | None] = [
        decimals([getattr(one, f"{name}_minor")], one.currency)[0] for one in rows
    ]
    return Column(name, column.title(name), Kind.MONEY, values)


def _notes(found: SetOff, as_of: dt.date, lang: Lang) -> list[str]:
    """What was looked at, and how names were compared."""
    owed = [f"{show(minor, code)} {code}" for code, minor in found.owed_minor]
    said = [
        text(
            "check.set_off_seen", lang, count=len(found.found), sheets=found.sheets,
            suppliers=found.suppliers, owed=joined(owed, lang) or "0",
        )
    ]  # fmt: skip
    if found.left_out:
        said.append(text("check.set_off_left_out", lang, count=found.left_out))
    if found.cutoff is not None and found.cutoff != as_of:
        said.append(text("check.set_off_cutoff", lang, cutoff=found.cutoff, as_of=as_of))
    if found.is_company_open:
        said.append(text("check.set_off_company_open", lang))
    said.append(text("check.set_off_names", lang))
    return said
