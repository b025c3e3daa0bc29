"""The late fees: one row per item, and one row per step of the calculation."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from arcollect.money import exponent
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals, places
from arcollect.views.table import Column, Kind, Table, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from arcollect.analysis.claims.late_fee import Fees, FeeStep, ItemFee

Row = TypeVar("Row")


def fee_tables(fees: Fees, lang: Lang) -> list[Table]:
    """Per currency: the items with their fee, then the steps that prove it."""
    currencies = sorted({item.currency for item in fees.items})
    tables = []
    for currency in currencies:
        items = [item for item in fees.items if item.currency == currency]
        first = currency == currencies[0]
        tables += [_items(items, fees, currency, lang, first=first), _steps(items, currency, lang)]
    return tables or [_items([], fees, "", lang)]


def rate_shown(rate_per_day: Fraction) -> str:
    """A daily rate as a percentage: 0.05%."""
    shown = places(rate_per_day * 100, 6).normalize()
    return f"{shown:f}%"


def fee_formula(item: ItemFee) -> str:
    """The whole calculation on one line: 180,000.00×0.05%×98天 (R000-27, X-01)."""
    parts = [_step_formula(step, item.currency) for step in item.steps]
    total = decimals([item.fee_minor], item.currency)[0]
    return f"{' + '.join(parts)} = {total:,}"


def _step_formula(step: FeeStep, currency: str) -> str:
    base = decimals([step.base_minor], currency)[0]
    return f"{base:,}×{rate_shown(step.rate_per_day)}×{step.days}"


def _items(
    items: list[ItemFee], fees: Fees, currency: str, lang: Lang, *, first: bool = True
) -> Table:
    column = _columns(items, lang)
    columns = (
        column("customer", Kind.TEXT, lambda i: i.customer, wide=True),
        column("document_no", Kind.ID, lambda i: i.document_no),
        column("due_date", Kind.DATE, lambda i: i.due_date),
        column("days_past_due", Kind.DAYS, lambda i: i.days_past_due),
        column(
            "base",
            Kind.MONEY,
            lambda i: decimals([i.base_minor], currency)[0],
            summed=True,
        ),
        column(
            "fee",
            Kind.MONEY,
            lambda i: decimals([i.fee_minor], currency)[0],
            summed=True,
        ),
        column("scheme", Kind.TEXT, lambda i: text(f"fee.scheme_{i.scheme}", lang)),
        column("basis", Kind.TEXT, lambda i: say(i.basis_why, lang), wide=True),
        column("formula", Kind.TEXT, fee_formula, wide=True, minor=True),
    )
    notes = _notes(fees, lang) if first else ()
    key = f"fee.{currency}" if currency else "fee"
    title = f"{text('fee.title', lang)} {currency}".strip()
    return Table(key, title, columns, (), notes, text("common.total", lang))


def _steps(items: list[ItemFee], currency: str, lang: Lang) -> Table:
    rows = [(item, step) for item in items for step in item.steps]
    column = _columns(rows, lang)
    digits = exponent(currency)
    columns = (
        column("document_no", Kind.ID, lambda r: r[0].document_no),
        column("from", Kind.DATE, lambda r: r[1].first),
        column("to", Kind.DATE, lambda r: r[1].last),
        column("days", Kind.DAYS, lambda r: r[1].days),
        column("base", Kind.MONEY, lambda r: decimals([r[1].base_minor], currency)[0]),
        column("rate", Kind.TEXT, lambda r: rate_shown(r[1].rate_per_day)),
        column(
            "step_fee",
            Kind.NUMBER,
            lambda r: places(r[1].fee_exact / 10**digits, digits + 2),
        ),
    )
    note = text("fee.rounding", lang)
    return Table(f"fee.steps.{currency}", text("fee.steps", lang), columns, (), (note,))


def _columns(rows: Sequence[Row], lang: Lang) -> Callable[..., Column]:
    def column(
        key: str,
        kind: Kind,
        value: Callable[[Row], Value],
        *,
        summed: bool = False,
        **more: bool,
    ) -> Column:
        values = [value(row) for row in rows]
        foot: Decimal | None = None
        if summed:
            foot = sum((v for v in values if isinstance(v, Decimal)), Decimal(0))
        title = text(f"fee.{key}", lang)
        return Column(key, title, kind, values, (), foot, sums=summed, **more)

    return column


def _notes(fees: Fees, lang: Lang) -> tuple[str, ...]:
    notes = [text("fee.none", lang)] if not fees.items else [text("fee.rule", lang)]
    if fees.without_basis:
        amounts = " · ".join(f"{c} {decimals([m], c)[0]:,}" for c, m in fees.without_basis_minor)
        notes.append(text("fee.without_basis", lang, count=fees.without_basis, amounts=amounts))
    return (*notes, text("fee.advice", lang))
