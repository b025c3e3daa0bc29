"""Letters from ledgers written as tables."""

from __future__ import annotations

import dataclasses
import datetime as dt
from fractions import Fraction

from tests.analysis.build import _rows, day, frame, ledger

from arcollect.analysis.chase.dunning import Dunning, dun
from arcollect.analysis.claims.late_fee import Fees, FeeStep, ItemFee
from arcollect.analysis.position import Position, stand
from arcollect.errors import message
from arcollect.ledger.schema import CONTACT_COLUMNS
from arcollect.money import round_half_up_div
from arcollect.policy import Policy

US = {"name": "宏远轴承有限公司", "bank": "示例银行西湖支行", "bank_account": "1234 5678"}
NO_FEES = Fees(())


def position(items: str, as_of: str, customers: str = "", contacts: str = "") -> Position:
    """Where these tables stand, credits kept apart; `remark` says why an item is apart."""
    book = ledger(items, customers=customers, cutoff=day(as_of))
    book = dataclasses.replace(book, contacts=frame(CONTACT_COLUMNS, _rows(contacts)))
    rules = Policy.model_validate({"aging": {"credits": "separate"}})
    stood = stand(book, day(as_of), rules)
    apart = book.items["remark"].astype(str).loc[stood.open["item"]].to_numpy()
    return dataclasses.replace(stood, open=stood.open.assign(apart=apart))


def daily_fee(where: Position, rate: str = "0.0005", clause: str = "第5条") -> Fees:
    """A flat fee on every overdue item, one step each."""
    share = Fraction(rate)
    late = where.open[where.open["days_past_due"] > 0]
    return Fees(tuple(_item_fee(row, share, clause) for row in late.itertuples()))


def _item_fee(row: object, rate: Fraction, clause: str) -> ItemFee:
    due, days, base = row.due_date.date(), row.days_past_due, row.open_minor  # type: ignore[attr-defined]
    exact = base * rate * days
    first = due + dt.timedelta(days=1)
    step = FeeStep(first, due + dt.timedelta(days=days), days, base, rate, exact)
    return ItemFee(
        item=row.item,  # type: ignore[attr-defined]
        company=row.company,  # type: ignore[attr-defined]
        customer_key=row.customer_key,  # type: ignore[attr-defined]
        customer=row.customer,  # type: ignore[attr-defined]
        currency=row.currency,  # type: ignore[attr-defined]
        document_no=row.document_no,  # type: ignore[attr-defined]
        due_date=due,
        days_past_due=days,
        base_minor=base,
        scheme="flat",
        clause=clause,
        steps=(step,),
        fee_minor=round_half_up_div(exact.numerator, exact.denominator),
        basis_why=message("claims_why.row"),
    )


def policy(**letters: object) -> Policy:
    """One own company, and some values of the letters section changed."""
    return Policy.model_validate({"company": [US], "letters": letters})


def dunned(
    items: str,
    as_of: str,
    *,
    customers: str = "",
    contacts: str = "",
    rules: Policy | None = None,
) -> Dunning:
    """The letters for these tables, no fees."""
    where = position(items, as_of, customers, contacts)
    return dun(where, NO_FEES, rules or policy())
