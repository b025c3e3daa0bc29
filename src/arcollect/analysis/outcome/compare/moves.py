"""What happened to each document, in money that adds up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from operator import attrgetter

from arcollect.analysis.outcome.compare.evidence import Evidence, Paid
from arcollect.analysis.outcome.compare.pairing import (
    Identity,
    Pair,
    identity_of,
    paired,
    party_of,
)
from arcollect.ledger.schema import ItemKind
from arcollect.register.entries import Party, SnapshotLine


class What(StrEnum):
    """The one thing that mostly happened to a document."""

    NEW = "new"
    BILLED_AND_PAID = "billed-and-paid"  # issued and settled between the two states
    UNLISTED = "unlisted"  # dated up to the earlier day, yet not in the earlier state
    BILL = "bill"  # a bill in hand instead of the invoice (U-03)
    BACK = "back"  # was written off, is claimed again
    RAISED = "raised"
    COLLECTED = "collected"
    CREDITED = "credited"  # by credit note or bill
    APPLIED = "applied"  # by money that was there before, unapplied
    SETTLED = "settled"  # paid or credited: the file does not say
    WRITTEN_OFF = "written-off"
    GONE = "gone"  # no longer in a ledger that does keep settled documents
    OPEN = "open"  # as it was
    CREDIT = "credit"  # unapplied credits of the account


@dataclass(frozen=True, slots=True)
class Money:
    """One walk from opening to closing, minor units of one currency.

    opening + billed + unlisted + raised - collected - credited - unsaid - written_off
    - applied - gone = closing, exactly. billed: issued since the earlier day; unlisted: of an
    earlier date, yet not in the earlier state; raised: more is open than was, or credits
    were paid back. collected: dated money; credited: credit notes and bills; unsaid: less
    is open and the file does not say why; applied: earlier credits used up (0 for an
    account as a whole); gone: no longer in a ledger that keeps settled documents.
    """

    opening: int = 0
    billed: int = 0
    raised: int = 0
    collected: int = 0
    credited: int = 0
    unsaid: int = 0
    applied: int = 0
    written_off: int = 0
    closing: int = 0
    gone: int = 0
    unlisted: int = 0

    @property
    def up(self) -> int:
        """Everything that made it more."""
        return self.billed + self.unlisted + self.raised

    @property
    def down(self) -> int:
        """Everything that made it less."""
        paid = self.collected + self.credited + self.unsaid + self.applied
        return paid + self.written_off + self.gone

    @property
    def ties(self) -> bool:
        """Whether the walk arrives at its closing (invariant 16)."""
        return self.opening + self.up - self.down == self.closing


_parts: Callable[[Money], tuple[int, ...]] = attrgetter(*(f.name for f in fields(Money)))


def summed(walks: Iterable[Money]) -> Money:
    """The walk of all together."""
    return Money(*map(sum, zip(*map(_parts, walks), strict=True)))


@dataclass(frozen=True, slots=True)
class Move:
    """One document, or the unapplied credits of one account, between two states."""

    party: Party
    pair: Pair
    what: What
    money: Money

    @property
    def line(self) -> SnapshotLine:
        """The later line, else the earlier one."""
        return self.pair.line


def moved(
    old: Iterable[SnapshotLine], new: Iterable[SnapshotLine], since: dt.date, told: Evidence
) -> tuple[Move, ...]:
    """Every document and every account's credits between two states; since: the earlier day.

    Dated money that names a document explains that document first; money of the account
    then explains what is left, oldest due first; earlier credits explain the rest as far
    as they were used up. What nothing explains is said to be unsaid, never guessed.
    """
    before, after = tuple(old), tuple(new)
    every = tuple(_pairs(before, after, told))
    pairs, credits_ = _by_party(every), _credits(before, after)
    till = _Till(since, told, {party_of(line): line.customer for line in (*before, *after)})
    till.look_for_gone(every)
    return tuple(
        move
        for party in sorted({*pairs, *credits_})
        for move in _account(party, pairs.get(party, []), credits_.get(party, (0, 0)), till)
    )


def _pairs(
    old: tuple[SnapshotLine, ...], new: tuple[SnapshotLine, ...], told: Evidence
) -> Iterator[Pair]:
    """Documents of both states, and those that came and went in between."""
    known = {identity_of(line) for line in old}
    yield from paired(old, new)
    yield from (Pair(None, line) for line in told.billed if identity_of(line) not in known)


def _by_party(pairs: Iterable[Pair]) -> dict[Party, list[Pair]]:
    found: dict[Party, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[party_of(pair.line)].append(pair)
    return found


def _credits(
    old: Iterable[SnapshotLine], new: Iterable[SnapshotLine]
) -> dict[Party, tuple[int, int]]:
    """Unapplied credits of each party, before and after, > 0."""
    found: dict[Party, list[int]] = defaultdict(lambda: [0, 0])
    for at, lines in enumerate((old, new)):
        for line in lines:
            if line.open_minor < 0:
                found[party_of(line)][at] -= line.open_minor
    return {party: (sums[0], sums[1]) for party, sums in found.items()}


class _Till:
    """What money there is left to explain with; the evidence itself stays as it was."""

    def __init__(self, since: dt.date, told: Evidence, names: Mapping[Party, str]) -> None:
        self.since, self.off, self.names = since, told.off, names
        self._told, self._gone = told, set[int]()
        self._documents = {key: replace(paid) for key, paid in told.documents.items()}
        self._accounts = {party: replace(paid) for party, paid in told.accounts.items()}
        self._named: dict[Party, list[Identity]] = defaultdict(list)
        for key in told.documents.keys() & told.listed:
            self._named[key[:3]].append(key)  # type: ignore[index]  # an identity begins with the party

    def look_for_gone(self, pairs: Iterable[Pair]) -> None:
        """Find documents that a file of settled ones does not have any more.

        Where more are missing than settled ones are kept, the file keeps none worth the
        name (one row of nothing in a list of open items): then they may simply be paid.
        Where not one of the earlier state is there, it is another ledger.
        """
        before = [pair for pair in pairs if pair.old is not None]
        missing = [pair for pair in before if pair.new is None and not self._is_listed(pair)]
        if len(missing) <= self._told.settled and len(missing) < len(before):
            self._gone = {id(pair) for pair in missing}

    def _is_listed(self, pair: Pair) -> bool:
        told, number = self._told, pair.line.document_no
        return number in told.numbers if number else identity_of(pair.line) in told.listed

    def is_gone(self, pair: Pair) -> bool:
        """Whether it is one of those."""
        return id(pair) in self._gone

    def pool(self, party: Party, pairs: Iterable[Pair]) -> Paid:
        """All money of one account but what names documents that are not looked at."""
        paid = self.of_account(party)
        seen = {identity_of(pair.line) for pair in pairs}
        for key in self._named.get(party, []):
            if key not in seen:
                elsewhere = self.of_document(key)
                _use(paid, elsewhere.cash, elsewhere.other)
        return paid

    def of_account(self, party: Party) -> Paid:
        """All money of one account that is not used up yet."""
        return self._accounts.setdefault(party, Paid())

    def of_document(self, key: Identity) -> Paid:
        """Money that names one document."""
        return self._documents.setdefault(key, Paid())


def _account(
    party: Party, pairs: list[Pair], credits_: tuple[int, int], till: _Till
) -> Iterator[Move]:
    pairs = sorted(pairs, key=_order)
    pool = till.pool(party, pairs)
    walks = [_named(_walk(pair, till), pair, till) for pair in pairs]
    walks = [_by_account(walk, pool) for walk in walks]
    before, after = credits_
    used = max(before - after, 0)
    for pair, walk in zip(pairs, walks, strict=True):
        applied = min(used, walk.unsaid)
        used -= applied
        done = replace(walk, unsaid=walk.unsaid - applied, applied=applied) if applied else walk
        yield Move(party, pair, _what(pair, done), done)
    if before or after:
        line = _credit_line(party, till.names.get(party, ""))
        applied = max(before - after, 0) - used
        money = _credit_walk(before, after, applied, pool)
        yield Move(party, Pair(line, line), What.CREDIT, money)


def _credit_line(party: Party, name: str) -> SnapshotLine:
    company, key, currency = party
    kind = ItemKind.CREDIT
    return SnapshotLine(company, key, name, currency, "", kind, None, None, 0, 0, 0, "")


def _order(pair: Pair) -> tuple[dt.date, str, int]:
    line = pair.line
    return line.due_date or dt.date.max, line.document_no, line.amount_minor


def _walk(pair: Pair, till: _Till) -> Money:
    """From before to after, nothing explained yet."""
    opening, closing = _counted(pair.old), _counted(pair.new)
    more = _added(pair, till.since, opening, closing)
    down = opening + more.up - closing
    off = 0
    if pair.new is not None and pair.new.is_written_off:
        off = min(pair.new.open_minor, down)
    return replace(more, opening=opening, unsaid=down - off, written_off=off, closing=closing)


def _counted(line: SnapshotLine | None) -> int:
    """What is still claimed: written-off money is on a list of its own (U-07)."""
    return 0 if line is None or line.is_written_off else line.open_minor


def _added(pair: Pair, since: dt.date, opening: int, closing: int) -> Money:
    """Billed, not listed before, a bill in hand, or raised: what was not open before."""
    line = pair.new
    if pair.old is not None or line is None:
        return Money(raised=max(closing - opening, 0))
    known = max(line.open_minor, closing)
    if line.kind == ItemKind.BILL:
        return Money(raised=known)
    if line.issue_date is not None and line.issue_date <= since:
        return Money(unlisted=known)
    return Money(billed=known if line.issue_date is None else max(line.amount_minor, known))


def _named(walk: Money, pair: Pair, till: _Till) -> Money:
    """Explained by money that names the document, and by a mark as written off."""
    if not walk.unsaid:
        return walk
    key = identity_of(pair.line)
    paid, pool = till.of_document(key), till.of_account(party_of(pair.line))
    cash = _take(paid, "cash", walk.unsaid)
    settled = _take(paid, "settled", walk.unsaid - cash)
    other = _take(paid, "other", walk.unsaid - cash - settled)
    _use(pool, cash, other)
    rest = walk.unsaid - cash - settled - other
    off = rest if key in till.off and pair.new is None else 0
    gone = rest - off if till.is_gone(pair) else 0
    return replace(
        walk,
        collected=cash + settled,
        credited=other,
        unsaid=rest - off - gone,
        written_off=walk.written_off + off,
        gone=gone,
    )


def _use(pool: Paid, cash: int, other: int) -> None:
    """Money of an account that explains something already.

    A matured bill is cash in the account and none on its document (U-03): what is not
    there as other money is used up as cash, so that nothing explains two documents.
    """
    beyond = max(other - pool.other, 0)
    pool.cash = max(pool.cash - cash - beyond, 0)
    pool.other = max(pool.other - other, 0)


def _by_account(walk: Money, pool: Paid) -> Money:
    """Explained further by money of the account that names no document."""
    if not walk.unsaid:
        return walk
    cash = _take(pool, "cash", walk.unsaid)
    other = _take(pool, "other", walk.unsaid - cash)
    return replace(
        walk,
        collected=walk.collected + cash,
        credited=walk.credited + other,
        unsaid=walk.unsaid - cash - other,
    )


def _take(paid: Paid, part: str, most: int) -> int:
    there = int(getattr(paid, part))
    taken = max(min(there, most), 0)
    setattr(paid, part, there - taken)
    return taken


def _credit_walk(before: int, after: int, applied: int, pool: Paid) -> Money:
    """Unapplied credits make the account less: opening and closing are negative."""
    grown = max(after - before, 0)
    cash = _take(pool, "cash", grown)
    other = _take(pool, "other", grown - cash)
    return Money(
        opening=-before,
        raised=max(before - after, 0) - applied,
        collected=cash,
        credited=other,
        unsaid=grown - cash - other,
        applied=-applied,
        closing=-after,
    )


_BY_MONEY = (
    ("written_off", What.WRITTEN_OFF),
    ("collected", What.COLLECTED),
    ("credited", What.CREDITED),
    ("applied", What.APPLIED),
    ("unsaid", What.SETTLED),
    ("gone", What.GONE),
)


def _what(pair: Pair, money: Money) -> What:
    """The one word for it: new, gone up, or by what most of it went down."""
    if money.up:
        return _more(pair, money)
    if money.written_off:
        return What.WRITTEN_OFF
    if not money.down:
        return What.OPEN
    return max(_BY_MONEY, key=lambda one: int(getattr(money, one[0])))[1]


def _more(pair: Pair, money: Money) -> What:
    if pair.old is not None:
        return What.BACK if pair.old.is_written_off else What.RAISED
    if money.billed:
        return What.NEW if money.closing else What.BILLED_AND_PAID
    return What.UNLISTED if money.unlisted else What.BILL
