"""What matching by reference and first-in-first-out make of the same journal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pandas as pd

from arcollect.analysis.position import Position, stand

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

PARTY = ["company", "customer_key", "customer", "currency"]


def compare(ledger: Ledger, as_of: dt.date, policy: Policy) -> pd.DataFrame:
    """Per customer: open, overdue and unapplied money by reference and by FIFO.

    By reference a receipt that names no document stays unapplied; FIFO takes it to the
    oldest one. Columns `open_reference`, `open_fifo`, … in minor units and
    `difference` = open by reference less open by FIFO; only customers who differ.
    Net balances are the same in both, to the cent.
    """
    both = {
        way: _figures(stand(ledger, as_of, _with(policy, mode)))
        for way, mode in (("reference", "by-reference"), ("fifo", "fifo"))
    }
    found = pd.concat([f.add_suffix(f"_{way}") for way, f in both.items()], axis=1)
    found = found.fillna(0).astype("int64")
    found["difference"] = found["open_reference"] - found["open_fifo"]
    return found.loc[found["difference"] != 0].reset_index()


def _with(policy: Policy, mode: str) -> Policy:
    aging = policy.aging.model_copy(update={"credits": mode})
    return policy.model_copy(update={"aging": aging})


def _figures(position: Position) -> pd.DataFrame:
    opened, credits_ = position.open, position.credits
    overdue = opened["open_minor"].where(opened["days_past_due"] > 0, 0)
    return pd.DataFrame(
        {
            "open": _sums(opened.assign(minor=opened["open_minor"])),
            "overdue": _sums(opened.assign(minor=overdue)),
            "unapplied": _sums(credits_.assign(minor=credits_["unapplied_minor"])),
        }
    )


def _sums(frame: pd.DataFrame) -> pd.Series:
    keys = [frame[name].astype(str) for name in PARTY]
    return frame["minor"].groupby(keys).sum()
