"""What one customer owes, sorted into what may be demanded and what may not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from arcollect.analysis.chase.notice import Demand
from arcollect.analysis.position import Apart

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.claims.late_fee import Fees, ItemFee
    from arcollect.analysis.position import Position

Key: TypeAlias = tuple[str, str, str]  # company, customer_key, currency
Row: TypeAlias = Mapping[str, object]

_FROM_ITEMS = (
    "source", "sheet", "row", "invoice_no", "order_no", "contract_no", "goods",
    "delivery_date", "terms", "fee_clause",
)  # fmt: skip
_FROM_OPEN = (
    "company", "customer_key", "customer", "currency", "item", "document_no", "issue_date",
    "due_date", "amount_minor", "open_minor", "disputed_minor", "apart",
)  # fmt: skip
_FROM_CREDITS = ("company", "customer_key", "customer", "currency", "unapplied_minor")
_NO_DOCUMENT = "no-document"
_NO_DUE_DATE = "no-due-date"
_DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Incomplete:
    """An open item without a document number or a due date: nobody can demand it."""

    fact: str  # document | due_date
    document: str
    where: str  # file, sheet and row
    minor: int


@dataclass(slots=True)
class Account:
    """Everything open between one own company and one customer in one currency.

    overdue and upcoming hold what may be demanded, oldest due date first;
    held the reasons why other overdue money is not, with its minor units;
    incomplete the items that lack a mandatory fact (U-21).
    """

    key: Key
    customer: str = ""
    open_minor: int = 0
    overdue_minor: int = 0
    unapplied_minor: int = 0
    overdue: list[Demand] = field(default_factory=list)
    upcoming: list[Demand] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    incomplete: list[Incomplete] = field(default_factory=list)
    is_consecutive: bool = False


def accounts(position: Position, fees: Fees, pre_due_days: int) -> list[Account]:
    """One account per (company, customer, currency), in that order.

    Overdue means past due by the due date with at least one day; items that
    stand apart (small difference, related party, retention, bill in hand,
    written off) and disputed parts are held, not demanded (U-02, U-05).
    """
    found: dict[Key, Account] = {}
    by_item = {fee.item: fee for fee in fees.items}
    for row in _open_rows(position):
        account = _account(found, row)
        account.open_minor += _int(row, "open_minor")
        due = row["due_date"]
        if not isinstance(due, dt.date):
            account.held[_NO_DUE_DATE] += _int(row, "open_minor")
            account.incomplete.append(_incomplete("due_date", row, _int(row, "open_minor")))
        elif (position.as_of - due).days >= -pre_due_days:
            _sort(account, row, (position.as_of - due).days, by_item)
    for row in rows(position.credits[list(_FROM_CREDITS)]):
        account = _account(found, row)
        account.unapplied_minor += _int(row, "unapplied_minor")
    in_a_row = _consecutive(position.documents, position.as_of)
    for key, account in found.items():
        account.is_consecutive = key in in_a_row
        account.overdue.sort(key=_oldest)
        account.upcoming.sort(key=_oldest)
    return [found[key] for key in sorted(found)]


def _account(found: dict[Key, Account], row: Row) -> Account:
    key = _key(row)
    if key not in found:
        found[key] = Account(key, str(row["customer"]))
    return found[key]


def _sort(account: Account, row: Row, days: int, fees: Mapping[int, ItemFee]) -> None:
    """Put an item among overdue or upcoming, or say why it is held.

    Days always count from the due date, also where aging counts from the issue.
    """
    is_overdue = days > 0
    account.overdue_minor += _int(row, "open_minor") if is_overdue else 0
    apart = str(row["apart"])
    if apart != Apart.NO:
        _hold(account, apart, _int(row, "open_minor"), counts=is_overdue)
        return
    demand = _demand(row, days, fees.get(_int(row, "item")))
    _hold(account, _DISPUTED, demand.disputed_minor, counts=is_overdue)
    if demand.demanded_minor <= 0:
        return
    if not (demand.document_no or demand.invoice_no):
        _hold(account, _NO_DOCUMENT, demand.demanded_minor, counts=is_overdue)
        account.incomplete.append(_incomplete("document", row, demand.demanded_minor))
        return
    (account.overdue if is_overdue else account.upcoming).append(demand)


def _incomplete(fact: str, row: Row, minor: int) -> Incomplete:
    where = f"{row['source']} {row['sheet']}:{row['row']}".strip()
    return Incomplete(fact, str(row["document_no"]) or str(row["invoice_no"]), where, minor)


def _hold(account: Account, why: str, minor: int, *, counts: bool) -> None:
    if counts and minor:
        account.held[why] += minor


def _demand(row: Row, days: int, fee: ItemFee | None) -> Demand:
    open_minor = _int(row, "open_minor")
    disputed = min(max(_int(row, "disputed_minor"), 0), open_minor)
    return Demand(
        item=_int(row, "item"),
        document_no=str(row["document_no"]),
        invoice_no=str(row["invoice_no"]),
        order_no=str(row["order_no"]),
        contract_no=str(row["contract_no"]),
        goods=str(row["goods"]),
        issue_date=_date(row, "issue_date"),
        delivery_date=_date(row, "delivery_date"),
        terms=str(row["terms"]),
        due_date=_required(row, "due_date"),
        days_past_due=days,
        amount_minor=_int(row, "amount_minor"),
        open_minor=open_minor,
        disputed_minor=disputed,
        demanded_minor=open_minor - disputed,
        fee_minor=fee.fee_minor if fee else 0,
        clause=(fee.clause if fee else "") or str(row["fee_clause"]),
        fee_steps=fee.steps if fee else (),
    )


def _consecutive(documents: pd.DataFrame, as_of: dt.date) -> set[Key]:
    """Who has two documents in a row open and late (R001-06).

    In the order of their issue, among those that fell due; disputed ones and
    those that stand apart are not counted.
    """
    is_plain = (documents["apart"].astype(str) == "") & ~documents["is_disputed"]
    has_fallen_due = documents["due_date"].dt.date < as_of
    counted = documents[is_plain & has_fallen_due]
    ordered = counted.sort_values(["issue_date", "due_date", "item"], kind="stable")
    was_late: dict[Key, bool] = {}
    found: set[Key] = set()
    for row in rows(ordered):
        key, late = _key(row), bool(row["is_open"]) and _int(row, "days_late") > 0
        if late and was_late.get(key):
            found.add(key)
        was_late[key] = late
    return found


def _open_rows(position: Position) -> Iterable[Row]:
    """The open items, each with what only the ledger knows about it."""
    more = position.ledger.items.loc[position.open["item"], list(_FROM_ITEMS)]
    known = position.open[list(_FROM_OPEN)].reset_index(drop=True)
    return rows(known.join(more.reset_index(drop=True)))


def rows(frame: pd.DataFrame) -> Iterable[Row]:
    """Each row of a frame as a mapping; dates are dates, NaT is None."""
    names = list(frame.columns)
    columns = [_values(frame[name]) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def _values(column: pd.Series) -> list[object]:
    if column.dtype.kind != "M":
        return list(column.tolist())
    days = column.dt.date
    return [None if day != day else day for day in days]  # noqa: PLR0124  (NaT)


def _key(row: Row) -> Key:
    return str(row["company"]), str(row["customer_key"]), str(row["currency"])


def _oldest(demand: Demand) -> tuple[dt.date, str, int]:
    return demand.due_date, demand.document_no, demand.item


def _int(row: Row, name: str) -> int:
    value = row[name]
    return value if isinstance(value, int) else int(str(value))


def _required(row: Row, name: str) -> dt.date:
    day = _date(row, name)
    if day is None:  # pragma: no cover  (the caller has looked)
        raise ValueError(name)
    return day


def _date(row: Row, name: str) -> dt.date | None:
    value = row[name]
    return value if isinstance(value, dt.date) else None
