"""What goes into a calendar: contact slots and promised days."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from arcollect.analysis.chase.worklist.entry import Entry, Worklist
from arcollect.money import show
from arcollect.text import Lang, text


@dataclass(frozen=True, slots=True)
class Event:
    """One entry: a moment with a zone, or a whole day; uid is the same on every run."""

    uid: str
    at: dt.datetime | dt.date
    summary: str


def events(answer: Worklist, zone: str, lang: Lang) -> Iterator[Event]:
    """One event per contact slot and per promise that is still open.

    Importing a later list moves the event of a customer instead of adding another: the
    id is made of the party and, for a promise, its day. Nothing in it but the
    customer's name and the amount (R-LAW-13). zone: where the slots are local time.
    """
    for entry in answer.entries:
        if entry.slot is not None:
            at = entry.slot.replace(tzinfo=ZoneInfo(zone))
            yield Event(_uid(entry, "contact"), at, _said("worklist.event_contact", entry, lang))
        if entry.promised_on is not None and not entry.is_broken:
            uid = _uid(entry, f"promise:{entry.promised_on}")
            yield Event(uid, entry.promised_on, _said("worklist.event_promise", entry, lang))


def _uid(entry: Entry, kind: str) -> str:
    key = "\0".join((*entry.party, kind))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@arcollect"


def _said(key: str, entry: Entry, lang: Lang) -> str:
    account, currency = entry.account, entry.party[2]
    is_promise = key.endswith("promise")
    minor = (
        entry.promised_minor
        if is_promise
        else account.asked_minor or entry.upcoming_minor or account.open_minor
    )
    amount = f"{currency} {show(minor, currency)}".strip()
    return text(key, lang, customer=account.customer, amount=amount)
