"""Whether customers that should be strangers share an account, a phone or an address."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from arcollect.analysis.outcome.audit.desk import Desk, grouped, repeated, stated
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Hint,
    Weight,
    Whose,
    listed,
    missing,
    places,
)
from arcollect.errors import message

LAST = 4
"""How much of an account or phone number is shown."""

_LEAST = {"account": 8, "phone": 7, "tax": 8, "address": 8}
_WEIGHTS = {
    "account": Weight.HIGH, "tax": Weight.MEDIUM, "phone": Weight.MEDIUM, "address": Weight.LOW,
}  # fmt: skip
_FIELDS = {
    "account": "bank_account", "tax": "customer_tax_id", "phone": "phone", "address": "address",
}  # fmt: skip
_COLUMNS = ["source", "sheet", "row", "customer_key", "customer", "kind", "value"]
_NOT_SIGNS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"[0-9]|号|弄|幢|栋")


def sharing(desk: Desk) -> Examined:
    """Accounts, tax ids, phones and addresses of more than one customer (R003-75).

    Customers of one code, of one name, or of one group in the policy, are one. Too short or too
    vague a value (a town alone) proves nothing. Only the last four figures are shown.
    """
    table = _table(desk)
    known = set(table["kind"])
    gaps = tuple(missing(field) for kind, field in _FIELDS.items() if kind not in known)
    hints = []
    each = table.drop_duplicates(["kind", "value", "who"])
    several = each[repeated(each, ("kind", "value"))]
    shared = table[table["value"].isin(several["value"])].reset_index(drop=True)
    for rows in grouped(shared, ("kind", "value")):
        found = shared.iloc[rows]
        if len(set(found["who"])) > 1:
            hints.append(_hint(found))
    return Examined("sharing", "R003-75", len(table), tuple(hints), gaps)


def _table(desk: Desk) -> pd.DataFrame:
    ledger = desk.position.ledger
    frames = (
        (ledger.customers, "account", "bank_account"),
        (desk.receipts, "account", "payer_account"),
        (ledger.customers, "tax", "customer_tax_id"),
        (desk.items, "tax", "customer_tax_id"),
        (ledger.contacts, "phone", "phone"),
        (ledger.customers, "address", "address"),
        (ledger.contacts, "address", "address"),
    )
    both = pd.concat([_values(*one) for one in frames], ignore_index=True)
    both = both.drop_duplicates(["kind", "value", "customer_key", "customer"], ignore_index=True)
    first = both.drop_duplicates("customer_key").set_index("customer_key")["customer"]
    names = {key: desk.identity(str(name)) for key, name in first.items()}
    return both.assign(who=both["customer_key"].map(names))


def _values(frame: pd.DataFrame, kind: str, column: str) -> pd.DataFrame:
    some = stated(frame, column).drop_duplicates(["customer_key", "customer", column])
    some = some.astype(object)
    some = some.assign(kind=kind, value=[comparable(kind, str(v)) for v in some[column]])
    return some[(some["value"] != "").to_numpy(bool)][_COLUMNS]


def comparable(kind: str, value: str) -> str:
    """A number or address without its spelling; "" where it is too short to mean anything."""
    text = _NOT_SIGNS.sub("", unicodedata.normalize("NFKC", value)).upper()
    if kind == "phone":
        text = "".join(c for c in text if c.isdigit()).removeprefix("86")
    if kind == "address" and not _NUMBERED.search(text):
        return ""
    return text if len(text) >= _LEAST[kind] and len(set(text)) > 1 else ""


def masked(kind: str, value: str) -> str:
    """The end of a number; of an address nothing: its rows say where it stands."""
    return "" if kind == "address" else value[-LAST:]


def _hint(found: pd.DataFrame) -> Hint:
    kind, value = str(found["kind"].iloc[0]), str(found["value"].iloc[0])
    names = found.drop_duplicates("who")["customer"].astype(str)
    facts = {"count": len(names), "names": listed(names)}
    if kind != "address":
        facts["end"] = masked(kind, value)
    return Hint(
        "sharing", "R003-75", _WEIGHTS[kind], Whose(), None, places(found),
        message(f"audit_why.shared_{kind}", **facts), message("audit_why.shared_limit"),
    )  # fmt: skip
