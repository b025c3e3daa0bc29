"""Names in the policy that the ledger does not know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger


def unheard_of(names: Iterable[str], ledger: Ledger) -> tuple[str, ...]:
    """Those that are neither a customer's name nor its code, nor an own company.

    A mistyped name would otherwise be passed over in silence.
    """
    known: set[str] = set()
    for frame in (ledger.items, ledger.customers):
        for column in ("customer", "customer_key", "customer_code", "company"):
            known.update(map(str, frame[column].unique()))
    return tuple(dict.fromkeys(name for name in names if name not in known))
