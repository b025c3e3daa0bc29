"""What a person has to decide: stop supply, sue, settle, write off."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.claims.limits.limitation import Alarm
from arcollect.analysis.keys import PARTY
from arcollect.analysis.rates import in_base
from arcollect.analysis.standing.pool import STOP_FLAGS
from arcollect.analysis.years import years_before
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.claims.limits.limitation import Limit, Limits
    from arcollect.analysis.standing.aging import Aging
    from arcollect.analysis.standing.grade import Grades
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

SHORT_OF_CASH = "cash-tight"
_SOON = frozenset({Alarm.URGENT, Alarm.NEAR})

Account = tuple[str, str]  # own company, customer key


@dataclass(frozen=True, slots=True)
class Decision:
    """One matter of one party: write_off | sue | settle | stop, the money, and why."""

    company: str
    customer: str
    currency: str
    matter: str
    amount_minor: int
    why: Message


@dataclass(frozen=True, slots=True)
class Known:
    """What decides besides the figures: grades, flags of the customers sheet, limitation."""

    grades: Grades
    ledger: Ledger
    limits: Limits | None = None


@dataclass(slots=True)
class _Debt:
    """What one customer owes one own company late in one currency, by how old it is.

    The disputed part is counted apart: it is in none of the other sums.
    """

    company: str
    customer_key: str
    currency: str
    name: str
    overdue_minor: int = 0
    long_minor: int = 0
    oldest_minor: int = 0
    worst_days: int = 0
    disputed_minor: int = 0

    def less(self, unapplied_minor: int) -> None:
        """Take off unapplied money, from the oldest part first: nobody is sued for it (U-02)."""
        self.overdue_minor -= unapplied_minor
        taken = min(self.oldest_minor, unapplied_minor)
        self.oldest_minor -= taken
        self.long_minor = max(self.long_minor - (unapplied_minor - taken), 0)


def decisions(aging: Aging, as_of: dt.date, known: Known, policy: Policy) -> tuple[Decision, ...]:
    """Candidates for a decision, the largest overdue debt first; minor units.

    Sue: the part late by `recover.min_days` (181, R000-33) or more. Write off: the part
    late by more than `provision.tax_years` (3, R-LAW-11), instead of suing. Settle: the
    customer is marked as short of cash. Stop supply: grade D, or a flag that stops new
    business. Money that waits to be matched is taken off, from the oldest part first
    (U-02), and the disputed part is left out and said (R003-53); where nothing is left
    there is nothing to decide. Items that stand apart (retention, related parties …) are
    not decided about, and two own companies are never one sum (U-06).
    """
    debts = [debt for debt in _debts(aging, as_of, policy) if debt.overdue_minor > 0]
    debts.sort(key=lambda debt: -_worth(debt, policy))
    graded_d = {g.customer_key for g in known.grades.grades if g.letter == "D"}
    flags, ends = _flags(known.ledger), _ends(known.limits)
    return tuple(
        Decision(debt.company, debt.name, debt.currency, matter, minor, _less_disputed(why, debt))
        for debt in debts
        for matter, minor, why in _matters(
            debt,
            flags.get(debt.customer_key, frozenset()),
            ends.get((debt.company, debt.customer_key)),
            policy,
            is_d=debt.customer_key in graded_d,
        )
    )


def _matters(
    debt: _Debt, flags: Collection[str], end: Limit | None, policy: Policy, *, is_d: bool
) -> Iterator[tuple[str, int, Message]]:
    if debt.oldest_minor:
        why = message("boss_why.write_off", years=policy.provision.tax_years)
        yield "write_off", debt.oldest_minor, _with_end(why, end)
    if debt.long_minor:
        facts = {"least": policy.recover.min_days, "days": debt.worst_days}
        yield "sue", debt.long_minor, _with_end(message("boss_why.sue", **facts), end)
    if SHORT_OF_CASH in flags:
        yield "settle", debt.overdue_minor, message("boss_why.settle")
    if stops := sorted(STOP_FLAGS & set(flags)):
        said = [message(f"standing_why.flag_{flag}") for flag in stops]
        yield "stop", debt.overdue_minor, message("boss_why.stop_flags", flags=said)
    elif is_d:
        yield "stop", debt.overdue_minor, message("boss_why.stop_grade")


def _less_disputed(why: Message, debt: _Debt) -> Message:
    """The reason, and how much is left out because it is disputed."""
    if not debt.disputed_minor:
        return why
    return message("boss_why.disputed", why=why, amount=show(debt.disputed_minor, debt.currency))


def _with_end(why: Message, end: Limit | None) -> Message:
    """The reason, and the document whose limitation ends soon."""
    if end is None or end.clock is None:
        return why
    facts = {"document": end.document_no, "end": end.clock.end, "days": end.days_left}
    return message("boss_why.with_end", why=why, **facts)


def _worth(debt: _Debt, policy: Policy) -> Fraction:
    """Overdue money in base currency; without a rate it comes last, never first."""
    return in_base(debt.overdue_minor, debt.currency, policy) or Fraction(0)


def _debts(aging: Aging, as_of: dt.date, policy: Policy) -> Iterator[_Debt]:
    """Never one sum of two own companies, or of two customers of one name (U-06)."""
    items = aging.items
    late = items[(items["days_past_due"] > 0) & (items["apart"].astype(str) == "")]
    oldest = np.datetime64(years_before(as_of, policy.provision.tax_years), "s")
    parties = zip(*(late[c].tolist() for c in PARTY), strict=True)
    facts = zip(
        late["customer"], late["open_minor"], late["disputed_minor"], late["days_past_due"],
        late["due_date"] < oldest, strict=True,
    )  # fmt: skip
    found: dict[tuple[str, ...], _Debt] = {}
    for party, (name, opened, disputed, days, is_old) in zip(parties, facts, strict=True):
        debt = found.setdefault(party, _Debt(party[0], party[1], party[2], str(name)))
        minor = int(opened) - int(disputed)
        debt.overdue_minor += minor
        debt.disputed_minor += int(disputed)
        debt.worst_days = max(debt.worst_days, int(days) if minor else 0)
        if is_old:
            debt.oldest_minor += minor
        elif days >= policy.recover.min_days:
            debt.long_minor += minor
    for company, key, currency, minor in _unapplied(aging):
        if (party := (company, key, currency)) in found:
            found[party].less(minor)
    yield from found.values()


def _unapplied(aging: Aging) -> Iterator[tuple[str, str, str, int]]:
    rows = aging.groups[["company", "by", "currency", "unapplied"]].itertuples(index=False)
    for company, key, currency, minor in rows:
        yield str(company), str(key), str(currency), int(minor)


def _flags(ledger: Ledger) -> Mapping[str, frozenset[str]]:
    sheet = ledger.customers
    found: dict[str, frozenset[str]] = {}
    for key, words in zip(sheet["customer_key"], sheet["flags"], strict=True):
        named = {word.strip() for word in str(words).split(";")} - {""}
        found[str(key)] = found.get(str(key), frozenset()) | named
    return found


def _ends(limits: Limits | None) -> Mapping[Account, Limit]:
    """Of every account the document whose limitation ends first, where that is soon."""
    found: dict[Account, Limit] = {}
    for one in limits.limits if limits else ():  # the nearest end first
        if one.alarm in _SOON:
            found.setdefault((one.company, one.customer_key), one)
    return found
