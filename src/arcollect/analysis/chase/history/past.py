"""What an earlier letter, a promise or a complaint means for the next letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from arcollect.analysis.chase.ladder import RUNGS, Sent
from arcollect.analysis.chase.promises import Judged, Promises, judge
from arcollect.errors import Message, message
from arcollect.register.entries import DUNNING, ContactEntry, LetterEntry, LetterState, Party

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Demand
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Why nothing is written now, and the day from which it can be (None: not known)."""

    why: Message
    until: dt.date | None


@dataclass(frozen=True)
class Past:
    """All that is remembered, asked party by party; day is the date of the letters."""

    history: History
    promises: Promises
    day: dt.date
    as_of: dt.date
    min_days: int
    pauses_from: Fraction = Fraction(0)  # of the demand: promises of less do not pause

    @cached_property
    def _sent(self) -> Mapping[Party, list[LetterEntry]]:
        found: dict[Party, list[LetterEntry]] = {}
        for entry in self.history.letters:
            if entry.state is LetterState.SENT and entry.kind == DUNNING:
                found.setdefault(entry.party, []).append(entry)
        return found

    @cached_property
    def _complaints(self) -> Mapping[Party, list[ContactEntry]]:
        found: dict[Party, list[ContactEntry]] = {}
        for contact in self.history.contacts:
            if contact.is_complaint:
                found.setdefault(contact.party, []).append(contact)
        return found

    @cached_property
    def _contacts(self) -> Mapping[Party, list[ContactEntry]]:
        found: dict[Party, list[ContactEntry]] = {}
        for contact in self.history.contacts:
            found.setdefault(contact.party, []).append(contact)
        return found

    def contacts(self, party: Party) -> Sequence[ContactEntry]:
        """Every contact with a party, oldest first."""
        return self._contacts.get(party, ())

    def last_sent(self, party: Party, typed: Sent) -> Sent:
        """The last letter marked sent: of the register or the customers sheet (U-20).

        The later one counts, of one day the firmer one; a level without a date in the
        sheet is older than anything in the register. Drafts and cancelled letters do
        not count.
        """
        known = [_as_sent(entry) for entry in self._sent.get(party, ())]
        if not known:
            return typed
        last = max(enumerate(known), key=lambda pair: (pair[1].date, pair[0]))[1]
        both = [last, typed] if typed.level and typed.date is not None else [last]
        return max(both, key=lambda sent: (sent.date, RUNGS[sent.level]))

    def broken(self, party: Party) -> tuple[Judged, ...]:
        """Promises not kept: they count as a letter without an answer."""
        return self.promises.broken(party)

    def promised(self, party: Party) -> frozenset[str]:
        """Documents that are promised for a day that has not passed."""
        open_ = self.promises.open(party)
        return frozenset(one.promise.document_no for one in open_) - {""}

    def pauses(
        self, party: Party, sent: Sent, level: str, items: Collection[Demand]
    ) -> tuple[Pause, ...]:
        """Every reason to wait, the strongest first; `--force` overrides them.

        The identical letter (same level and items) was sent in the week of these figures
        (requirements section 8); a complaint (R003-89) or a promise for the account is
        open; the last letter is fewer than `min_days_between` days old (X-27), or the day
        that it gave for payment has not come.
        """
        found = (
            self._identical(party, level, items),
            self._complaint(party),
            self._promise(party, items),
            self._too_soon(sent),
            self._deadline(sent),
        )
        return tuple(pause for pause in found if pause is not None)

    def _identical(self, party: Party, level: str, items: Collection[Demand]) -> Pause | None:
        asked = {name_of(item) for item in items}
        for entry in self._sent.get(party, ()):
            same_week = entry.as_of.isocalendar()[:2] == self.as_of.isocalendar()[:2]
            if same_week and entry.level == level and asked == _documents(entry):
                why = message("chase_why.identical", number=entry.number, on=entry.sent_on)
                return Pause(why, self.as_of + (8 - self.as_of.isoweekday()) * _ONE_DAY)
        return None

    def _complaint(self, party: Party) -> Pause | None:
        for entry in self._complaints.get(party, ()):
            on = entry.at.date()
            if entry.pause_until is None:
                return Pause(message("chase_why.complaint_open", on=on), None)
            if entry.pause_until >= self.day:
                why = message("chase_why.complaint", on=on, until=entry.pause_until)
                return Pause(why, entry.pause_until + _ONE_DAY)
        return None

    def _promise(self, party: Party, items: Collection[Demand]) -> Pause | None:
        """Promises about the account; those about documents have left `items` already."""
        owed = sum(item.demanded_minor for item in items)
        held = self.promises.holding(party, owed, self.pauses_from)
        open_ = [one for one in held if not one.promise.document_no]
        if not open_:
            return None
        last = max(open_, key=lambda one: one.until)
        why = message("chase_why.promised", on=last.promise.made_on, until=last.until)
        return Pause(why, last.until + _ONE_DAY)

    def _too_soon(self, sent: Sent) -> Pause | None:
        if sent.date is None:
            return None
        next_day = sent.date + self.min_days * _ONE_DAY
        if next_day <= self.day:
            return None
        facts = {"level": sent.level, "on": sent.date, "days": self.min_days}
        return Pause(message("chase_why.too_soon", **facts), next_day)

    def _deadline(self, sent: Sent) -> Pause | None:
        if sent.deadline is None or sent.deadline <= self.day or RUNGS[sent.level] == 0:
            return None
        why = message("chase_why.deadline_runs", level=sent.level, deadline=sent.deadline)
        return Pause(why, sent.deadline)


def past(history: History, position: Position, policy: Policy, day: dt.date) -> Past:
    """What is remembered, for letters dated `day`."""
    return Past(
        history,
        judge(history, position, policy) if history.promises else Promises((), position.as_of),
        day,
        position.as_of,
        policy.letters.min_days_between,
        policy.letters.promise_pauses_from,
    )


def name_of(item: Demand) -> str:
    """What a document is called in a letter and in the register."""
    return item.document_no or item.invoice_no


def _documents(entry: LetterEntry) -> set[str]:
    """What a letter dunned; not those of which only the fee was claimed: nothing is open."""
    return {i.document_no for i in entry.items if i.open_minor or not i.fee_minor}


def _as_sent(entry: LetterEntry) -> Sent:
    return Sent(
        entry.level,
        entry.sent_on,
        frozenset(_documents(entry)),
        entry.deadline,
        entry.number,
    )
