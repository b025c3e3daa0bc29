"""Is this document fit for factoring, and if not, why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.position import Apart
from arcollect.analysis.rates import in_base
from arcollect.errors import Message, message
from arcollect.money import exponent, half_up, show

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.policy import Policy
    from arcollect.policy.outcome.finance import FinancePolicy
    from arcollect.register.entries import Party

PAPERS = ("contract_no", "invoice_no", "delivery_proof")
"""What a factor asks for and a ledger may name."""


@dataclass(frozen=True, slots=True)
class Document:
    """One open document as a factor looks at it; minor units.

    days_left to the due date, negative when overdue; covered: what unapplied receipts
    and credits will pay; flags: red flags of the customers sheet; grade: "" unknown;
    missing: papers that the ledger does not name.
    """

    party: Party
    customer: str
    document_no: str
    due_date: dt.date | None
    days_left: int
    open_minor: int
    covered_minor: int
    disputed_minor: int
    apart: str
    grade: str
    flags: frozenset[str]
    is_bad_debt: bool
    is_banned: bool
    missing: tuple[str, ...] = ()

    @property
    def net_minor(self) -> int:
        """What is left after unapplied receipts and credits."""
        return self.open_minor - self.covered_minor


Test = Callable[[Document, "Policy"], Iterator[Message]]


def refused(document: Document, policy: Policy) -> tuple[Message, ...]:
    """Every reason why it is not fit; none: it is (R001-28).

    Undisputed, no related party and nothing else listed apart, not overdue by more than
    allowed, days to the due date within the range, debtor graded well and without red
    flag, assignment not banned by a mark, and enough money left. What is not known (no
    due date, no grade) is a reason: nobody buys it unseen.
    """
    return tuple(said for test in _TESTS for said in test(document, policy))


def _apart(document: Document, policy: Policy) -> Iterator[Message]:  # noqa: ARG001
    if document.apart != Apart.NO:
        yield message(f"finance_why.apart_{document.apart.replace('-', '_')}")
    if document.disputed_minor:
        amount = show(document.disputed_minor, document.party[2])
        yield message("finance_why.disputed", amount=amount)


def _term(document: Document, policy: Policy) -> Iterator[Message]:
    rules, days = policy.finance, document.days_left
    if document.due_date is None:
        yield message("finance_why.no_due_date")
    elif days < 0:
        yield from _late(-days, rules)
    elif days < rules.min_days_left:
        yield message("finance_why.too_soon", days=days, least=rules.min_days_left)
    elif days > rules.max_days_left:
        yield message("finance_why.too_far", days=days, most=rules.max_days_left)


def _late(days: int, rules: FinancePolicy) -> Iterator[Message]:
    """Overdue within what is allowed has no days left to count."""
    if days > rules.max_days_late:
        key = "late_beyond" if rules.max_days_late else "late"
        yield message(f"finance_why.{key}", days=days, most=rules.max_days_late)


def _debtor(document: Document, policy: Policy) -> Iterator[Message]:
    accepted = policy.finance.grades
    if document.is_bad_debt:
        yield message("finance_why.bad_debt")
    elif not document.grade:
        yield message("finance_why.no_grade")
    elif document.grade not in accepted:
        yield message("finance_why.grade", grade=document.grade, accepted=list(accepted))
    for flag in sorted(document.flags):
        said = message(f"standing_why.flag_{flag.replace('-', '_')}")
        yield message("finance_why.flag", flag=said)


def _assignment(document: Document, policy: Policy) -> Iterator[Message]:  # noqa: ARG001
    if document.is_banned:
        yield message("finance_why.banned")


def _amount(document: Document, policy: Policy) -> Iterator[Message]:
    least, currency = policy.finance.min_amount, document.party[2]
    if document.net_minor <= 0:
        yield message("finance_why.covered")
        return
    worth = in_base(document.net_minor, currency, policy)
    if worth is None:
        yield message("finance_why.no_rate", currency=currency, base=policy.base_currency)
    elif worth < Fraction(least):
        yield _small(f"{currency} {show(document.net_minor, currency)}", currency, worth, policy)


def _small(amount: str, currency: str, worth: Fraction, policy: Policy) -> Message:
    """Too little left; in another currency with what it is worth in the base currency."""
    base = policy.base_currency
    least = f"{base} {policy.finance.min_amount:,}"
    if currency in {"", base}:
        return message("finance_why.small", amount=amount.strip(), least=least)
    value = f"{base} {show(half_up(worth * 10 ** exponent(base)), base)}"
    return message("finance_why.small_abroad", amount=amount, worth=value, least=least)


_TESTS: tuple[Test, ...] = (_apart, _term, _debtor, _assignment, _amount)
