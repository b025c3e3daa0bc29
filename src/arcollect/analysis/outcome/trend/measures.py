"""What the targets are measured by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.outcome.compare.moves import Move, What
from arcollect.analysis.position import Apart
from arcollect.analysis.standing.sales import revenue
from arcollect.register.entries import DUNNING, LetterState

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Party, Snapshot

Parts = tuple[Fraction, Fraction]
"""So much of so much."""

LETTER_FROM = 31  # ours: the second bucket; a call is not enough any more
HIGH_RISK_FROM = 91  # ours: the last step of R003-33
EVIDENCE_COMPLETE = ("证据齐全", "證據齊全", "evidence complete")  # ours: what the log says
MIDDLE_AGED = (181, 365)  # R003-05: six to twelve months


def figure(state: Snapshot, name: str, currency: str) -> Fraction | None:
    """A figure of a kept state, exact: money in minor units, the overdue ratio as a share.

    None where the state does not know it, or nothing was open.
    """
    if name == "overdue_ratio":
        whole, late = (figure(state, n, currency) for n in ("open", "overdue"))
        return late / whole if whole and late is not None else None
    found = (value for n, code, value in state.figures if (n, code) == (name, currency))
    return next((Fraction(value) for value in found), None)


def collected_of(change: Comparison, currency: str, first: int, last: int | None = None) -> Parts:
    """Collected and opening money of what was so many days past due at the earlier day.

    Only money that the later ledger shows with a date; minor units.
    """
    money = [m.money for m in aged(change, currency, first, last)]
    return Fraction(sum(m.collected for m in money)), Fraction(sum(m.opening for m in money))


def aged(change: Comparison, currency: str, first: int, last: int | None = None) -> Iterable[Move]:
    """The documents that were so many days past due at the earlier day."""
    for move in change.moves:
        line = move.pair.old
        if move.party[2] != currency or move.what is What.CREDIT or line is None:
            continue
        days = (change.days[0] - line.due_date).days if line.due_date else 0
        if days >= first and (last is None or days <= last):
            yield move


def bad_debts(position: Position, currency: str, policy: Policy) -> Parts | None:
    """Written off, of a year's credit sales (the source defines no denominator, R003-07).

    Minor units. None without sales, or where the file has no column that marks what is written off.
    """
    sold = revenue(position, currency, policy)
    if sold is None or "is_written_off" not in position.ledger.source.has:
        return None
    opened = position.open
    off = (opened["apart"].astype(object) == Apart.WRITTEN_OFF).to_numpy(bool)
    mine = (opened["currency"].astype(object) == currency).to_numpy(bool)
    minor = int(opened["open_minor"].to_numpy(np.int64)[off & mine].sum())
    return Fraction(minor), sold.minor


def first_contact_days(position: Position, history: History, currency: str) -> Fraction | None:
    """Median days from due date to first contact after it, of overdue accounts (R003-50).

    By the oldest overdue document of each account; accounts never contacted are left
    out. None where the log knows of none.
    """
    due = _oldest_due(position, currency)
    first: dict[Party, dt.date] = {}
    for contact in history.contacts:
        for party in _meant(contact.party, due):
            day = contact.at.date()
            if due[party] <= day <= position.as_of:
                first[party] = min(first.get(party, day), day)
    waited = sorted((day - due[party]).days for party, day in first.items())
    return _median(waited)


def evidence_days(position: Position, history: History, currency: str) -> Fraction | None:
    """Median days from the 91st day overdue to complete evidence (诉讼准备, R003-80).

    Complete on the first day that the log's measure says so; before the 91st day is 0. An
    account that is not ready counts with its days so far, so that waiting is no success;
    what was said before the oldest debt fell due was about another one.
    None where no account is so late, or the log never says so.
    """
    ready: dict[Party, dt.date] = {}
    due = _oldest_due(position, currency, is_all=False)
    for contact in history.contacts:
        day = contact.at.date()
        if day <= position.as_of and _says_complete(contact.action):
            for party in (p for p in _meant(contact.party, due) if due[p] <= day):
                ready[party] = min(ready.get(party, day), day)
    if not ready:
        return None
    start = {party: day + dt.timedelta(days=HIGH_RISK_FROM) for party, day in due.items()}
    late = {party: day for party, day in start.items() if day <= position.as_of}
    waited = (max(0, (ready.get(p, position.as_of) - day).days) for p, day in late.items())
    return _median(sorted(waited))


def _says_complete(action: str) -> bool:
    said = action.casefold()
    return any(words in said for words in EVIDENCE_COMPLETE)


def steps_logged(position: Position, history: History, currency: str) -> Parts | None:
    """How many overdue accounts have their steps on record, and of how many (R003-81).

    Which steps is ours: a contact or a letter sent after the oldest due date; from 31
    days on a letter sent. Items that stand apart need none. None where nothing is late,
    and where nobody keeps a record at all.
    """
    due = _oldest_due(position, currency, is_all=False)
    if not due or not (history.contacts or history.letters):
        return None
    called = {
        party
        for contact in history.contacts
        for party in _meant(contact.party, due)
        if due[party] <= contact.at.date() <= position.as_of
    }
    written = {
        party
        for letter in history.letters
        if letter.kind == DUNNING and letter.state is LetterState.SENT and letter.sent_on
        for party in _meant(letter.party, due)
        if due[party] <= letter.sent_on <= position.as_of
    }
    last = position.as_of - dt.timedelta(days=LETTER_FROM)
    done = [party in written or (party in called and day > last) for party, day in due.items()]
    return Fraction(sum(done)), Fraction(len(done))


def _meant(party: Party, due: dict[Party, dt.date]) -> list[Party]:
    """A contact that names no company or currency is about any of the customer's accounts."""
    company, key, currency = party
    return [p for p in due if p[1] == key and company in {"", p[0]} and currency in {"", p[2]}]


def _oldest_due(position: Position, currency: str, *, is_all: bool = True) -> dict[Party, dt.date]:
    opened = position.open[position.open["days_past_due"] > 0]
    opened = opened if is_all else opened[(opened["apart"].astype(object) == "").to_numpy(bool)]
    mine = opened[opened["currency"].astype(object) == currency]
    names = (mine[name].astype(object) for name in ("company", "customer_key", "currency"))
    found: dict[Party, dt.date] = {}
    days = mine["due_date"].to_numpy("datetime64[D]").tolist()
    for *party, day in zip(*names, days, strict=True):
        which = (party[0], party[1], party[2])
        found[which] = min(found.get(which, day), day)
    return found


def contract_to_cash(position: Position, currency: str) -> Fraction | None:
    """Mean days from signing to settlement of documents with both dates (R003-81)."""
    items = position.ledger.items
    signed, settled = (
        items[name].to_numpy("datetime64[D]") for name in ("signed_date", "settled_date")
    )
    known = ~np.isnat(signed) & ~np.isnat(settled) & (settled <= np.datetime64(position.as_of))
    known &= (items["currency"].astype(object) == currency).to_numpy(bool)
    days = (settled[known] - signed[known]).astype(np.int64)
    return Fraction(int(days.sum()), len(days)) if len(days) else None


def _median(numbers: list[int]) -> Fraction | None:
    if not numbers:
        return None
    half = len(numbers) // 2
    if len(numbers) % 2:
        return Fraction(numbers[half])
    return Fraction(numbers[half - 1] + numbers[half], 2)
