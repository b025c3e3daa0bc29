"""How a late fee was computed: one row a step, one line a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from arcollect.money import exponent
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals, places
from arcollect.views.table import Column, Kind, Table, Value

if TYPE_CHECKING:
    from arcollect.analysis.claims.fee_steps import FeeStep
    from arcollect.analysis.claims.late_fee import ItemFee

Row = TypeVar("Row")


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
    column = columns_of(rows, lang)
    digits = exponent(currency)
    columns = (
        column("customer", Kind.TEXT, lambda r: r[0].customer, wide=True, minor=True),
        column("document_no", Kind.ID, lambda r: r[0].document_no),
        column("from", Kind.DATE, lambda r: r[1].first),
        column("to", Kind.DATE, lambda r: r[1].last),
        column("days", Kind.DAYS, lambda r: r[1].days),
        column("base", Kind.MONEY, lambda r: _amount(r[1].base_minor, currency)),
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


def columns_of(rows: Sequence[Row], lang: Lang) -> Callable[..., Column]:
    """A maker of columns over these rows, titled from the chapter `fee`."""

    def column(
        key: str, kind: Kind, value: Callable[[Row], Value], *, summed: bool = False, **more: Any
    ) -> Column:
        values = [value(row) for row in rows]
        foot: Decimal | None = None
        if summed:
            foot = sum((v for v in values if isinstance(v, Decimal)), Decimal(0))
        title = text(f"fee.{key}", lang)
        return Column(key, title, kind, values, (), foot, sums=summed, **more)

    return column


def _step_formula(step: FeeStep, currency: str) -> str:
    return f"{_amount(step.base_minor, currency):,}×{step_rate(step)}×{step.days}"


def _amount(minor: int, currency: str) -> Decimal:
    return decimals([minor], currency)[0]
