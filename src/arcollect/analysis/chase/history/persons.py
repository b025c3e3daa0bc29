"""Who spoke for a customer, and how often somebody new took over."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.facts import Account
    from arcollect.register.entries import ContactEntry

WINDOW_DAYS = 180  # R002-16

_Span = tuple[dt.datetime, dt.datetime]


def contact_changes(contacts: Iterable[ContactEntry], as_of: dt.date) -> Mapping[Account, int]:
    """How often the contact person of a customer changed in the last 180 days (R002-16).

    A change is somebody new who is spoken with after the one before was spoken with for
    the last time; two people who are called in turns are no change. Only customers with
    a person in the log within the window have an answer.
    """
    spans: dict[Account, dict[str, _Span]] = defaultdict(dict)
    since = as_of - dt.timedelta(days=WINDOW_DAYS)
    for contact in contacts:
        name = contact.person.strip()
        if name and since < contact.at.date() <= as_of:
            known = spans[contact.company, contact.customer_key]
            first, last = known.get(name, (contact.at, contact.at))
            known[name] = min(first, contact.at), max(last, contact.at)
    return {account: _in_a_row(known.values()) - 1 for account, known in spans.items()}


def _in_a_row(spans: Iterable[_Span]) -> int:
    """The most of them that follow one another without overlap."""
    count = 0
    end: dt.datetime | None = None
    for first, last in sorted(spans, key=lambda span: span[1]):
        if end is None or first > end:
            count, end = count + 1, last
    return count
