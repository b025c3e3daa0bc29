"""The late fees with payments allocated by law: shares, balances, fees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.claims.fee_steps import fee_formula, steps_table
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.claims.by_law import Allocated, LawBalance, LawFees


def law_tables(found: LawFees, lang: Lang, *, steps_first: bool = False) -> list[Table]:
    """Per currency: what is owed by law beside the books, every share, every step."""
    codes = sorted({balance.currency for balance in found.balances})
    balances = [_balances(found, code, lang) for code in codes]
    shares = [_shares(found.shares, code, lang) for code in codes]
    steps = [
        steps_table(own, code, lang)
        for code in codes
        if (own := [item for item in found.items if item.currency == code])
    ]
    return [*steps, *balances, *shares] if steps_first else [*balances, *shares, *steps]


def _balances(found: LawFees, currency: str, lang: Lang) -> Table:
    rows = [b for b in found.balances if b.currency == currency and _is_of_interest(b)]
    formulas = {item.item: fee_formula(item) for item in found.items}
    column = Columns("fee.", rows, lang, currency)
    columns = (
        column("customer", Kind.TEXT, lambda b: b.customer, wide=True),
        column("document_no", Kind.ID, lambda b: b.document_no),
        column("due_date", Kind.DATE, lambda b: b.due_date),
        column.money("booked", lambda b: b.booked_minor, summed=True),
        column.money("principal", lambda b: b.principal_minor, summed=True),
        column.money("fee", lambda b: b.fee_minor, summed=True),
        column.money("fee_paid", lambda b: b.fee_paid_minor, summed=True),
        column("formula", Kind.TEXT, lambda b: formulas.get(b.item, ""), wide=True, minor=True),
    )
    left = [
        text("fee.left_over", lang, amount=f"{code} {decimals([minor], code)[0]:,}")
        for code, minor in found.left_over
        if code == currency
    ]
    notes = (text("fee.law_rule", lang), text("fee.law_order", lang), *left)
    title = f"{text('fee.by_law', lang)} {currency}"
    return Table(
        f"fee.law.{currency}",
        title,
        columns,
        (),
        (*notes, text("fee.advice", lang)),
        text("common.total", lang),
    )


def _is_of_interest(balance: LawBalance) -> bool:
    return any((balance.booked_minor, balance.principal_minor, balance.fee_minor)) or (
        balance.fee_paid_minor > 0
    )


def _shares(shares: Sequence[Allocated], currency: str, lang: Lang) -> Table:
    rows = [each for each in shares if each.currency == currency]
    column = Columns("fee.", rows, lang, currency)
    columns = (
        column("paid_on", Kind.DATE, lambda a: a.share.day),
        column("customer", Kind.TEXT, lambda a: a.customer, wide=True),
        column("document_no", Kind.ID, lambda a: a.document_no),
        column.money("to_fee", lambda a: a.share.fee_minor, summed=True),
        column.money("to_principal", lambda a: a.share.principal_minor, summed=True),
    )
    title = f"{text('fee.shares', lang)} {currency}"
    return Table(f"fee.shares.{currency}", title, columns, (), (), text("common.total", lang))
