"""Whether the customer itself paid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.audit.desk import Desk, grouped, is_filled, whose
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Hint,
    Weight,
    amount,
    missing,
    places,
)
from arcollect.errors import message

if TYPE_CHECKING:
    import pandas as pd

_MARKS = re.compile(r"[\W_]+")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FIRM = re.compile(r"公司|集团|厂|店|行|院|校|局|部|处|社|所|中心|银行|工作室|站|馆|会")
_NEEDED = (
    "source", "sheet", "row", "company", "customer_key", "currency", "customer", "payer",
    "amount_minor",
)  # fmt: skip
_COLUMNS = ("company", "customer_key", "currency", "payer")


def payers(desk: Desk) -> Examined:
    """Receipts paid by somebody else than the customer (R003-75).

    Names are compared without spaces, brackets and case; one that contains the other
    (a branch), former names of the customer, and names that the policy groups are the
    same. A payer that looks like a person or is another customer weighs more.
    """
    receipts = desk.receipts
    filled = (receipts["payer"].astype(object) != "").to_numpy(bool)
    named = receipts.loc[filled, list(_NEEDED)].reset_index(drop=True)
    known = _names(desk)
    every = {name: key for key, names in known.items() for name in names}
    hints = []
    payer, key, customer = (named[c].tolist() for c in ("payer", "customer_key", "customer"))
    for rows in grouped(named, _COLUMNS):
        at = int(rows[0])
        own = known.get(key[at], set()) | {_plain(desk, customer[at])}
        paid_by = _plain(desk, payer[at])
        if not any(_is_same(paid_by, name) for name in own):
            kind = _kind(payer[at], every.get(paid_by, key[at]) != key[at])
            hints.append(_hint(named.iloc[rows], payer[at], kind))
    gaps = () if is_filled(receipts, "payer") else (missing("payer"),)
    return Examined("payers", "R003-75", len(named), tuple(hints), gaps)


def _names(desk: Desk) -> dict[str, set[str]]:
    """Every name of each customer, as it is compared."""
    ledger = desk.position.ledger
    found: dict[str, set[str]] = {}
    for frame in (ledger.items, ledger.customers):
        pairs = frame[["customer_key", "customer"]].drop_duplicates()
        for key, name in zip(pairs["customer_key"], pairs["customer"], strict=True):
            found.setdefault(str(key), set()).add(_plain(desk, str(name)))
    return found


def _plain(desk: Desk, name: str) -> str:
    return _MARKS.sub("", desk.identity(name))


def _is_same(payer: str, name: str) -> bool:
    return bool(payer and name) and (payer in name or name in payer)


def _kind(payer: str, is_customer: bool) -> str:  # noqa: FBT001
    if is_customer:
        return "customer"
    is_person = _PERSON.fullmatch(payer.strip()) and not _FIRM.search(payer)
    return "person" if is_person else "other"


def _hint(some: pd.DataFrame, payer: str, kind: str) -> Hint:
    who = whose(some, 0)
    minor = int(some["amount_minor"].sum())
    facts = {"payer": payer, "count": len(some), "amount": amount(minor, who.currency)}
    weight = Weight.MEDIUM if kind == "other" else Weight.HIGH
    return Hint(
        "payers", "R003-75", weight, who, minor, places(some),
        message(f"audit_why.payer_{kind}", **facts), message("audit_why.payer_limit"),
    )  # fmt: skip
