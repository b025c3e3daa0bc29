"""How firm the next letter may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.policy.model import LetterPolicy

RUNGS = {"L0": 0, "L1-short": 1, "L1": 1, "L2": 2, "L3": 3, "L4": 4}
RECOVERY_FLAGS = ("lost", "refuses", "bankrupt", "litigation", "dishonest-list")
DECIDERS = ("owner", "executive")

_DEFAULT = ((181, "L4"), (91, "L3"), (31, "L1"), (1, "L1-short"))
_ON_RUNG = ("L0", "L1", "L2", "L3", "L4")


@dataclass(frozen=True, slots=True)
class Sent:
    """The last letter marked sent; level "" when there was none."""

    level: str = ""
    date: dt.date | None = None


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


@dataclass(frozen=True, slots=True)
class Step:
    """The level chosen, what the table alone says, and the reasons in order."""

    level: str
    table_level: str
    why: tuple[Message, ...]


def climb(case: Case, rules: LetterPolicy) -> Step:
    """The level of requirements section 8, then U-20 and U-21.

    The table gives a level by days past due (default column; the recovery
    column when the customer is lost, refuses, is bankrupt, in litigation or
    on the list of dishonest debtors). A first letter is at most
    `first_letter_max`; later ones at most one step above the last one sent;
    L3 without an addressee above purchasing and finance falls back to L2.
    """
    sent = case.sent if _still_open(case, rules) else Sent()
    table, why = _table(case, sent, rules)
    level, capped = _capped(table, sent, rules)
    reset = case.sent.level and not sent.level
    reasons = [*why, *([_reset(case)] if reset else []), *capped]
    if level == "L3" and not case.has_decider:
        reasons.append(message("chase_why.no_decider"))
        level = "L2"
    return Step(level, table, tuple(reasons))


def _still_open(case: Case, rules: LetterPolicy) -> bool:
    """Whether an item that the last letter can have dunned is still open (U-20).

    The ladder resets when they are all settled; a letter without a date counts.
    """
    if not case.sent.level or case.sent.date is None:
        return bool(case.sent.level)
    reach = rules.pre_due_days if case.sent.level == "L0" else 0
    return case.first_due <= case.sent.date + dt.timedelta(days=reach)


def _table(case: Case, sent: Sent, rules: LetterPolicy) -> tuple[str, list[Message]]:
    if case.days <= 0:
        return "L0", [message("chase_why.soon_due", days=-case.days)]
    flags = [f for f in RECOVERY_FLAGS if f in case.flags]
    if flags:
        steps = ((30, "L4"), (rules.grace_days + 1, "L3"), (1, "L2"))
        level = next(name for days, name in steps if case.days >= days)
        said = [message(f"chase_why.flag_{f.replace('-', '_')}") for f in flags]
        return level, [message("chase_why.recovery", days=case.days, flags=said)]
    level = next(name for days, name in _DEFAULT if case.days >= days)
    return _escalated(level, case, sent)


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
    return message("chase_why.reset", level=case.sent.level, date=case.sent.date)
