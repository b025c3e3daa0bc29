"""One name for one customer: the customers sheet's, else the newest document's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from arcollect.ledger.schema import Ledger


def chosen_names(ledger: Ledger) -> dict[str, str]:
    """The name to use for each customer key that the items know under several names.

    A renamed customer must get one letter to its present name: the name in the
    customers sheet where it is there, else that of the newest dated document (DESIGN,
    identity). What each document says stays in `Ledger.items`.
    """
    pairs = ledger.items[["customer_key", "customer"]].drop_duplicates()
    keys = pairs["customer_key"].astype(str)
    several = sorted(set(keys[keys.duplicated()]))
    if not several:
        return {}
    rows = ledger.items[ledger.items["customer_key"].isin(several)]
    newest = rows.sort_values("issue_date", kind="stable", na_position="first")
    found = _names(newest)
    sheet = ledger.customers[ledger.customers["customer_key"].isin(several)]
    return found | {key: name for key, name in _names(sheet).items() if name}


def renamed(frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The frame with each customer under its chosen name."""
    if not names or not len(frame):
        return frame
    keys = frame["customer_key"].astype(object)
    called = keys.map(names).fillna(frame["customer"].astype(object))
    return frame.assign(customer=called.astype("category"))


def _names(rows: pd.DataFrame) -> dict[str, str]:
    """The last name of each key, in the order of the rows."""
    keys, names = (rows[column].astype(str) for column in ("customer_key", "customer"))
    return dict(zip(keys, names, strict=True))
