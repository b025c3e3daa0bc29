"""How firm the next letter may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.levels import Cell, cell
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.policy.model import LetterPolicy

RUNGS = {"L0": 0, "L1-short": 1, "L1": 1, "L2": 2, "L3": 3, "L4": 4}
RECOVERY_FLAGS = ("lost", "refuses", "bankrupt", "litigation", "dishonest-list")
DECIDERS = ("owner", "executive")

_ON_RUNG = ("L0", "L1", "L2", "L3", "L4")


@dataclass(frozen=True, slots=True)
class Sent:
    """The last letter marked sent; level "" when there was none.

    documents: those that it dunned, empty where that is not known; deadline: its pay-by
    date, None where that is not known; number: "" where only the customers sheet knows it.
    """

    level: str = ""
    date: dt.date | None = None
    documents: frozenset[str] = frozenset()
    deadline: dt.date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What decides a level; days are the worst after unapplied money is laid against.

    first_due is the oldest due date among the items of the letter.
    """

    days: int
    first_due: dt.date
    flags: Collection[str]
    is_consecutive: bool  # two documents in a row are overdue (R001-06)
    sent: Sent
    has_decider: bool  # a contact above purchasing and finance is known
    documents: frozenset[str] = frozenset()  # of the items that count
    broken_on: dt.date | None = None  # the day of a promise that was not kept
    segment: str = ""  # core | potential | risk | recovery | "" (the default column)


@dataclass(frozen=True, slots=True)
class Step:
    """The level chosen, what the table alone says, and the reasons in order.

    level "": no letter, a call only.
    """

    level: str
    table_level: str
    why: tuple[Message, ...]


def climb(case: Case, rules: LetterPolicy) -> Step:
    """The level of requirements section 8, then U-20 and U-21.

    The table gives a level by days past due and segment (the default column where
    none is known; the recovery column when the customer is lost, refuses, is
    bankrupt, in litigation or on the list of dishonest debtors). A first letter is at most
    `first_letter_max`; later ones at most one step above the last one sent;
    a broken promise asks for one step more than the table, within that;
    L3 without an addressee above purchasing and finance falls back to L2.
    """
    sent = unsettled(case, rules)
    table, why = _table(case, sent, rules)
    if not table:
        return Step("", "", tuple(why))
    wanted, broken = _after_promise(table, case)
    level, capped = _capped(wanted, sent, rules)
    reset = case.sent.level and not sent.level
    reasons = [*why, *broken, *([_reset(case)] if reset else []), *capped]
    if level == "L3" and not case.has_decider:
        reasons.append(message("chase_why.no_decider"))
        level = "L2"
    return Step(level, table, tuple(reasons))


def unsettled(case: Case, rules: LetterPolicy) -> Sent:
    """The last letter sent while anything it dunned is open; else none was (U-20)."""
    return case.sent if _still_open(case, rules) else Sent()


def _still_open(case: Case, rules: LetterPolicy) -> bool:
    """Whether an item that the last letter can have dunned is still open (U-20).

    The ladder resets when they are all settled; a letter without a date counts. Where
    the register knows which documents were dunned, one of them must be open.
    """
    if case.sent.level and case.sent.documents:
        return bool(case.sent.documents & case.documents)
    if not case.sent.level or case.sent.date is None:
        return bool(case.sent.level)
    reach = rules.pre_due_days if case.sent.level == "L0" else 0
    return case.first_due <= case.sent.date + dt.timedelta(days=reach)


def _table(case: Case, sent: Sent, rules: LetterPolicy) -> tuple[str, list[Message]]:
    flags = [f for f in RECOVERY_FLAGS if f in case.flags]
    column = "recovery" if flags else case.segment
    found = cell(column, case.days, rules.grace_days)
    if case.days <= 0:
        return found.level, [
            message("chase_why.soon_due", days=-case.days),
            *_beside(found),
        ]
    if flags:
        said = [message(f"chase_why.flag_{f.replace('-', '_')}") for f in flags]
        why = message("chase_why.recovery", days=case.days, flags=said)
        return found.level, [why, *_beside(found)]
    if not found.level:
        return "", [message("chase_why.call_only", days=case.days)]
    if column:
        named = message(f"chase_why.column_{column}")
        why = message("chase_why.by_column", days=case.days, column=named)
        return found.level, [why, *_beside(found)]
    level, why_so = _escalated(found.level, case, sent)
    return level, [*why_so, *_beside(found)]


def _beside(found: Cell) -> list[Message]:
    """What the table asks for together with the letter."""
    steps = [message(f"chase_why.beside_{step.replace('-', '_')}") for step in found.beside]
    return [message("chase_why.beside", steps=steps)] if steps else []


def _escalated(level: str, case: Case, sent: Sent) -> tuple[str, list[Message]]:
    """From 31 to 90 days a formal letter only where a gentle one has failed (R001-06)."""
    why = [message("chase_why.by_days", days=case.days)]
    if level != "L1":
        return level, why
    if RUNGS.get(sent.level, 0) >= 1:
        return "L2", [*why, message("chase_why.unanswered", level=sent.level)]
    if case.is_consecutive:
        return "L2", [*why, message("chase_why.consecutive")]
    return level, why


def _after_promise(table: str, case: Case) -> tuple[str, list[Message]]:
    """A broken promise is a letter without an answer: one step firmer, L3 at most."""
    if case.broken_on is None or not 1 <= RUNGS[table] < 3:
        return table, []
    level = _ON_RUNG[RUNGS[table] + 1]
    return level, [message("chase_why.promise_broken", on=case.broken_on, level=level)]


def _capped(table: str, sent: Sent, rules: LetterPolicy) -> tuple[str, list[Message]]:
    if not sent.level:
        if RUNGS[table] <= RUNGS[rules.first_letter_max]:
            return table, []
        first = rules.first_letter_max
        return first, [message("chase_why.first_letter", table=table, level=first)]
    highest = min(RUNGS[sent.level] + 1, 4)
    if RUNGS[table] <= highest:
        return table, []
    level = _ON_RUNG[highest]
    facts = {"table": table, "level": level, "last": sent.level}
    return level, [message("chase_why.one_step", **facts)]


def _reset(case: Case) -> Message:
    key = "chase_why.reset_items" if case.sent.documents else "chase_why.reset"
    return message(key, level=case.sent.level, date=case.sent.date)
