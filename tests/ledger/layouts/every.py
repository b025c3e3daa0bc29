"""Every layout that a test of this folder reads; a new constant joins by itself."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from tests.ledger.layouts import (
    test_accounts,
    test_chinese,
    test_forms,
    test_groups,
    test_hand_made,
    test_journals,
    test_odd,
    test_traditional,
    test_western,
)
from tests.ledger.layouts.made import delimited, table, workbook

MODULES = (
    test_accounts,
    test_chinese,
    test_forms,
    test_groups,
    test_hand_made,
    test_journals,
    test_odd,
    test_traditional,
    test_western,
)
REFUSED = {"chinese.BALANCES.xlsx", "chinese.PARTIES.xlsx"}
"""Lists of balances: they hold no items that could tie out."""


def _layouts(module: ModuleType) -> Iterator[tuple[str, bytes]]:
    """A list of rows is a workbook, a text with bars a csv; other constants are neither."""
    for name, value in vars(module).items():
        plain = f"{module.__name__.rpartition('test_')[2]}.{name}"
        if name.isupper() and isinstance(value, list) and isinstance(value[0], list):
            yield f"{plain}.xlsx", workbook(value)
        elif name.isupper() and isinstance(value, str) and "|" in value:
            yield f"{plain}.csv", delimited(table(value))


LAYOUTS = {
    name: data for module in MODULES for name, data in _layouts(module) if name not in REFUSED
}
