"""The late fee of a letter, step by step: what anyone can check with a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arcollect.money import exponent, show
from arcollect.views.amounts import places
from arcollect.views.claims.fee_steps import step_rate

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Notice
    from arcollect.analysis.claims.fee_steps import FeeStep

FEE_LINES = 4  # more fee lines than these stand in an annex
STEP = ("document", "from_iso", "to_iso", "days", "base", "rate", "fee")


def fee_rows(notice: Notice) -> list[dict[str, str]]:
    """From, to, days, base, daily rate and fee of every step; exact, not rounded.

    Only where the letter states fees, and its formulas alone do not say the days: more
    documents than stand in its text, or one that was paid in parts or at several rates.
    """
    charged = [d for d in notice.items if d.fee_steps and d.fee_minor and notice.fee_minor]
    documents = [(d.document_no or d.invoice_no, d.fee_steps) for d in charged]
    documents += [(kept.document_no, kept.fee_steps) for kept in notice.paid_late]
    is_long = max(len(charged), len(notice.paid_late)) > FEE_LINES
    if not is_long and all(len(steps) == 1 for _, steps in documents):
        return []
    return [row for name, steps in documents for row in _rows(name, steps, notice.currency)]


def _rows(name: str, steps: tuple[FeeStep, ...], currency: str) -> Iterator[dict[str, str]]:
    digits = exponent(currency)
    for step in steps:
        fee = places(step.fee_exact / 10**digits, digits + 2)
        values = (
            name, step.first.isoformat(), step.last.isoformat(), str(step.days),
            show(step.base_minor, currency), step_rate(step), f"{fee:,}",
        )  # fmt: skip
        yield dict(zip(STEP, values, strict=True))
