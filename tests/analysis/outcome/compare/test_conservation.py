"""Invariant 16: between any two ledgers, opening to closing adds up to the cent."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.analysis.outcome.compare.test_comparison import state
from tests.random_ledgers import Entry, as_csv, entries

from arcollect.analysis.outcome.compare.comparison import Account, Comparison, compare
from arcollect.analysis.outcome.compare.evidence import Evidence, Paid, evidence
from arcollect.analysis.outcome.compare.pairing import identity_of, renamed, under_new_names
from arcollect.analysis.outcome.compare.tiers import ADDED, GONE
from arcollect.analysis.outcome.trend.series import series
from arcollect.analysis.position import stand
from arcollect.ledger import read
from arcollect.ledger.options import LedgerFile, ReadOptions
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy
from arcollect.register.entries import Snapshot, SnapshotLine

FIRST, LAST = dt.date(2026, 7, 1), dt.date(2026, 10, 31)
RULES = Policy()
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def book(rows: list[Entry]) -> Ledger:
    return read([LedgerFile(data=as_csv(rows), name="ledger.csv")], RULES, ReadOptions())


def balance(lines: Iterable[SnapshotLine]) -> dict[tuple[str, ...], int]:
    total: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        total[line.company, line.customer_key, line.currency] += line.open_minor
    return {party: minor for party, minor in total.items() if minor}


def closing(accounts: Iterable[Account], part: str) -> dict[tuple[str, ...], int]:
    return {a.party: n for a in accounts if (n := getattr(a.money, part))}


def check(found: Comparison, old: Snapshot, new: Snapshot) -> None:
    assert all(move.money.ties for move in found.moves)
    assert all(a.money.ties for a in (*found.accounts, *found.totals))
    before = under_new_names(old.lines, renamed(old.lines, new.lines))
    assert closing(found.accounts, "opening") == balance(before)
    assert closing(found.accounts, "closing") == balance(new.lines)
    assert all(a.money.applied == 0 for a in found.accounts)
    for move in found.moves:
        money = move.money
        parts = (money.billed, money.unlisted, money.raised, money.collected, money.credited,
                 money.unsaid, money.written_off, money.gone)  # fmt: skip
        assert min(parts) >= 0


def check_rolls(found: Comparison, old: Snapshot, new: Snapshot) -> None:
    """The rows of the matrix are the opening, its columns the closing."""
    for rolls in found.rolls:
        mine = [[x.open_minor for x in s.lines if x.currency == rolls.currency and x.open_minor > 0]
                for s in (old, new)]  # fmt: skip
        opening = sum(n for (a, _), n in rolls.minor.items() if a != ADDED)
        ending = sum(n for (_, b), n in rolls.minor.items() if b != GONE)
        assert (opening, ending) == (sum(mine[0]), sum(mine[1]))


def check_series(old: Snapshot, new: Snapshot, told: Evidence) -> None:
    """A row of the trend leads from the open money above it to its own, and its buckets foot."""
    for known in (told, None):
        points = series([old, new], told=known)
        before = {p.currency: p.open for p in points if p.as_of == FIRST}
        for point in (p for p in points if p.as_of == LAST):
            assert point.billed is not None
            assert point.more is not None
            assert point.down is not None
            walked = before.get(point.currency, 0) + point.billed + point.more - point.down
            assert walked == point.open == sum(point.buckets)


@settings(deadline=None, max_examples=12, phases=PHASES)
@given(entries(), entries(), st.integers(0, 9))
def test_any_two_ledgers_tie_out(before: list[Entry], after: list[Entry], shared: int) -> None:
    books = book(before), book([*before[:shared], *after[shared:]])
    old, new = state(books[0], str(FIRST)), state(books[1], str(LAST))
    told = evidence(stand(books[1], LAST, RULES), FIRST)
    found = compare(old, new, RULES.aging.buckets, told)
    check(found, old, new)
    check_series(old, new, told)
    rows = [m for m in told.billed if identity_of(m)]
    if not rows:
        check_rolls(found, old, new)


@settings(deadline=None, max_examples=8, phases=PHASES)
@given(entries(), entries(), st.data())
def test_any_evidence_explains_no_more_than_there_is(
    before: list[Entry], after: list[Entry], data: st.DataObject
) -> None:
    old, new = state(book(before), str(FIRST)), state(book(after), str(LAST))
    paid = st.builds(Paid, *(st.integers(-(10**6), 10**10) for _ in range(3)))
    keys = [identity_of(line) for line in (*old.lines, *new.lines)]
    parties = [(x.company, x.customer_key, x.currency) for x in (*old.lines, *new.lines)]
    told = Evidence(
        {key: data.draw(paid) for key in keys[::2]},
        {party: data.draw(paid) for party in parties[::2]},
        (),
        frozenset(keys[::3]),
    )
    check(compare(old, new, RULES.aging.buckets, told), old, new)


@settings(deadline=None, max_examples=6, phases=PHASES)
@given(entries())
def test_a_ledger_against_itself_has_not_changed(rows: list[Entry]) -> None:
    kept = state(book(rows), str(LAST))
    found = compare(kept, kept, RULES.aging.buckets)
    assert {a.money.opening - a.money.closing for a in found.totals} <= {0}
    assert {m.money.down + m.money.raised + m.money.billed for m in found.moves} <= {0}
    assert found.grades == ()
