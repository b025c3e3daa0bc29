"""What one customer owes, sorted into what may be demanded and what may not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from arcollect.analysis.chase.history.disputes import disputed
from arcollect.analysis.chase.notice import Demand, NoLetter
from arcollect.analysis.claims.late_fee import on_base
from arcollect.analysis.keys import PARTY, group_codes, sums
from arcollect.analysis.position import Apart
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.keys import Ints
    from arcollect.analysis.position import Position
    from arcollect.errors import Message
    from arcollect.register.entries import DisputeEntry

Key: TypeAlias = tuple[str, str, str]  # company, customer_key, currency
Row: TypeAlias = Mapping[str, object]

_FROM_ITEMS = (
    "source", "sheet", "row", "document_no", "invoice_no", "order_no", "contract_no", "goods",
    "delivery_date", "terms", "fee_clause",
)  # fmt: skip
_FROM_OPEN = (
    "item", "issue_date", "due_date", "has_due_date", "days_past_due",
    "amount_minor", "open_minor", "apart",
)  # fmt: skip
_OF_DEMAND = (
    "item", "document_no", "invoice_no", "order_no", "contract_no", "goods", "issue_date",
    "delivery_date", "terms", "due_date", "days_past_due", "amount_minor", "open_minor",
    "disputed_minor", "demanded_minor",
)  # fmt: skip
"""The first fields of `Demand`, in its order: they are filled column by column."""
_NO_DOCUMENT = "no-document"
_NO_DUE_DATE = "no-due-date"
_DISPUTED = "disputed"
_REPEATED = "repeated"
_SAME = ("account", "document_no", "invoice_no", "issue_date", "due_date", "amount_minor")
"""What two rows have in common that are perhaps one document entered twice (T-19)."""


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
    credited_minor: int = 0  # of which our own credit notes; the rest was received
    overdue: list[Demand] = field(default_factory=list)
    upcoming: list[Demand] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    incomplete: list[Incomplete] = field(default_factory=list)
    is_consecutive: bool = False


def accounts(
    position: Position, fees: Fees, pre_due_days: int, disputes: Iterable[DisputeEntry] = ()
) -> list[Account]:
    """One account per (company, customer, currency), in that order.

    Overdue means past due by the due date with at least one day; items that
    stand apart (small difference, related party, retention, bill in hand,
    written off), disputed parts and what looks like a document entered twice are
    held, not demanded (U-02, U-05). Of the ledger's disputed part and that of the
    register's open `disputes` the greater one counts: mostly they are the same.
    """
    (of_item, of_credit), parties = group_codes([position.open, position.credits], PARTY)
    found = _opened(position, of_item, of_credit, parties)
    items = _near(position, of_item, pre_due_days)
    contested = disputed(items, [account.key for account in found], disputes)
    items = _without(items, contested)
    numbered = (items["document_no"] != "") | (items["invoice_no"] != "")
    can_be_asked = items["has_due_date"] & (items["apart"] == str(Apart.NO)) & numbered
    can_be_asked &= (items["demanded_minor"] > 0) & ~items["repeats"]
    for number, demand in _demands(items[can_be_asked], fees):
        account = found[number]
        (account.overdue if demand.days_past_due > 0 else account.upcoming).append(demand)
    for row in rows(items[~can_be_asked | (items["disputed_minor"] > 0)]):
        _hold_back(found[_int(row, "account")], row)
    in_a_row = _consecutive(position.documents, position.as_of)
    for account in found:
        account.is_consecutive = account.key in in_a_row
        account.overdue.sort(key=_oldest)
        account.upcoming.sort(key=_oldest)
    return sorted(found, key=lambda account: account.key)


def _opened(
    position: Position, of_item: Ints, of_credit: Ints, parties: pd.DataFrame
) -> list[Account]:
    """Every account with its sums and the first name seen, by group number."""
    count = len(parties)
    money = position.open["open_minor"].to_numpy(np.int64)
    late = position.open["days_past_due"].to_numpy(np.int64) > 0
    unapplied = position.credits["unapplied_minor"].to_numpy(np.int64)
    ours = (position.credits["kind"].astype(object) == ItemKind.CREDIT).to_numpy(bool)
    columns = (
        parties[list(PARTY)].itertuples(index=False, name=None),
        _first_names(position, of_item, of_credit),
        sums(of_item, money, count).tolist(),
        sums(of_item[late], money[late], count).tolist(),
        sums(of_credit, unapplied, count).tolist(),
        sums(of_credit[ours], unapplied[ours], count).tolist(),
    )
    return [Account(*facts) for facts in zip(*columns, strict=True)]


def _first_names(position: Position, of_item: Ints, of_credit: Ints) -> list[str]:
    _, first = np.unique(np.concatenate([of_item, of_credit]), return_index=True)
    last = len(of_item)
    of_open = position.open["customer"].iloc[first[first < last]].tolist()
    of_credits = position.credits["customer"].iloc[first[first >= last] - last].tolist()
    names = np.empty(len(first), dtype=object)
    names[first < last], names[first >= last] = of_open, of_credits
    return [str(name) for name in names]


def _near(position: Position, of_item: Ints, pre_due_days: int) -> pd.DataFrame:
    """Open items that are due, nearly due or of unknown due date, with their account.

    Days always count from the due date, also where aging counts from the issue.
    """
    open_ = position.open
    days = open_["days_past_due"].to_numpy(np.int64)
    near = np.flatnonzero((days >= -pre_due_days) | ~open_["has_due_date"].to_numpy(bool))
    chosen = open_.iloc[near]
    known = chosen[list(_FROM_OPEN)].reset_index(drop=True)
    more = position.ledger.items.loc[known["item"], list(_FROM_ITEMS)].reset_index(drop=True)
    money = known["open_minor"].to_numpy(np.int64)
    disputed = np.clip(chosen["disputed_minor"].to_numpy(np.int64), 0, money)
    found = known.join(more).assign(
        account=of_item[near],
        disputed_minor=disputed,
        demanded_minor=money - disputed,
        contested_minor=0,
    )
    is_lines = position.ledger.source.form == "invoice-lines"  # equal lines are common there
    return found.assign(
        repeats=found.duplicated(list(_SAME)).to_numpy(bool) & np.bool_(not is_lines)
    )


def _without(items: pd.DataFrame, contested: Ints) -> pd.DataFrame:
    """The items with what is contested by the register taken out of the demand."""
    if not contested.any():
        return items
    part = np.maximum(items["disputed_minor"].to_numpy(np.int64), contested)
    owed = items["open_minor"].to_numpy(np.int64)
    more = part - items["disputed_minor"].to_numpy(np.int64)
    return items.assign(disputed_minor=part, demanded_minor=owed - part, contested_minor=more)


def _demands(items: pd.DataFrame, fees: Fees) -> Iterator[tuple[int, Demand]]:
    """What may be asked for, with the number of its account."""
    by_item = {fee.item: fee for fee in fees.items}
    contested = zip(items["item"].tolist(), items["contested_minor"].tolist(), strict=True)
    charged = [
        on_base(f, f.base_minor - minor) if (f := by_item.get(n)) else None
        for n, minor in contested
    ]
    columns = [
        *(_values(items[name]) for name in _OF_DEMAND),
        [fee.fee_minor if fee else 0 for fee in charged],
        [
            (f.clause if f else "") or own
            for f, own in zip(charged, items["fee_clause"], strict=True)
        ],
        [fee.steps if fee else () for fee in charged],
        [fee.ground if fee else "contract" for fee in charged],
    ]
    demands = (Demand(*facts) for facts in zip(*columns, strict=True))
    yield from zip(items["account"].tolist(), demands, strict=True)


def _hold_back(account: Account, row: Row) -> None:
    """Say why an item, or the disputed part of it, is not demanded."""
    is_overdue, apart = _int(row, "days_past_due") > 0, str(row["apart"])
    if not row["has_due_date"]:
        account.held[_NO_DUE_DATE] += _int(row, "open_minor")
        account.incomplete.append(_incomplete("due_date", row, _int(row, "open_minor")))
        return
    if apart != Apart.NO:
        _hold(account, apart, _int(row, "open_minor"), counts=is_overdue)
        return
    _hold(account, _DISPUTED, _int(row, "disputed_minor"), counts=is_overdue)
    demanded = _int(row, "demanded_minor")
    if demanded > 0 and not (row["document_no"] or row["invoice_no"]):
        _hold(account, _NO_DOCUMENT, demanded, counts=is_overdue)
        account.incomplete.append(_incomplete("document", row, demanded))
    elif row["repeats"]:
        _hold(account, _REPEATED, demanded, counts=is_overdue)


def _incomplete(fact: str, row: Row, minor: int) -> Incomplete:
    where = f"{row['source']} {row['sheet']}:{row['row']}".strip()
    return Incomplete(fact, str(row["document_no"]) or str(row["invoice_no"]), where, minor)


def _hold(account: Account, why: str, minor: int, *, counts: bool) -> None:
    if counts and minor:
        account.held[why] += minor


def _consecutive(documents: pd.DataFrame, as_of: dt.date) -> set[Key]:
    """Who has two documents in a row open and late (R001-06).

    In the order of their issue, among those that fell due; disputed ones and
    those that stand apart are not counted.
    """
    is_plain = (documents["apart"].astype(object) == "") & ~documents["is_disputed"]
    has_fallen_due = documents["due_date"].to_numpy("datetime64[D]") < np.datetime64(as_of, "D")
    counted = documents[is_plain & has_fallen_due]
    ordered = counted.sort_values(["issue_date", "due_date", "item"], kind="stable")
    (party,), parties = group_codes([ordered], PARTY)
    late = (ordered["is_open"] & (ordered["days_late"] > 0)).to_numpy(bool)
    order = np.argsort(party, kind="stable")
    party, late = party[order], late[order]
    again = late[1:] & late[:-1] & (party[1:] == party[:-1])
    found = parties.iloc[np.unique(party[1:][again])]
    return set(found[list(PARTY)].itertuples(index=False, name=None))


def rows(frame: pd.DataFrame) -> Iterable[Row]:
    """Each row of a frame as a mapping; dates are dates, NaT is None."""
    names = list(frame.columns)
    columns = [_values(frame[name]) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def _values(column: pd.Series) -> list[Any]:
    days = column.dtype.kind == "M"
    return list(column.to_numpy("datetime64[D]").tolist() if days else column.tolist())


def _oldest(demand: Demand) -> tuple[dt.date, str, int]:
    return demand.due_date, demand.document_no, demand.item


def _int(row: Row, name: str) -> int:
    value = row[name]
    return value if isinstance(value, int) else int(str(value))


def no_letter(account: Account, why: Message, missing: tuple[str, ...] = ()) -> NoLetter:
    """An account that gets no letter or paper, and why; missing: mandatory facts (U-21)."""
    return NoLetter(
        company=account.key[0],
        customer_key=account.key[1],
        customer=account.customer,
        currency=account.key[2],
        open_minor=account.open_minor,
        overdue_minor=account.overdue_minor,
        why=why,
        missing=missing,
        unapplied_minor=account.unapplied_minor,
        not_demanded=tuple(sorted(account.held.items())),
    )
