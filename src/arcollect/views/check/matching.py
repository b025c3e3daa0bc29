"""By reference or first in, first out: what the choice changes, customer by customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.compared import compare
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Table

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

MONEY = ("open_reference", "unapplied_reference", "overdue_reference",
         "open_fifo", "unapplied_fifo", "overdue_fifo", "difference")  # fmt: skip


def matching_tables(
    ledger: Ledger, as_of: dt.date, policy: Policy, lang: Lang
) -> tuple[Table, ...]:
    """One table for a debit and credit journal; none for any other form."""
    if ledger.source.form != "journal":
        return ()
    found = compare(ledger, as_of, policy)
    currencies = found["currency"].tolist()
    columns = [
        Column("customer", text("check.matching_customer", lang), Kind.TEXT,
               found["customer"].tolist(), wide=True),
        Column("currency", text("check.currency", lang), Kind.TEXT, currencies),
        *(
            Column(name, text(f"check.matching_{name}", lang), Kind.MONEY,
                   [decimals([m], c)[0] for m, c in zip(found[name], currencies, strict=True)],
                   minor=name.startswith("unapplied"))
            for name in MONEY
        ),
    ]  # fmt: skip
    key = "check.matching_note" if len(found) else "check.matching_same"
    title = text("check.matching", lang)
    return (Table("matching", title, tuple(columns), (), (text(key, lang),)),)
