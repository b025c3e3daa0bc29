"""What a letter holds out to a customer that pays at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arcollect.analysis.chase.notice import Dunning, Notice, Offer
from arcollect.analysis.chase.recipient import Customer, customers, known_as
from arcollect.analysis.figures import short_percent
from arcollect.analysis.standing.record import bad_debtors
from arcollect.errors import Message, message
from arcollect.numerals import simplified
from arcollect.workdays import add_workdays

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

LEVELS = ("L1-short", "L1", "L2")
_HARMLESS = frozenset({"no-assignment"})  # says nothing about paying
_CLOSED = frozenset({"risk", "recovery"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What decides about an offer, found once for all letters."""

    policy: Policy
    customers: Mapping[tuple[str, str], Customer]
    bad: Collection[str]
    industries: Mapping[tuple[str, str], tuple[str, ...]]


def with_offers(dunning: Dunning, position: Position, policy: Policy, approved_by: str) -> Dunning:
    """The same letters with what each holds out, or why it holds out nothing.

    A customer in manufacturing gets part of its next order's price (5 %), one in retail
    a longer warranty on those goods, if everything the letter asks for has arrived by
    the next workday; the offer ends on that day and takes nothing off the debt (R000-16,
    R000-17). Another industry, or none known, is offered nothing: somebody has to ask.
    Only in L1 and L2, also by the days alone, and never where there is a warning flag, a
    bad debt, a risk or a public body: to those it would be no gentle push. `approved_by`
    is kept with each offer (W-16). Who is late for want of cash has a plan instead.
    """
    known = _Known(
        policy,
        customers(position.ledger.customers, position.ledger.contacts),
        bad_debtors(position),
        _industries(position),
    )
    pay_by = _pay_by(dunning.written, policy)
    notices = tuple(_with_offer(n, known, pay_by, approved_by) for n in dunning.notices)
    return replace(dunning, notices=notices)


def _pay_by(written: dt.date, policy: Policy) -> dt.date:
    """The next workday after the letter's own day."""
    free = policy.workdays
    return add_workdays(written, policy.incentive.pay_workdays, *free)


def _with_offer(notice: Notice, known: _Known, pay_by: dt.date, approved_by: str) -> Notice:
    why = _why_not(notice, known) or _of_industry(notice, known, pay_by, approved_by)
    if isinstance(why, Offer):
        return replace(notice, offer=why, offer_why=_said(why))
    return replace(notice, offer_why=message("chase_why.no_offer", why=why))


def _said(offer: Offer) -> Message:
    facts = {"share": short_percent(offer.share), "months": offer.months}
    said = message(f"chase_why.offer_{offer.kind}", **facts)
    return message("chase_why.offer", what=said, day=offer.pay_by, by=offer.approved_by)


def _why_not(notice: Notice, known: _Known) -> Message | None:
    """The first reason to hold out nothing; None where there is none."""
    for level in (notice.level, notice.table_level):
        if level not in LEVELS:
            return message("chase_why.no_offer_level", level=level, levels=list(LEVELS))
    who = known_as(known.customers, notice.company, notice.customer_key)
    if flags := sorted(who.flags - _HARMLESS):
        names = [message(f"alerts.name_flag_{flag.replace('-', '_')}") for flag in flags]
        return message("chase_why.no_offer_flags", flags=names)
    if notice.customer_key in known.bad:
        return message("chase_why.no_offer_bad_debt")
    is_public = notice.customer_type == "public"
    closed = notice.segment if notice.segment in _CLOSED else notice.variant
    why = closed.replace("-", "_") or ("public" if is_public else "")
    return message(f"chase_why.no_offer_{why}") if why else None


def _of_industry(
    notice: Notice, known: _Known, pay_by: dt.date, approved_by: str
) -> Offer | Message:
    """The offer of the customer's industry, or why there is none (R000-17)."""
    rules, named = known.policy.incentive, _named(notice, known)
    if not named:
        return message("chase_why.no_offer_unknown")
    is_made = _says(named, rules.discount_industries)
    is_sold = _says(named, rules.warranty_industries)
    if is_made == is_sold:
        return message("chase_why.no_offer_industry", industry=named)
    if is_made and rules.discount:
        return Offer("discount", pay_by, approved_by, share=rules.discount)
    if is_sold and rules.warranty_months:
        return Offer("warranty", pay_by, approved_by, months=rules.warranty_months)
    key = "discount" if is_made else "warranty_months"
    return message("chase_why.no_offer_off", setting=f"incentive.{key}")


def _named(notice: Notice, known: _Known) -> list[str]:
    """What the ledger says the customer's industry is."""
    return list(known.industries.get((notice.company, notice.customer_key), ()))


def _says(named: Collection[str], words: Collection[str]) -> bool:
    """Whether an industry has one of the words, however they are written."""
    plain = [simplified(one).casefold() for one in named]
    return any(simplified(word).casefold() in one for word in words if word for one in plain)


def _industries(position: Position) -> dict[tuple[str, str], tuple[str, ...]]:
    """Every industry that the items of a customer name, by (own company, customer)."""
    items = position.ledger.items[["company", "customer_key", "industry"]].astype(object)
    found: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for company, key, name in items.drop_duplicates().itertuples(index=False):
        if str(name).strip():
            found[str(company), str(key)] += (str(name).strip(),)
    return found
