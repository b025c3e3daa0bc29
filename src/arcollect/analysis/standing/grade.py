"""A to D, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, short_percent
from arcollect.analysis.rates import in_base
from arcollect.analysis.standing.consequence import consequences
from arcollect.analysis.standing.record import Record, records
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

_ORDER = "DCBA"


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of one customer (all own companies and currencies together).

    letter: A | B | C | D | "" (ungraded). watch: B(观察). reasons in the order tested,
    consequences per R000-45…48 (options are separate messages, never chosen for the
    user).
    """

    customer_key: str
    customer: str
    letter: str
    watch: bool
    reasons: tuple[Message, ...]
    consequences: tuple[Message, ...]
    documents: int
    late: int
    worst_days: int
    long_late: int  # documents more than 60 days late
    not_counted: int  # disputed, small, retention: shown, not counted
    open_minor: tuple[tuple[str, int], ...]  # by currency
    overdue_minor: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Grades:
    """All customers, D first; `scheme` abcd or abc (D folded into C, R001-05)."""

    grades: tuple[Grade, ...]
    scheme: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A letter with its reasons, in the order tested."""

    letter: str
    reasons: tuple[Message, ...]
    watch: bool = False


def grade(position: Position, policy: Policy) -> Grades:
    """Grade every customer by U-13: how often and how long its documents were late.

    Documents: those that fell due within 12 months before the as-of date, and every
    open overdue one whatever its age; disputed ones and those listed apart are shown,
    not counted. Settled on the due date, or on the as-of date, is in time or paid.
    D first, then by overdue money. `scheme` "abc" folds D into C and keeps what follows
    from it (R001-05).
    """
    sheets = dict(list(position.ledger.customers.groupby("customer_key", observed=True)))
    none = position.ledger.customers.iloc[:0]
    grades = []
    for record in records(position, policy):
        verdict = judge(record, policy)
        sheet = sheets.get(record.customer_key, none)
        follows = consequences(verdict.letter, record, sheet, position.as_of, policy)
        grades.append(_graded(record, verdict, follows, policy))
    grades.sort(key=lambda one: _rank(one, policy))
    counted = Counter(one.letter for one in grades)
    letters = "DCBA" if policy.grade.scheme == "abcd" else "CBA"
    counts = tuple((letter, counted[letter]) for letter in (*letters, ""))
    return Grades(tuple(grades), policy.grade.scheme, counts)


def judge(record: Record, policy: Policy) -> Verdict:
    """The letter of one record, tested in this order (U-13).

    D: bad-debt mark. Ungraded: no document has fallen due. C: >= 3 late and more than
    1/3 late; or documents over 60 days late, >= 2 or >= 5 % of the amount. 31-60 days
    late, or a single small one over 60: late ratio <= 20 % is B to watch, else C. B if
    any late, A if none. Under 5 documents the ratio tests (1/3, 20 %) do not apply.
    """
    if record.is_bad_debt:
        return Verdict("D", (message("standing_why.bad_debt"),))
    if not record.documents:
        key = "ungraded_apart" if record.not_counted else "ungraded"
        return Verdict("", (message(f"standing_why.{key}", count=record.not_counted),))
    if too_bad := (*_often_late(record, policy), *_long_late(record, policy)):
        return Verdict("C", too_bad)
    if record.worst_days > policy.grade.middle_days:
        return _middle(record, policy)
    if record.late:
        return Verdict("B", (_said("some_late", record),))
    return Verdict("A", (_said("none_late", record),))


def _said(key: str, record: Record, **facts: object) -> Message:
    return message(
        f"standing_why.{key}",
        late=record.late,
        documents=record.documents,
        worst=record.worst_days,
        long=record.long_late,
        **facts,
    )


def _often_late(record: Record, policy: Policy) -> tuple[Message, ...]:
    rules = policy.grade
    if record.documents < rules.ratio_min_documents or record.late < rules.late_count_c:
        return ()
    if record.late <= rules.late_share_c * record.documents:
        return ()
    limit = rules.late_share_c
    share = str(limit) if limit.denominator < 10 else short_percent(limit)
    return (_said("often_late", record, share=share),)


def _long_late(record: Record, policy: Policy) -> tuple[Message, ...]:
    rules = policy.grade
    if record.long_late >= rules.long_count:
        return (_said("long_late", record, days=rules.long_days),)
    share = record.long_share
    if record.long_late and share is not None and share >= rules.long_share:
        limit = short_percent(rules.long_share)
        facts = {"days": rules.long_days, "share": limit, "actual": percent(share)}
        return (_said("long_share", record, **facts),)
    return ()


def _middle(record: Record, policy: Policy) -> Verdict:
    rules = policy.grade
    share = short_percent(rules.watch_share)
    if record.documents < rules.ratio_min_documents:
        few = _said("middle_few", record, least=rules.ratio_min_documents)
        return Verdict("B", (few,), watch=True)
    if record.late <= rules.watch_share * record.documents:
        return Verdict("B", (_said("middle_rare", record, share=share),), watch=True)
    return Verdict("C", (_said("middle_often", record, share=share),))


def _notes(record: Record) -> tuple[Message, ...]:
    """What was seen but not counted, and what could not be tested."""
    notes = []
    if record.is_related:
        notes.append(message("standing_why.related"))
    if record.not_counted:
        notes.append(message("standing_why.not_counted", count=record.not_counted))
    if record.unknown:
        notes.append(message("standing_why.unknown_date", count=record.unknown))
    if record.long_share is None and record.long_late:
        notes.append(message("standing_why.no_rate"))
    return tuple(notes)


def _graded(
    record: Record, verdict: Verdict, follows: tuple[Message, ...], policy: Policy
) -> Grade:
    folded = verdict.letter == "D" and policy.grade.scheme == "abc"
    return Grade(
        customer_key=record.customer_key,
        customer=record.customer,
        letter="C" if folded else verdict.letter,
        watch=verdict.watch,
        reasons=(*verdict.reasons, *_notes(record)),
        consequences=follows,
        documents=record.documents,
        late=record.late,
        worst_days=record.worst_days,
        long_late=record.long_late,
        not_counted=record.not_counted,
        open_minor=record.open_minor,
        overdue_minor=record.overdue_minor,
    )


def _rank(one: Grade, policy: Policy) -> tuple[int, bool, Fraction, str]:
    order = _ORDER.index(one.letter) if one.letter else len(_ORDER)
    money = [in_base(minor, code, policy) for code, minor in one.overdue_minor]
    overdue = sum((m for m in money if m is not None), Fraction(0))
    return order, not one.watch, -overdue, one.customer_key
