"""The late fees: what may be claimed, what was paid late, what nobody may charge for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals
from arcollect.views.claims.fee_steps import (
    fee_formula,
    rate_shown,
    step_rate,
    steps_table,
)
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.claims.late_fee import Fees, ItemFee

__all__ = ["fee_formula", "fee_tables", "rate_shown", "step_rate"]


def fee_tables(fees: Fees, lang: Lang, *, steps_first: bool = False) -> list[Table]:
    """Per currency: the open items, those paid late, the steps, and the yardstick.

    steps_first: the steps are the main table (`--steps`); csv carries only that one.
    """
    every = (*fees.items, *fees.settled)
    currencies = sorted({item.currency for item in every}) or [""]
    open_codes = [code for code in currencies if code in {i.currency for i in fees.items}]
    shown = open_codes or currencies[:1]
    open_tables = [_open(fees, code, lang, first=code == shown[0]) for code in shown]
    steps = [
        steps_table([i for i in every if i.currency == code], code, lang)
        for code in currencies
        if code
    ]
    settled = [_settled(fees, code, lang) for code in _codes(fees.settled)]
    held = [item for item in every if item.yardstick]
    measures = [_yardsticks(held, code, lang) for code in _codes(held)]
    main = [*steps, *open_tables] if steps_first else [*open_tables, *steps]
    return [*main, *settled, *measures]


def _open(fees: Fees, currency: str, lang: Lang, *, first: bool) -> Table:
    items = [item for item in fees.items if item.currency == currency]
    column = Columns("fee.", items, lang, currency)
    columns = (
        *_whose(fees, column),
        column("customer", Kind.TEXT, lambda i: i.customer, wide=True),
        column("document_no", Kind.ID, lambda i: i.document_no),
        column("due_date", Kind.DATE, lambda i: i.due_date),
        column("days_past_due", Kind.DAYS, lambda i: i.days_past_due),
        column.money("base", lambda i: i.base_minor, summed=True),
        column.money("fee", lambda i: i.fee_minor, summed=True),
        column("scheme", Kind.TEXT, lambda i: text(f"fee.scheme_{i.scheme}", lang)),
        column("basis", Kind.TEXT, lambda i: say(i.basis_why, lang), wide=True),
        column("formula", Kind.TEXT, fee_formula, wide=True, minor=True),
    )
    notes = _notes(fees, lang) if first else ()
    key = f"fee.{currency}" if currency else "fee"
    title = f"{text('fee.title', lang)} {currency}".strip()
    return Table(key, title, columns, (), notes, text("common.total", lang))


def _whose(fees: Fees, column: Columns[ItemFee]) -> list[Column]:
    """Which of our own companies may claim it, where there are several (U-06)."""
    several = len({item.company for item in (*fees.items, *fees.settled)}) > 1
    return [column("company", Kind.TEXT, lambda i: i.company, minor=True)] if several else []


def _settled(fees: Fees, currency: str, lang: Lang) -> Table:
    """Paid late: the principal is settled, the fee of that time is still a claim."""
    own = [item for item in fees.settled if item.currency == currency]
    column = Columns("fee.", own, lang, currency)
    columns = (
        *_whose(fees, column),
        column("customer", Kind.TEXT, lambda i: i.customer, wide=True),
        column("document_no", Kind.ID, lambda i: i.document_no),
        column("due_date", Kind.DATE, lambda i: i.due_date),
        column("paid_on", Kind.DATE, lambda i: i.steps[-1].last),
        column("days_past_due", Kind.DAYS, lambda i: i.days_past_due),
        column.money("fee", lambda i: i.fee_minor, summed=True),
        column("basis", Kind.TEXT, lambda i: say(i.basis_why, lang), wide=True),
        column("formula", Kind.TEXT, fee_formula, wide=True, minor=True),
    )
    title = f"{text('fee.settled', lang)} {currency}"
    notes = (text("fee.settled_note", lang),)
    return Table(f"fee.settled.{currency}", title, columns, (), notes, text("common.total", lang))


def _yardsticks(items: Sequence[ItemFee], currency: str, lang: Lang) -> Table:
    """What the fee is held against (R-LAW-02): labelled, never a cap."""
    rows = [(i, i.yardstick) for i in items if i.yardstick and i.currency == currency]
    column = Columns("fee.", rows, lang, currency)
    columns = (
        column("document_no", Kind.ID, lambda r: r[0].document_no),
        column("lpr", Kind.TEXT, lambda r: rate_shown(r[1].lpr.rate)),
        column("lpr_since", Kind.DATE, lambda r: r[1].lpr.since),
        column.money("fee", lambda r: r[0].fee_minor),
        column.money("loss", lambda r: r[1].loss_minor),
        column.money("limit", lambda r: r[1].limit_minor),
        column.money("four", lambda r: r[1].four_minor),
        column(
            "verdict",
            Kind.TEXT,
            lambda r: text("fee.above_limit" if r[1].exceeds else "fee.within_limit", lang),
        ),
    )
    notes = (text("fee.yardstick_note", lang), text("fee.lpr_note", lang))
    title = f"{text('fee.yardstick', lang)} {currency}"
    return Table(f"fee.yardstick.{currency}", title, columns, (), notes)


def _notes(fees: Fees, lang: Lang) -> tuple[str, ...]:
    charged = fees.items or fees.settled
    notes = [text("fee.rule" if charged else "fee.none", lang)]
    if any(step.day_basis for item in (*fees.items, *fees.settled) for step in item.steps):
        notes.append(text("fee.lpr_note", lang))
    notes += [
        text(
            f"fee.not_charged_{each.why.replace('-', '_')}",
            lang,
            count=each.count,
            amount=f"{each.currency} {_amount(each.minor, each.currency):,}",
        )
        for each in fees.not_charged
    ]
    return (*notes, text("fee.advice", lang))


def _codes(items: Sequence[ItemFee]) -> list[str]:
    return sorted({item.currency for item in items})


def _amount(minor: int, currency: str) -> Decimal:
    return decimals([minor], currency)[0]
