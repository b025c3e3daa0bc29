"""Who gets the paper that was asked for, over how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arcollect.analysis.chase.account import Account, accounts, no_letter
from arcollect.analysis.chase.deadline import pay_by
from arcollect.analysis.chase.history.disputes import open_on
from arcollect.analysis.chase.notice import Demand, NoLetter, Notice
from arcollect.analysis.chase.papers.balance import balances
from arcollect.analysis.chase.papers.paper import Line, Paper, Papers
from arcollect.analysis.chase.papers.plan import plan
from arcollect.analysis.chase.recipient import Customer, customers, known_as
from arcollect.analysis.chase.sender import nobody_writes, own_company
from arcollect.analysis.money_in import stated_on
from arcollect.errors import UsageError, message
from arcollect.register.entries import History

if TYPE_CHECKING:
    from arcollect.analysis.chase.account import Key
    from arcollect.analysis.chase.papers.wish import Wish
    from arcollect.analysis.claims.instalments import Instalment
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

_WRITTEN_AS = {
    "stop-supply": "L2", "repayment": "L3", "assignment": "L3", "reconciliation": "L0",
    "partial-payment": "L2",
}  # fmt: skip
"""The letter whose addressee and number of copies a paper shares."""
_FOREVER_DAYS = 40_000
NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every paper of a run shares."""

    wish: Wish
    policy: Policy
    as_of: dt.date
    written: dt.date
    customers: Mapping[tuple[str, str], Customer]
    lines: Mapping[Key, tuple[Line, ...]]


def draw(
    position: Position,
    fees: Fees,
    policy: Policy,
    wish: Wish,
    written: dt.date | None = None,
    history: History = NO_HISTORY,
) -> Papers:
    """One paper per own company, customer and currency, in that order.

    A reconciliation letter shows the whole account (U-23), an assignment all
    undisputed items whether due or not, the others what is overdue and undisputed
    (by the ledger, or by an open dispute of `history`);
    all net of receipts and credits not yet applied (U-02). No paper ever states an
    amount of late fee beside the principal (R-LAW-04). Days past due are those of
    as-of. UsageError where the wish lacks what makes the paper valid, names a
    document that is not there, or is dated before its figures.
    """
    wish.check()
    day = written or position.as_of
    if day < position.as_of:
        raise UsageError(message("chase_why.dated_before", day=day, as_of=position.as_of))
    known = customers(position.ledger.customers, position.ledger.contacts)
    lines = balances(position) if wish.kind == "reconciliation" else {}
    desk = _Desk(wish, policy, position.as_of, day, known, lines)
    contested = open_on(history.disputes, day)
    ahead = _FOREVER_DAYS if wish.kind == "assignment" else 0
    asked = [
        account
        for account in accounts(position, fees, ahead, contested)
        if wish.customer_key in {"", account.key[1]}
    ]
    _refuse_unknown(wish, asked)
    answers = [_answer(account, desk) for account in asked]
    stated = stated_on(position)
    papers = tuple(replace(a, balances_on=stated) for a in answers if isinstance(a, Paper))
    silent = tuple(a for a in answers if isinstance(a, NoLetter))
    return Papers(wish.kind, position.as_of, day, papers, silent, policy.workdays)


def _refuse_unknown(wish: Wish, asked: Sequence[Account]) -> None:
    items = (d for account in asked for d in (*account.overdue, *account.upcoming))
    known = {number for d in items for number in (d.document_no, d.invoice_no)}
    missing = [number for number in wish.documents if number not in known]
    if missing:
        raise UsageError(message("papers_why.document", missing=missing))


def _answer(account: Account, desk: _Desk) -> Paper | NoLetter:
    company, _, _ = account.key
    if own_company(desk.policy, company) is None:
        why = nobody_writes(desk.policy, company)
        return no_letter(account, why, ("own_company",))
    if desk.wish.kind == "reconciliation":
        return _reconciled(account, desk)
    items = tuple(_chosen(account, desk.wish))
    gross = sum(d.demanded_minor for d in items)
    if not items:
        return no_letter(account, message("papers_why.nothing"))
    if gross <= account.unapplied_minor:
        return no_letter(account, message("chase_why.covered"))
    notice = _notice(account, items, gross, desk)
    paper_plan = _plan(gross - account.unapplied_minor, notice, desk)
    return Paper(desk.wish, desk.as_of, desk.written, notice, paper_plan)


def _reconciled(account: Account, desk: _Desk) -> Paper | NoLetter:
    lines = desk.lines.get(account.key, ())
    if not lines and not account.unapplied_minor:
        return no_letter(account, message("papers_why.no_balance"))
    notice = _notice(account, (), sum(line.open_minor for line in lines), desk)
    return Paper(desk.wish, desk.as_of, desk.written, notice, lines=lines)


def _chosen(account: Account, wish: Wish) -> Iterator[Demand]:
    """Overdue items, for an assignment all; only the documents named, where any are."""
    for demand in (*account.overdue, *account.upcoming):
        numbers = {demand.document_no, demand.invoice_no}
        if not wish.documents or numbers & set(wish.documents):
            yield demand


def _plan(total_minor: int, notice: Notice, desk: _Desk) -> tuple[Instalment, ...]:
    """The dated payments of an agreement, or of an offer to pay in two parts (R000-55)."""
    wish, rules = desk.wish, desk.policy.papers
    by_kind = {
        "repayment": (rules.instalments, rules.down_share),
        "partial-payment": (1, rules.part_share),
    }
    if wish.kind not in by_kind:
        return ()
    first = wish.first or notice.deadline
    return plan(total_minor, notice.currency, by_kind[wish.kind], first, desk.policy)


def _notice(account: Account, items: tuple[Demand, ...], gross: int, desk: _Desk) -> Notice:
    company, key, currency = account.key
    who = known_as(desk.customers, company, key)
    level = _WRITTEN_AS[desk.wish.kind]
    person = who.addressee(level) or who.addressee("L2")
    return Notice(
        company=company,
        customer_key=key,
        customer=account.customer,
        currency=currency,
        level=level,
        table_level=level,
        level_why=(),
        items=items,
        gross_minor=gross,
        unapplied_minor=account.unapplied_minor,
        demand_minor=gross - account.unapplied_minor if items else 0,
        not_demanded=tuple(sorted(account.held.items())),
        fee_minor=0,
        worst_days=max((d.days_past_due for d in items), default=0),
        deadline=pay_by(desk.written, desk.policy),
        appointment=None,
        addressee=person.name if person else "",
        addressee_title=person.title if person else "",
        cc=(),
        language=who.language or desk.policy.letters.language,
        would_improve=(),
        address=who.address,
        open_minor=account.open_minor,
        overdue_minor=account.overdue_minor,
        customer_type=who.customer_type,
        credited_minor=account.credited_minor,
    )
