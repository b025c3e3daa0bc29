"""Whether one person holds two keys, or the same key for too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.outcome.audit.desk import Desk, grouped, is_filled, repeated, stated
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Place,
    Weight,
    Whose,
    listed,
    missing,
    places,
)
from arcollect.errors import message

if TYPE_CHECKING:
    import datetime as dt

ROLES = {
    "credit": "limit_approver",
    "contract": "contract_signer",
    "collect": "collector",
    "cash": "cashier",
}
"""The four steps that different people should take (R003-71), and their columns."""

PAIRS = tuple(
    frozenset(pair)
    for pair in (
        ("credit", "contract"), ("credit", "collect"), ("credit", "cash"),
        ("contract", "collect"), ("contract", "cash"), ("collect", "cash"),
        ("sales", "cash"), ("sales", "credit"),
    )
)  # fmt: skip
_SINCE = ["source", "sheet", "row", "customer", "collector", "collector_since_date"]
_COLUMNS = ["source", "sheet", "row", "customer_key", "customer", "person", "role"]


def segregation(desk: Desk) -> Examined:
    """Who takes two of the four steps for the same customer (R003-71).

    Credit, contract, collection, cash; also who sells and cashes, or sells and grants
    the limit. One hint per person and combination of steps, with all its customers.
    """
    table = _duties(desk)
    twice = table[repeated(table, ("customer_key", "person"))].reset_index(drop=True)
    known = set(table["role"])
    gaps = tuple(missing(field) for role, field in ROLES.items() if role not in known)
    hints: dict[tuple[str, tuple[str, ...]], list[pd.DataFrame]] = {}
    for rows in grouped(twice, ("customer_key", "person")):
        found = twice.iloc[rows]
        roles = set(found["role"])
        held = {role for pair in PAIRS if pair <= roles for role in pair}
        if held:
            key = str(found["person"].iloc[0]), tuple(sorted(held))
            hints.setdefault(key, []).append(found[found["role"].isin(held)])
    made = tuple(_two_keys(*key, pd.concat(rows)) for key, rows in hints.items())
    people = len(set(table["person"])) if any(pair <= known for pair in PAIRS) else 0
    return Examined("segregation", "R003-71", people, made, gaps)


def _duties(desk: Desk) -> pd.DataFrame:
    """Who did what for whom: one row per customer, person and step."""
    ledger = desk.position.ledger
    frames = (
        (ledger.customers, "credit", "limit_approver"),
        (ledger.customers, "contract", "contract_signer"),
        (desk.items, "contract", "contract_signer"),
        (ledger.customers, "collect", "collector"),
        (desk.items, "collect", "collector"),
        (desk.receipts, "cash", "cashier"),
        (ledger.customers, "sales", "salesperson"),
        (desk.items, "sales", "salesperson"),
    )
    found = [_duty(*one) for one in frames]
    both = pd.concat(found, ignore_index=True)
    return both.drop_duplicates(["customer_key", "person", "role"], ignore_index=True)


def _duty(frame: pd.DataFrame, role: str, column: str) -> pd.DataFrame:
    some = stated(frame, column).drop_duplicates(["customer_key", column])
    person = [" ".join(str(name).split()) for name in some[column]]
    return some.astype(object).assign(person=person, role=role)[_COLUMNS]


def _two_keys(person: str, roles: tuple[str, ...], rows: pd.DataFrame) -> Hint:
    customers = list(dict.fromkeys(map(str, rows["customer"])))
    steps = [message(f"audit_why.role_{role}") for role in roles]
    measured = message(
        "audit_why.segregation", person=person, steps=steps, count=len(customers),
        names=listed(customers),
    )  # fmt: skip
    return Hint(
        "segregation", "R003-71", Weight.HIGH if "cash" in roles else Weight.MEDIUM,
        _one(customers), None, places(rows), measured, message("audit_why.segregation_limit"),
    )  # fmt: skip


def _one(customers: list[str]) -> Whose:
    return Whose(customer=customers[0] if len(customers) == 1 else "")


def same_hand(desk: Desk) -> Examined:
    """Documents entered and checked by the same person (R003-71): 制单 and 审核."""
    items = desk.items
    gaps = tuple(missing(f) for f in ("operator", "approver") if not is_filled(items, f))
    entered, checked = (items[name].astype(object) for name in ("operator", "approver"))
    both = ((entered != "") & (checked != "")).to_numpy(bool)
    same = items[both & (entered == checked).to_numpy(bool)].reset_index(drop=True)
    hints = tuple(
        Hint(
            "same_hand", "R003-71", Weight.MEDIUM, Whose(), None, places(same, rows),
            message("audit_why.same_hand", person=str(same["operator"].iloc[rows[0]]),
                    count=len(rows)),
            message("audit_why.same_hand_limit"),
        )
        for rows in grouped(same, ("operator",))
    )  # fmt: skip
    return Examined("same_hand", "R003-71", int(both.sum()), hints, gaps)


def rotation(desk: Desk) -> Examined:
    """Who has collected from the same customer for more than 730 days (R003-72).

    By the day on which the collector took over (customers sheet), or by the first of
    the contacts that the register holds. Exactly 730 days is no hint.
    """
    spans = [*_since(desk), *_contacts(desk)]
    limit = desk.rules.rotation_days
    by_person: dict[str, dict[str, tuple[int, tuple[Place, ...]]]] = {}
    for person, customer, first, where in spans:
        days = (desk.as_of - first).days
        if days > limit:
            kept = by_person.setdefault(person, {})
            known = kept.get(customer, (0, ()))
            kept[customer] = (max(days, known[0]), (*known[1], *where))
    hints = tuple(_too_long(person, kept, limit) for person, kept in by_person.items())
    gaps = () if spans else (Gap(message("audit_why.no_collector"), "collector_since_date"),)
    return Examined("rotation", "R003-72", len(spans), hints, gaps)


_Span = tuple[str, str, "dt.date", tuple[Place, ...]]


def _since(desk: Desk) -> Iterator[_Span]:
    customers = desk.position.ledger.customers[_SINCE]
    since = dates(customers["collector_since_date"])
    named = (customers["collector"].astype(object) != "").to_numpy(bool)
    for row in np.flatnonzero(named & ~np.isnat(since)):
        one = customers.iloc[row]
        where = places(customers, [int(row)])
        yield str(one["collector"]), str(one["customer"]), since[row].item(), where


def _contacts(desk: Desk) -> Iterator[_Span]:
    """From the first contact of a person who still makes contact after the limit."""
    first: dict[tuple[str, str], dt.date] = {}
    last: dict[tuple[str, str], dt.date] = {}
    for one in desk.history.contacts:
        key, day = (one.ours, one.customer), one.at.date()
        if one.ours and day <= desk.as_of:
            first[key] = min(day, first.get(key, day))
            last[key] = max(day, last.get(key, day))
    for (person, customer), day in first.items():
        if (last[person, customer] - day).days > desk.rules.rotation_days:
            yield person, customer, day, ()


def _too_long(person: str, kept: dict[str, tuple[int, tuple[Place, ...]]], limit: int) -> Hint:
    longest = max(kept, key=lambda name: kept[name][0])
    measured = message(
        "audit_why.rotation", person=person, count=len(kept), names=listed(kept),
        days=kept[longest][0],
    )  # fmt: skip
    where = tuple(sorted({place for _, found in kept.values() for place in found}))
    threshold = message("audit_why.rotation_limit", days=limit)
    return Hint(
        "rotation", "R003-72", Weight.LOW, _one(list(kept)), None, where, measured, threshold
    )
