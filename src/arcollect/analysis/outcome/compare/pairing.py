"""Which document of the one state is which of the other."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from arcollect.register.entries import Party, SnapshotLine

Identity: TypeAlias = tuple[Hashable, ...]
Owner: TypeAlias = tuple[str, str]  # company, customer_key


@dataclass(frozen=True, slots=True)
class Pair:
    """One document before and after; None where that state does not have it open."""

    old: SnapshotLine | None
    new: SnapshotLine | None

    @property
    def line(self) -> SnapshotLine:
        """The later line, else the earlier one."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  (a pair has at least one side)
        return found


def party_of(line: SnapshotLine) -> Party:
    """Whose debt to whom, in what currency."""
    return line.company, line.customer_key, line.currency


def identity(party: Party, number: str, issued: dt.date | None, amount_minor: int) -> Identity:
    """What makes a document the same one: its number, else its date and amount."""
    return (*party, number) if number else (*party, "", issued, amount_minor)


def identity_of(line: SnapshotLine) -> Identity:
    """The identity of a kept line."""
    return identity(party_of(line), line.document_no, line.issue_date, line.amount_minor)


def paired(old: Iterable[SnapshotLine], new: Iterable[SnapshotLine]) -> Iterator[Pair]:
    """Every open debit of both states, once.

    Where several lines share an identity (stages, a number used twice) those of the
    same due date and amount belong together, then those of the same due date, then of
    the same amount, then the rest by due date.
    """
    before, after = _grouped(old), _grouped(new)
    for key in dict.fromkeys((*before, *after)):
        yield from _matched(before.get(key, []), after.get(key, []))


def _grouped(lines: Iterable[SnapshotLine]) -> dict[Identity, list[SnapshotLine]]:
    found: dict[Identity, list[SnapshotLine]] = defaultdict(list)
    for line in lines:
        if line.open_minor > 0:
            found[identity_of(line)].append(line)
    return found


_LIKE: tuple[Callable[[SnapshotLine], Hashable], ...] = (
    lambda line: (line.due_date, line.amount_minor),
    lambda line: line.due_date,
    lambda line: line.amount_minor,
    lambda _: None,
)


def _matched(old: list[SnapshotLine], new: list[SnapshotLine]) -> Iterator[Pair]:
    left, right = sorted(old, key=_by_due), sorted(new, key=_by_due)
    for like in _LIKE if old and new else ():
        waiting: dict[Hashable, deque[SnapshotLine]] = defaultdict(deque)
        for line in right:
            waiting[like(line)].append(line)
        met = [(line, waiting[like(line)]) for line in left]
        left = []
        for line, found in met:
            if found:
                yield Pair(line, found.popleft())
            else:
                left.append(line)
        right = sorted((line for found in waiting.values() for line in found), key=_by_due)
    yield from (Pair(line, None) for line in left)
    yield from (Pair(None, line) for line in right)


def _by_due(line: SnapshotLine) -> tuple[dt.date, int]:
    return line.due_date or dt.date.max, line.amount_minor


def renamed(old: Sequence[SnapshotLine], new: Sequence[SnapshotLine]) -> dict[Owner, str]:
    """Customers that the later state knows by another key: the new key by the old owner.

    Only those that are there no longer, and whose name, or else whose documents (number,
    date and amount), lead to exactly one customer that was not there before. Another own company's
    customers are never looked at (U-06).
    """
    before, after = ({owner_of(line) for line in lines} for lines in (old, new))
    gone, come = before - after, after - before
    by_name = _leading(old, new, gone, come, lambda line: line.customer)
    by_number = _leading(old, new, gone, come, _document)
    found = {**by_number, **by_name}
    twice = Counter((owner[0], key) for owner, key in found.items())
    return {o: key for o, key in found.items() if twice[o[0], key] == 1}


def under_one_company(
    lines: Sequence[SnapshotLine], like: Sequence[SnapshotLine]
) -> tuple[SnapshotLine, ...]:
    """The lines under the other state's own company, where one of the two names none.

    A company column that came or went makes no new customers; two companies stay two.
    """
    mine, other = ({line.company for line in part} for part in (lines, like))
    if len(mine) != 1 or len(other) != 1 or mine == other or "" not in mine | other:
        return tuple(lines)
    (company,) = other
    return tuple(replace(line, company=company) for line in lines)


def _leading(
    old: Sequence[SnapshotLine],
    new: Sequence[SnapshotLine],
    gone: set[Owner],
    come: set[Owner],
    mark: Callable[[SnapshotLine], Hashable],
) -> dict[Owner, str]:
    where: dict[tuple[str, Hashable], set[str]] = defaultdict(set)
    for line in new:
        if owner_of(line) in come and mark(line):
            where[line.company, mark(line)].add(line.customer_key)
    led: dict[Owner, set[str]] = defaultdict(set)
    for line in old:
        if owner_of(line) in gone:
            led[owner_of(line)] |= where.get((line.company, mark(line)), set())
    return {owner: next(iter(keys)) for owner, keys in led.items() if len(keys) == 1}


def _document(line: SnapshotLine) -> Hashable:
    is_sure = line.document_no and line.issue_date
    return (line.document_no, line.issue_date, line.amount_minor) if is_sure else ""


def under_new_names(
    lines: Sequence[SnapshotLine], names: Mapping[Owner, str]
) -> tuple[SnapshotLine, ...]:
    """The lines with the keys that their customers have now."""
    if not names:
        return tuple(lines)
    return tuple(
        replace(line, customer_key=names[owner_of(line)]) if owner_of(line) in names else line
        for line in lines
    )


def owner_of(line: SnapshotLine) -> Owner:
    """Which own company's customer."""
    return line.company, line.customer_key
