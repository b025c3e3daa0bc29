"""In which section of the list a party stands, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.calling.seasons import Season
from arcollect.analysis.chase.worklist.entry import Account, Document, Section
from arcollect.analysis.standing.pool import RED_FLAGS
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from arcollect.analysis.chase.promises import Judged

URGENT_FROM = 91  # days past due (R000-18)
GOLDEN_FROM, EARLY_FROM = 31, 8
LIMITATION_DAYS = 90  # left before limitation ends: red (R-LAW-05)


@dataclass(frozen=True, slots=True)
class Case:
    """What decides about one party."""

    account: Account
    flags: frozenset[str]
    segment: str
    limitation_days: int | None
    broken: Sequence[Judged]
    as_of: dt.date
    pre_due_days: int
    season: Season | None

    @property
    def currency(self) -> str:
        """The currency of the account."""
        return self.account.party[2]

    @property
    def upcoming(self) -> tuple[Document, ...]:
        """What falls due within the days of the reminder, today included (X-27)."""
        return self._due(0, self.pre_due_days)

    @property
    def seasonal(self) -> tuple[Document, ...]:
        """What falls due later than that, but before or soon after the holiday."""
        if self.season is None:
            return ()
        furthest = (self.season.last - self.as_of).days + self.pre_due_days
        return self._due(self.pre_due_days + 1, furthest)

    @property
    def ahead(self) -> tuple[Document, ...]:
        """What a reminder ahead is about: soon due, else due around the holiday."""
        return self.upcoming or self.seasonal

    @property
    def unconfirmed(self) -> tuple[Document, ...]:
        """Delivered, not signed for."""
        return tuple(d for d in self.account.documents if d.is_unconfirmed)

    def _due(self, first: int, last: int) -> tuple[Document, ...]:
        """What may be asked for and falls due in `first` to `last` days, if any is left."""
        found = tuple(
            d
            for d in self.account.documents
            if d.due_date is not None and d.asked_minor > 0 and first <= -d.days_past_due <= last
        )
        earlier = sum(d.asked_minor for d in self.account.asked)
        return found if earlier + _sum(found) > self.account.unapplied_minor else ()


def section_of(case: Case) -> tuple[Section, tuple[Message, ...]] | None:
    """The most important section that fits, with every reason for it; None for none.

    Everybody with money overdue by a day or more is somewhere (R001-02): where nothing
    may be asked for, because it stands apart or a receipt covers it, among the internal
    ones. The later a payment, the more important the section, never the less.
    """
    account = case.account
    if account.asked_minor:
        if urgent := tuple(_urgent(case)):
            return Section.URGENT, (*urgent, *_promised(case))
        if case.broken:
            return Section.BROKEN, tuple(_broken(case))
    if account.disputed_minor:
        amount = show(account.disputed_minor, case.currency)
        return Section.DISPUTE, (message("worklist_why.disputed", amount=amount),)
    if account.asked_minor:
        return _by_age(account.asked_days), (_late(account),)
    if account.overdue_minor:
        return Section.INTERNAL, tuple(_internal(case))
    return _ahead(case)


def _by_age(days: int) -> Section:
    if days >= GOLDEN_FROM:
        return Section.GOLDEN
    return Section.EARLY if days >= EARLY_FROM else Section.FRESH


def _urgent(case: Case) -> Iterator[Message]:
    account, left = case.account, case.limitation_days
    if left is not None and left <= LIMITATION_DAYS:
        key = "limitation_over" if left < 0 else "limitation_near"
        yield message(f"worklist_why.{key}", days=abs(left))
    if account.asked_days >= URGENT_FROM:
        yield _late(account)
    for flag in sorted(case.flags & RED_FLAGS):
        yield message("worklist_why.flag", flag=_flag(flag))
    if case.segment == "recovery" and not case.flags & RED_FLAGS:
        yield message("worklist_why.recovery")


def _flag(flag: str) -> Message:
    return message(f"standing_why.flag_{flag.replace('-', '_')}")


def _broken(case: Case) -> Iterator[Message]:
    yield from _promised(case)
    yield _late(case.account)


def _promised(case: Case) -> Iterator[Message]:
    """Each promise that was not kept."""
    for one in case.broken:
        yield message(
            "worklist_why.broken",
            day=one.promise.due_on,
            promised=show(one.promise.amount_minor, case.currency),
            missing=show(one.missing_minor, case.currency),
        )


def _late(account: Account) -> Message:
    return message(
        "worklist_why.late",
        days=account.asked_days,
        amount=show(account.asked_minor, account.party[2]),
    )


def _internal(case: Case) -> Iterator[Message]:
    """Why nothing is asked for although it is overdue."""
    held: dict[str, int] = {}
    overdue = [d for d in case.account.documents if d.days_past_due > 0]
    for document in overdue:
        if document.apart:
            held[document.apart] = held.get(document.apart, 0) + document.open_minor
    for why, minor in sorted(held.items()):
        key = f"worklist_why.apart_{why.replace('-', '_')}"
        yield message(key, amount=show(minor, case.currency))
    if any(d.asked_minor > 0 for d in overdue):
        amount = show(case.account.unapplied_minor, case.currency)
        yield message("worklist_why.covered", amount=amount)


def _ahead(case: Case) -> tuple[Section, tuple[Message, ...]] | None:
    if soon := case.upcoming:
        first = max(d.days_past_due for d in soon)
        facts = {"days": -first, "amount": show(_sum(soon), case.currency)}
        key = "due_today" if first == 0 else "due_soon"
        return Section.PREDUE, (message(f"worklist_why.{key}", **facts),)
    if (later := case.seasonal) and case.season is not None:
        facts = {"amount": show(_sum(later), case.currency), "count": len(later)}
        return Section.SEASON, (case.season.why, message("worklist_why.due_around", **facts))
    if unsigned := case.unconfirmed:
        oldest = min(d.delivery_date for d in unsigned if d.delivery_date is not None)
        facts = {"count": len(unsigned), "days": (case.as_of - oldest).days}
        return Section.DELIVERY, (message("worklist_why.unsigned", **facts),)
    return None


def _sum(documents: Sequence[Document]) -> int:
    return sum(d.asked_minor for d in documents)
