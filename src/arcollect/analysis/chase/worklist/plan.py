"""Whom to call today, in what order, and why."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.chase.calling.diary import spread
from arcollect.analysis.chase.calling.owners import owner_of
from arcollect.analysis.chase.calling.seasons import Season, season_at
from arcollect.analysis.chase.calling.slots import Cap, Slot, next_contact
from arcollect.analysis.chase.promises import Promises, judge
from arcollect.analysis.chase.recipient import Customer, customers
from arcollect.analysis.chase.worklist.accounts import accounts, aged
from arcollect.analysis.chase.worklist.actions import Deed, actions, deadline, main_action
from arcollect.analysis.chase.worklist.entry import Account, Entry, Section, Worklist
from arcollect.analysis.chase.worklist.facts import Facts, facts_of, sales_are_typed
from arcollect.analysis.chase.worklist.pareto import pareto
from arcollect.analysis.chase.worklist.priority import prioritise
from arcollect.analysis.chase.worklist.reasons import reason_of
from arcollect.analysis.chase.worklist.remarks import remarks
from arcollect.analysis.chase.worklist.sections import Case, section_of
from arcollect.errors import Message, message
from arcollect.workdays import Workdays

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.known import Known
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import ContactEntry, Party

_ORDER = {section: number for number, section in enumerate(Section)}
CORE = "core"


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every row of a run shares."""

    position: Position
    policy: Policy
    known: Known
    promises: Promises
    customers: Mapping[tuple[str, str], Customer]
    facts: Facts
    contacts: Mapping[Party, Sequence[ContactEntry]]
    season: Season | None
    ahead_days: int

    @property
    def free(self) -> Workdays:
        """Workdays and holidays of the company's own."""
        return self.policy.workdays

    def customer(self, party: Party) -> Customer:
        """The customers sheet's row for this own company, else the one for all."""
        company, key, _ = party
        return self.customers.get((company, key)) or self.customers.get(("", key)) or Customer()


def plan(
    position: Position, policy: Policy, known: Known, ahead_days: int | None = None
) -> Worklist:
    """The list: everybody with overdue money, and who is to be reminded ahead.

    One row per own company, customer and currency, in its most important section
    (X-37); within a section by priority = expected recoverable x urgency, exact. Every
    item overdue by a day or more is in a row with an action (R001-02), so the overdue
    column foots with the aging table. Calls start on the workday after the as-of date
    (G-12), one at a time for each owner. ahead_days: how far ahead dues are looked at
    (default: policy, ten days). Nothing depends on a clock. LedgerError when no open
    item has a due date.
    """
    aging = aged(position, policy)
    ahead = policy.letters.pre_due_days if ahead_days is None else ahead_days
    found = accounts(position, aging, known.history, policy)
    desk = _desk(position, policy, known, ahead, [a.party for a in found])
    entries = [e for account in found if (e := _entry(account, desk)) is not None]
    minutes = policy.worklist.call_minutes
    ordered = spread(_accumulated(sorted(entries, key=_rank)), position.as_of, minutes, desk.free)
    buckets = tuple((b.first or 0, b.last) for b in aging.buckets[1:])
    return Worklist(
        as_of=position.as_of,
        bucket_names=buckets,
        entries=ordered,
        pareto=pareto(ordered, policy.pool.share),
        notes=remarks(position, ordered, found, known, policy),
        is_sales_typed=sales_are_typed(position),
        track=policy.worklist.track,
    )


def _desk(
    position: Position, policy: Policy, known: Known, ahead_days: int, parties: Iterable[Party]
) -> _Desk:
    contacts: dict[Party, list[ContactEntry]] = defaultdict(list)
    for contact in known.history.contacts:
        if contact.at.date() <= position.as_of:
            contacts[contact.party].append(contact)
    free = policy.workdays
    return _Desk(
        position=position,
        policy=policy,
        known=known,
        promises=judge(known.history, position, policy),
        customers=customers(position.ledger.customers, position.ledger.contacts),
        facts=facts_of(position, set(parties)),
        contacts={party: sorted(c, key=lambda one: one.at) for party, c in contacts.items()},
        season=season_at(position.as_of, policy.worklist.season_workdays, free),
        ahead_days=ahead_days,
    )


def _entry(account: Account, desk: _Desk) -> Entry | None:
    case = _case(account, desk)
    placed = section_of(case)
    if placed is None:
        return None
    section, why = placed
    party, policy = account.party, desk.policy
    deed = _deed(case, section, desk)
    slot = _slot(deed, desk)
    entry = Entry(
        account=account,
        section=section,
        why=why,
        priority=prioritise(account, policy, is_broken=bool(case.broken)),
        owner=owner_of(account, policy.worklist, is_takeover=party in desk.known.takeovers),
        main=main_action(deed),
        actions=actions(deed),
        deadline=deadline(deed),
        slot=slot.at if slot else None,
        slot_why=slot.why if slot else None,
        reason=deed.reason,
        last_contact=next(reversed(desk.contacts.get(party, ())), None),
        grade=desk.known.grades.get(party[1], ""),
        segment=case.segment,
        letter=deed.letter,
        limitation_days=case.limitation_days,
        is_broken=bool(case.broken),
    )
    return _with_days(_with_money(entry, desk.facts), deed, case)


