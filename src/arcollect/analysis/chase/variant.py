"""Why a customer does not pay changes what its letter says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from arcollect.register.entries import Reason

if TYPE_CHECKING:
    from arcollect.register.entries import ContactEntry

VARIANTS = (str(Reason.WILFUL), str(Reason.CASH_TIGHT))
"""Letters that have a wording of their own, the stricter one first."""


def variant(flags: Collection[str], contacts: Iterable[ContactEntry] = ()) -> str:
    """`wilful`, `cash-tight` or "": which wording a letter takes (R001-09).

    A flag of the customers sheet speaks first, and of two flags the stricter one;
    else the reason of the last contact that names one (contacts oldest first). A
    cash-tight customer is offered instalments, a wilful one is told the legal
    consequences; nobody is called wilful in the letter itself.
    """
    flagged = next((name for name in VARIANTS if name in flags), "")
    named = [contact.reason for contact in contacts if contact.reason is not None]
    logged = str(named[-1]) if named else ""
    return flagged or (logged if logged in VARIANTS else "")
