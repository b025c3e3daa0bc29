"""Personal numbers out of what people typed (R-LAW-13, X-24)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.register.entries import ContactEntry

_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)")
_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
HIDDEN = "***"


def masked(text: str) -> str:
    """The text without identity numbers, mobile numbers with their middle hidden.

    An identity number is told by its date and check digit: an invoice number of
    eighteen digits stays.
    """
    text = _IDENTITY.sub(lambda m: HIDDEN if _is_identity(m[0]) else m[0], text)
    return _MOBILE.sub(rf"\1{HIDDEN}\3", text)


def masked_contact(contact: ContactEntry) -> ContactEntry:
    """A contact with everything typed in masked."""
    return replace(
        contact,
        person=masked(contact.person),
        action=masked(contact.action),
        feedback=masked(contact.feedback),
        next_step=masked(contact.next_step),
        proof_ref=masked(contact.proof_ref),
    )


def _is_identity(number: str) -> bool:
    total = sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()