def _case(account: Account, desk: _Desk) -> Case:
    party = account.party
    return Case(
        account=account,
        flags=desk.customer(party).flags,
        segment=desk.known.segments.get(party[:2], ""),
        limitation_days=desk.known.limitation.get(party),
        broken=desk.promises.broken(party),
        as_of=desk.position.as_of,
        pre_due_days=desk.ahead_days,
        season=desk.season,
    )


def _deed(case: Case, section: Section, desk: _Desk) -> Deed:
    account, party = case.account, case.account.party
    opened = [
        d.opened_on for d in desk.known.history.disputes if d.party == party and not d.closed_on
    ]
    share = desk.policy.letters.promise_pauses_from
    held = desk.promises.holding(party, account.asked_minor, share)
    grace = desk.policy.letters.grace_days if case.segment == CORE else 0
    return Deed(
        case=case,
        section=section,
        reason=reason_of(desk.contacts.get(party, ()), account.documents, case.flags),
        letter=desk.known.letters.get(party, ""),
        open_promises=sorted(held, key=lambda one: one.until),
        promised=desk.promises.open(party),
        disputed_on=max(opened, default=None),
        is_in_grace=0 < account.asked_days <= grace,
        habit=desk.known.habits.get(party),
        free=desk.free,
    )


def _slot(deed: Deed, desk: _Desk) -> Slot | None:
    """When to call next; nobody is called about what we must settle ourselves.

    Nor who withholds on purpose: that is written work (R002-04).
    """
    if deed.section in {Section.INTERNAL, Section.DELIVERY} or deed.is_written_to:
        return None
    rules, party = desk.policy.worklist, deed.case.account.party
    per_week = rules.core_calls_per_week if deed.case.segment == CORE else rules.calls_per_week
    cap = Cap(rules.calls_per_day, per_week)
    past = desk.contacts.get(party, ())
    not_before = _not_before(deed, past)
    return next_contact(deed.case.as_of, past, cap, desk.free, not_before)


def _not_before(deed: Deed, past: Sequence[ContactEntry]) -> tuple[dt.date, Message] | None:
    """The day of an open promise, or the end of the pause that a complaint brought."""
    waits = [
        (one.until, message("worklist_why.wait_promise", day=one.promise.due_on))
        for one in deed.open_promises
    ]
    waits += [
        (c.pause_until, message("worklist_why.wait_complaint", day=c.pause_until))
        for c in past
        if c.is_complaint and c.pause_until is not None
    ]
    return max(waits, key=lambda wait: wait[0], default=None)


def _with_money(entry: Entry, facts: Facts) -> Entry:
    party = entry.party
    last = facts.paid.get(party)
    return replace(
        entry,
        last_paid=last[0] if last else None,
        last_paid_minor=last[1] if last else 0,
        sales_minor=facts.sales.get(party),
        limit_minor=facts.limits.get(party),
        bills_minor=facts.bills.get(party, 0),
        person=facts.person(party[1], decides=entry.section is Section.URGENT),
    )


def _with_days(entry: Entry, deed: Deed, case: Case) -> Entry:
    """What falls due next, and the promise to watch: an open one, else the last broken."""
    entry = replace(
        entry,
        upcoming_minor=sum(d.asked_minor for d in case.ahead),
        upcoming_on=min((d.due_date for d in case.ahead if d.due_date), default=None),
    )
    waiting = sorted(deed.promised, key=lambda one: one.until)
    shown = next(iter(waiting or case.broken[-1:]), None)
    if shown is None:
        return entry
    promise = shown.promise
    return replace(entry, promised_on=promise.due_on, promised_minor=promise.amount_minor)


def _rank(entry: Entry) -> tuple[object, ...]:
    """By section, then by priority; currencies without a rate after those with one."""
    score = entry.priority.in_base
    compared = entry.priority.score if score is None else score
    account = entry.account
    concern = max(account.overdue_minor, account.open_minor)
    return _ORDER[entry.section], score is None, -compared, -concern, entry.party


def _accumulated(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Each row with the share of all overdue money that the list has covered so far."""
    total: dict[str, int] = defaultdict(int)
    for entry in entries:
        total[entry.party[2]] += entry.account.overdue_minor
    running: dict[str, int] = defaultdict(int)
    found = []
    for entry in entries:
        currency, minor = entry.party[2], entry.account.overdue_minor
        running[currency] += minor
        share = Fraction(running[currency], total[currency]) if minor else None
        found.append(replace(entry, cumulative=share))
    return tuple(found)
