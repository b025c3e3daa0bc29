"""Everything about one customer that the caller should have in front of him."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.conduct import segments_with
from arcollect.analysis.chase.promises import Judged, judge
from arcollect.analysis.chase.recipient import customers
from arcollect.analysis.chase.worklist.accounts import accounts, aged
from arcollect.analysis.chase.worklist.facts import Facts, facts_of
from arcollect.analysis.money_in import Money, money_in
from arcollect.analysis.standing.grade import grade

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Account, Entry, Person, Worklist
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.grade import Grade
    from arcollect.analysis.standing.scoring.segment import Segment
    from arcollect.policy import Policy
    from arcollect.register.entries import (
        ContactEntry,
        DisputeEntry,
        History,
        LetterEntry,
        Party,
    )


@dataclass(frozen=True, slots=True)
class Brief:
    """The credit file of one party (R001-26, R002-07); newest first where dated.

    entry: its row of the worklist, None where there is nothing to chase; people: as the
    contacts sheet lists them, so the first is the first contact (R002-08).
    """

    account: Account
    entry: Entry | None
    grade: Grade | None
    segment: Segment | None
    people: tuple[Person, ...]
    money: tuple[Money, ...]
    promises: tuple[Judged, ...]
    contacts: tuple[ContactEntry, ...]
    letters: tuple[LetterEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    terms: str = ""
    limit_minor: int | None = None
    sales_minor: int | None = None
    flags: tuple[str, ...] = ()


def brief(
    position: Position, policy: Policy, history: History, answer: Worklist, wanted: str
) -> tuple[Brief, ...]:
    """A brief for each party whose customer's name or code is meant by `wanted`.

    An exact name or code wins; else every customer whose name contains it. () for none.
    """
    found = _called(accounts(position, aged(position, policy), history, policy), wanted)
    parties = {a.party for a in found}
    facts = facts_of(position, parties)
    desk = _Desk(position, policy, history, answer, facts)
    return tuple(desk.brief(account) for account in found)


def _called(found: list[Account], wanted: str) -> list[Account]:
    folded = wanted.strip().casefold()
    exact = [
        a
        for a in found
        if folded in {a.customer.casefold(), a.customer_code.casefold(), a.party[1].casefold()}
    ]
    return exact or [a for a in found if folded and folded in a.customer.casefold()]


class _Desk:
    """What the briefs of one run share."""

    def __init__(
        self, position: Position, policy: Policy, history: History, answer: Worklist, facts: Facts
    ) -> None:
        self.position, self.history, self.facts = position, history, facts
        self.entries = {e.party: e for e in answer.entries}
        self.grades = {g.customer_key: g for g in grade(position, policy).grades}
        self.segments = segments_with(history, position, policy).by_account()
        self.promises = judge(history, position, policy)
        self.customers = customers(position.ledger.customers, position.ledger.contacts)

    def brief(self, account: Account) -> Brief:
        """Everything kept about one own company, customer and currency, newest first."""
        party, history = account.party, self.history
        contacts = [c for c in history.contacts if c.party == party]
        return Brief(
            account=account,
            entry=self.entries.get(party),
            grade=self.grades.get(party[1]),
            segment=self.segments.get(party[:2]),
            people=self.facts.people.get(party[1], ()),
            money=tuple(reversed(money_in(self.position, {party}).get(party, []))),
            promises=tuple(reversed(self.promises.of(party))),
            contacts=tuple(sorted(contacts, key=lambda c: c.at, reverse=True)),
            letters=tuple(reversed(tuple(history.letters_of(party)))),
            disputes=tuple(d for d in history.disputes if d.party == party),
            terms=self._terms(party),
            limit_minor=self.facts.limits.get(party),
            sales_minor=self.facts.sales.get(party),
            flags=self._flags(party),
        )

    def _terms(self, party: Party) -> str:
        """The customers sheet's terms, else those of the newest document."""
        company, key, _ = party
        ledger = self.position.ledger
        for frame in (ledger.customers, ledger.items):
            of_key = frame[(frame["customer_key"].astype(object) == key).to_numpy(bool)]
            mine = of_key[of_key["company"].astype(object).isin(["", company]).to_numpy(bool)]
            said = [str(t) for t in mine["terms"] if str(t)]
            if said:
                return said[-1]
        return ""

    def _flags(self, party: Party) -> tuple[str, ...]:
        company, key, _ = party
        known = self.customers.get((company, key)) or self.customers.get(("", key))
        return tuple(sorted(known.flags)) if known else ()
