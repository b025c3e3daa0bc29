"""Which letter is due to whom, for how much, and why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from arcollect.analysis.chase.account import Account, accounts, no_letter
from arcollect.analysis.chase.deadline import pay_by
from arcollect.analysis.chase.earlier import Earlier, earlier
from arcollect.analysis.chase.history.disputes import open_on
from arcollect.analysis.chase.history.past import Past, Pause, name_of, past
from arcollect.analysis.chase.ladder import RUNGS, Case, Step, climb, unsettled
from arcollect.analysis.chase.notice import (
    LEVELS,
    Demand,
    Dunning,
    Gap,
    NoLetter,
    Notice,
)
from arcollect.analysis.chase.recipient import Customer, Person, customers, known_as
from arcollect.analysis.chase.sender import nobody_writes, own_company
from arcollect.analysis.chase.variant import variant
from arcollect.analysis.claims.fee_kept import kept_fees
from arcollect.analysis.money_in import stated_on
from arcollect.analysis.rates import in_base, rate
from arcollect.errors import Message, UsageError, message
from arcollect.register.entries import History
from arcollect.workdays import next_slot

if TYPE_CHECKING:
    from arcollect.analysis.claims.fee_kept import KeptFee
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.policy.model import Company
    from arcollect.register.entries import Party

__all__ = ["LEVELS", "Demand", "Dunning", "Gap", "NoLetter", "Notice", "dun"]

NO_HISTORY = History()
NO_SEGMENTS: Mapping[tuple[str, str], str] = {}
_FEE_FROM = 3  # a fee is an amount from L3 only (U-22)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every letter of a run shares."""

    policy: Policy
    customers: Mapping[tuple[str, str], Customer]
    deadline: dt.date
    appointment: dt.datetime
    segments: Mapping[tuple[str, str], str]
    past: Past
    kept: Mapping[Party, tuple[KeptFee, ...]]
    is_forced: bool

    def customer(self, account: Account) -> Customer:
        """What is known about the customer of an account."""
        return known_as(self.customers, *account.key[:2])


def dun(
    position: Position,
    fees: Fees,
    policy: Policy,
    written: dt.date | None = None,
    *,
    segments: Mapping[tuple[str, str], str] = NO_SEGMENTS,
    history: History = NO_HISTORY,
    force: bool = False,
) -> Dunning:
    """Which letter is due to whom (requirements section 8 with U-02, U-20, U-21).

    One notice per own company, customer and currency. What is demanded is net:
    overdue items less disputed parts, items that stand apart and unapplied
    receipts; a demand below the minimum, or nothing but reasons not to ask,
    is a NoLetter that says why. Where nothing is overdue, items due within
    `pre_due_days` make an L0. Letters are dated `written`, else as-of; the
    deadline is that day plus `deadline_days`, rolled to the next workday
    (R-LAW-14); days past due are always those of as-of. `segments` by (own company,
    customer key) choose the column of the table; who is not in it has the default one.

    `history` says what was sent and said before: letters marked sent decide how firm the
    next one may be, and when; disputed parts are not demanded; promises and complaints
    pause (R-LAW-14, R003-89, X-27). `force` writes in spite of a pause. Nothing depends on a
    clock. UsageError for a letter dated before its figures.
    """
    day = written or position.as_of
    if day < position.as_of:
        raise UsageError(message("chase_why.dated_before", day=day, as_of=position.as_of))
    before = past(history, position, policy, day)
    contested = open_on(history.disputes, day)
    kept = kept_fees(fees, position, policy, contested)
    desk = _desk(position, policy, segments, (before, kept), is_forced=force)
    notices: list[Notice] = []
    silent: list[NoLetter] = []
    gaps: list[Gap] = []
    for account in accounts(position, fees, policy.letters.pre_due_days, contested):
        answer = _answer(account, desk)
        gaps.extend(_gaps(account, answer))
        if isinstance(answer, Notice):
            notices.append(answer)
        else:
            silent.append(answer)
    made = (tuple(notices), tuple(silent), tuple(gaps))
    return Dunning(position.as_of, day, *made, balances_on=stated_on(position))


def _desk(
    position: Position,
    policy: Policy,
    segments: Mapping[tuple[str, str], str],
    known: tuple[Past, Mapping[Party, tuple[KeptFee, ...]]],
    *,
    is_forced: bool,
) -> _Desk:
    before, kept = known
    extra = policy.workdays
    return _Desk(
        policy=policy,
        customers=customers(position.ledger.customers, position.ledger.contacts),
        deadline=pay_by(before.day, policy),
        appointment=next_slot(before.day, *extra),
        segments=segments,
        past=before,
        kept=kept,
        is_forced=is_forced,
    )


