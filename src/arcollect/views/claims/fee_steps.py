"""How a late fee was computed: one row a step, one line a document."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.money import exponent
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals, places
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.claims.fee_steps import FeeStep
    from arcollect.analysis.claims.late_fee import ItemFee


def step_rate(step: FeeStep) -> str:
    """A daily rate as it is written: 0.05%, or 4.745%÷365 where it is an annual one."""
    if step.annual_rate is not None:
        return f"{rate_shown(step.annual_rate)}÷{step.day_basis}"
    return rate_shown(step.rate_per_day)


def rate_shown(rate: Fraction) -> str:
    """A rate as a percentage: 0.05%."""
    shown = places(rate * 100, 6).normalize()
    return f"{shown:f}%"


def fee_formula(item: ItemFee) -> str:
    """The whole calculation on one line: 180,000.00×0.05%×98 = 8,820.00 (R000-27, X-01)."""
    said = " + ".join(_step_formula(step, item.currency) for step in item.steps)
    if item.fee_paid_minor:
        said += f" - {_amount(item.fee_paid_minor, item.currency):,}"
    return f"{said} = {_amount(item.fee_minor, item.currency):,}"


def steps_table(items: Sequence[ItemFee], currency: str, lang: Lang) -> Table:
    """From, to, days, base, rate and fee of every step, unrounded (R-LAW-01)."""
    rows = [(item, step) for item in items for step in item.steps]
    column = Columns("fee.", rows, lang, currency)
    digits = exponent(currency)
    columns = (
        column("customer", Kind.TEXT, lambda r: r[0].customer, wide=True, minor=True),
        column("document_no", Kind.ID, lambda r: r[0].document_no),
        column("from", Kind.DATE, lambda r: r[1].first),
        column("to", Kind.DATE, lambda r: r[1].last),
        column("days", Kind.DAYS, lambda r: r[1].days),
        column.money("base", lambda r: r[1].base_minor),
        column("rate", Kind.TEXT, lambda r: step_rate(r[1])),
        column(
            "step_fee",
            Kind.NUMBER,
            lambda r: places(r[1].fee_exact / 10**digits, digits + 2),
        ),
    )
    note = text("fee.rounding", lang)
    title = f"{text('fee.steps', lang)} {currency}"
    return Table(f"fee.steps.{currency}", title, columns, (), (note,))


def _step_formula(step: FeeStep, currency: str) -> str:
    return f"{_amount(step.base_minor, currency):,}×{step_rate(step)}×{step.days}"


def _amount(minor: int, currency: str) -> Decimal:
    return decimals([minor], currency)[0]
