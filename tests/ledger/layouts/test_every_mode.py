"""Every layout ties out to the cent in every credit mode (invariant 1)."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.layouts import test_chinese as chinese
from tests.ledger.layouts import test_western as western
from tests.ledger.layouts.made import delimited, laid, stood, table, workbook

from arcollect.policy import Policy
from arcollect.policy.model import AgingPolicy

LAYOUTS = {
    "kingdee.xlsx": workbook(chinese.KINGDEE),
    "journal.xlsx": workbook(chinese.JOURNAL),
    "e-invoices.xlsx": workbook(chinese.E_INVOICES),
    "construction.xlsx": workbook(chinese.CONSTRUCTION),
    "machines.xlsx": workbook(chinese.MACHINES),
    "sap.csv": delimited(western.SAP),
    "xero.xlsx": workbook(western.XERO),
    "tally.xlsx": workbook(western.TALLY),
    "erpnext.xlsx": workbook(western.ERPNEXT),
    "quickbooks.csv": delimited(table(western.QUICKBOOKS)),
    "zoho.csv": delimited(table(western.ZOHO)),
    "ninja.csv": delimited(table(western.NINJA)),
}
LAST_DAY = dt.date(2026, 12, 31)


@pytest.mark.parametrize("mode", ["auto", "separate", "fifo", "by-reference", "net"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_open_less_unapplied_is_what_the_file_says(name: str, mode: str) -> None:
    ledger = laid(LAYOUTS[name], name)
    policy = Policy(aging=AgingPolicy.model_validate({"credits": mode}))
    position = stood(ledger, LAST_DAY, policy)
    items = ledger.items
    for currency in set(items["currency"].astype(str)):
        mine = [f[f["currency"] == currency] for f in (items, position.open, position.credits)]
        stated, opened, unapplied = (
            int(f[c].sum())
            for f, c in zip(mine, ("open_minor", "open_minor", "unapplied_minor"), strict=True)
        )
        assert opened - unapplied == stated
        assert (position.open["open_minor"] > 0).all()