def _answer(account: Account, desk: _Desk) -> Notice | NoLetter:
    company = own_company(desk.policy, account.key[0])
    if not desk.is_forced:
        _hold_promised(account, desk.past.promised(account.key))
    items = account.overdue or account.upcoming
    if not items:
        return no_letter(account, *_nothing(account))
    if company is None:
        why = nobody_writes(desk.policy, account.key[0])
        return no_letter(account, why, ("own_company",))
    gross = sum(d.demanded_minor for d in items)
    net = gross - account.unapplied_minor
    if net <= 0:
        return no_letter(account, message("chase_why.covered"))
    if _is_below(net, account.key[2], desk.policy):
        facts = {"minimum": desk.policy.letters.min_demand}
        return no_letter(account, message("chase_why.below_minimum", **facts))
    return _paused(account, items, desk, company)


def _hold_promised(account: Account, documents: Collection[str]) -> None:
    """Documents whose promised day has not passed are not demanded before it."""
    waiting = [d for d in account.overdue if name_of(d) in documents]
    if waiting:
        account.held["promised"] += sum(d.demanded_minor for d in waiting)
    account.overdue = [d for d in account.overdue if name_of(d) not in documents]
    account.upcoming = [d for d in account.upcoming if name_of(d) not in documents]


def _paused(
    account: Account, items: Sequence[Demand], desk: _Desk, company: Company
) -> Notice | NoLetter:
    """The letter, or why it has to wait; with `force` the letter, saying so."""
    case = _case(account, items, desk)
    step = climb(case, desk.policy.letters)
    if not step.level:
        return no_letter(account, step.why[0])
    pauses = desk.past.pauses(account.key, case.sent, step.level, items)
    if pauses and not desk.is_forced:
        return _waiting(account, pauses)
    forced = [message("chase_why.forced", why=pause.why) for pause in pauses]
    step = replace(step, why=(*step.why, *forced))
    notice = _notice(account, items, desk, company, step)
    return replace(notice, earlier=_earlier(notice, case, desk))


def _earlier(notice: Notice, case: Case, desk: _Desk) -> Earlier:
    """What a formal letter says about the past."""
    sent = unsettled(case, desk.policy.letters)
    documents = [name_of(item) for item in notice.items]
    broken = desk.past.broken(notice.party)
    return earlier(notice.level, sent, broken, documents, desk.past.day)


def _waiting(account: Account, pauses: Sequence[Pause]) -> NoLetter:
    """The first reason, and the day when the last one is gone."""
    why, days = pauses[0].why, [pause.until for pause in pauses]
    until = max((day for day in days if day is not None), default=None)
    if None in days or until is None:
        return no_letter(account, why)
    said = message("chase_why.wait", why=why, until=until)
    return replace(no_letter(account, said), until=until)


def _nothing(account: Account) -> tuple[Message, tuple[str, ...]]:
    """Why an account has no item to write about, and the fact that would change it."""
    if any(item.fact == "document" for item in account.incomplete):
        return message("chase_why.no_document"), ("document",)
    if account.held and set(account.held) == {"no-due-date"}:
        return message("chase_why.no_due_date"), ("due_date",)
    if account.held:
        said = [message(f"chase_why.held_{w.replace('-', '_')}") for w in account.held]
        return message("chase_why.all_held", reasons=said), ()
    if account.open_minor == 0:
        return message("chase_why.in_credit"), ()
    return message("chase_why.not_due"), ()


def _is_below(minor: int, currency: str, policy: Policy) -> bool:
    """Whether a demand is below the minimum (U-26); not tested without a rate."""
    base = in_base(minor, currency, policy)
    return base is not None and base < Fraction(policy.letters.min_demand)


