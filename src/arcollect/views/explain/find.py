"""Which documents, or which customer, a person means."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import pandas as pd

from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger

_NUMBERS = ("document_no", "invoice_no", "bill_no")
_NAMES = ("customer_key", "customer_code", "customer")


def documents(ledger: Ledger, what: str) -> pd.DataFrame:
    """Items whose document, invoice or bill number is `what`, case and spaces aside."""
    wanted = _plain(what)
    hits = [ledger.items[name].astype(str).map(_plain) == wanted for name in _NUMBERS]
    return ledger.items[hits[0] | hits[1] | hits[2]]


def customer_key(ledger: Ledger, what: str) -> str:
    """The one customer of that code or name, or whose name contains it.

    Raises UsageError where nothing or more than one customer fits; names the nearest.
    """
    wanted = _plain(what)
    people = _people(ledger)
    plain = {name: people[name].map(_plain) for name in _NAMES}
    exact = people[(plain["customer_code"] == wanted) | (plain["customer"] == wanted)]
    found = exact if len(exact) else people[plain["customer"].str.contains(wanted, regex=False)]
    keys = list(dict.fromkeys(found["customer_key"]))
    if len(keys) == 1:
        return str(keys[0])
    if keys:
        names = list(dict.fromkeys(found["customer"]))
        raise UsageError(message("explain.several", what=what, names=names[:10]))
    raise _unknown(ledger, what)


def _people(ledger: Ledger) -> pd.DataFrame:
    """Everybody with a document or a receipt: key, code, name."""
    payers = ledger.receipts[["customer_key", "customer"]].assign(customer_code="")
    both = [frame[list(_NAMES)].astype(str) for frame in (ledger.items, payers)]
    return pd.concat(both).drop_duplicates()


def _unknown(ledger: Ledger, what: str) -> UsageError:
    known = [
        *(number for name in _NUMBERS for number in ledger.items[name].astype(str).unique()),
        *_people(ledger)["customer"].unique(),
    ]
    near = get_close_matches(what, [name for name in known if name], n=3, cutoff=0.5)
    hint = message("explain.nearest", names=near) if near else message("explain.unknown_hint")
    return UsageError(message("explain.unknown", what=what), hint)


def _plain(word: str) -> str:
    return "".join(word.split()).casefold()