def _notice(
    account: Account, items: Sequence[Demand], desk: _Desk, company: Company, step: Step
) -> Notice:
    gross = sum(d.demanded_minor for d in items)
    unapplied = min(account.unapplied_minor, gross)
    who = desk.customer(account)
    person = who.addressee(step.level)
    is_late = step.level != "L0"
    copied = who.copied(person) if step.level == "L3" else ()
    return Notice(
        company=account.key[0],
        customer_key=account.key[1],
        customer=account.customer,
        currency=account.key[2],
        level=step.level,
        table_level=step.table_level,
        level_why=_why(account, step, desk.policy),
        items=tuple(items),
        gross_minor=gross,
        unapplied_minor=unapplied,
        credited_minor=account.credited_minor,
        demand_minor=gross - unapplied if is_late else 0,
        not_demanded=tuple(sorted(account.held.items())),
        fee_minor=_fee(items, unapplied, step.level),
        worst_days=max(d.days_past_due for d in items),
        deadline=desk.deadline,
        appointment=desk.appointment if step.level == "L3" else None,
        addressee=person.name if person else "",
        addressee_title=person.title if person else "",
        cc=tuple(p.name for p in copied),
        cc_titles=tuple(p.title for p in copied),
        language=who.language or desk.policy.letters.language,
        would_improve=tuple(_improvements(items, who, person, company, step.level)),
        address=who.address,
        open_minor=account.open_minor,
        overdue_minor=account.overdue_minor,
        variant=variant(who.flags, desk.past.contacts(account.key)),
        customer_type=who.customer_type,
        segment=desk.segments.get(account.key[:2], ""),
        paid_late=_paid_late(desk, account, step.level),
    )


def _case(account: Account, items: Sequence[Demand], desk: _Desk) -> Case:
    """Days count from the oldest item that unapplied money could not have paid.

    A receipt that waits to be matched may belong to the oldest debt: no letter
    is firmer than what is left without it, nor does what it settles keep the
    ladder from starting anew (U-20).
    """
    paid = accumulate(d.demanded_minor for d in items)
    unpaid = [d for d, so_far in zip(items, paid, strict=True) if so_far > account.unapplied_minor]
    who, broken = desk.customer(account), desk.past.broken(account.key)
    return Case(
        days=max(d.days_past_due for d in unpaid),
        first_due=unpaid[0].due_date,
        flags=who.flags,
        is_consecutive=account.is_consecutive,
        sent=desk.past.last_sent(account.key, who.sent),
        has_decider=who.has_decider,
        segment=desk.segments.get(account.key[:2], ""),
        documents=frozenset(name_of(d) for d in unpaid),
        broken_on=max((one.promise.due_on for one in broken), default=None),
    )


def _why(account: Account, step: Step, policy: Policy) -> tuple[Message, ...]:
    reasons = list(step.why)
    if account.unapplied_minor:
        reasons.append(message("chase_why.unapplied"))
    currency = account.key[2]
    if rate(currency, policy) is None:
        reasons.append(message("chase_why.no_rate", currency=currency))
    return tuple(reasons)


def _fee(items: Sequence[Demand], unapplied: int, level: str) -> int:
    if RUNGS[level] < _FEE_FROM or unapplied:
        return 0
    return sum(d.fee_minor for d in items)


def _paid_late(desk: _Desk, account: Account, level: str) -> tuple[KeptFee, ...]:
    """From L3, and not while money waits that may be meant for the fee (民法典 561)."""
    if RUNGS[level] < _FEE_FROM or account.unapplied_minor:
        return ()
    return desk.kept.get(account.key, ())


def _improvements(
    items: Sequence[Demand],
    who: Customer,
    person: Person | None,
    company: Company,
    level: str,
) -> Iterator[str]:
    """Optional facts that the letter has to do without (U-21)."""
    if person is None:
        yield "contact"
    if not who.has_decider and RUNGS[level] >= 2:
        yield "decider"
    for name in ("invoice_no", "order_no", "contract_no", "goods", "terms"):
        if not all(getattr(d, name) for d in items):
            yield name
    if RUNGS[level] >= 2 and not all(d.clause for d in items):
        yield "clause"
    wanted = ("address", "phone", "contact", "bank_account", "signer")
    yield from (f"own_{name}" for name in wanted if not getattr(company, name))


def _gaps(account: Account, answer: Notice | NoLetter) -> Iterator[Gap]:
    """The missing facts of one account: mandatory ones by document, others by name."""
    company, key, currency = account.key

    who = (company, key, account.customer, currency)
    for item in account.incomplete:
        yield Gap(
            *who, item.document, item.where, item.fact, is_mandatory=True, amount_minor=item.minor
        )
    if isinstance(answer, Notice):
        for fact in answer.would_improve:
            yield Gap(*who, "", "", fact, is_mandatory=False)
    elif "own_company" in answer.missing:
        owed = account.overdue_minor
        yield Gap(*who, "", "", "own_company", is_mandatory=True, amount_minor=owed)
