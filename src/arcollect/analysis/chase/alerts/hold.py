"""Whether a new contract should wait."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import CustomerLight

_WAIT = frozenset({"alerts_why.restrict_stop", "alerts_why.restrict_risk"})
_GRADES = {"C": "alerts_why.sign_grade_c", "D": "alerts_why.sign_grade_d"}


class Hold(StrEnum):
    """What somebody who is about to sign should know first (R003-55)."""

    WAIT = "wait"
    CONDITIONS = "conditions"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Flag:
    """The hold flag of one customer of one own company, with every reason."""

    hold: Hold
    reasons: tuple[Message, ...]


def hold_flag(light: CustomerLight, letter: str, band: str) -> Flag:
    """Whether to wait, to sign on conditions, or nothing known against it (R003-55).

    Wait: where supply should stop, or be secured first (R002-10, R003-25). Conditions:
    money overdue (R000-28), a limit used up (R001-20), other restrictions, grade C or D,
    the cash band, or no grade at all. Recommended, never decided: people sign.
    """
    reasons = [*light.restrict, *_conditions(light, letter, band)]
    waits = any(reason.key in _WAIT for reason in light.restrict)
    if waits:
        return Flag(Hold.WAIT, tuple(reasons))
    return Flag(Hold.CONDITIONS if reasons else Hold.CLEAR, tuple(reasons))


def _conditions(light: CustomerLight, letter: str, band: str) -> list[Message]:
    found = []
    if any(light.overdue.values()):
        amounts = [f"{show(m, code)} {code}" for code, m in light.overdue.items() if m]
        facts = {"amounts": amounts, "days": light.worst_days}
        found.append(message("alerts_why.sign_overdue", **facts))
    found += [one.measured for one in light.signals if one.key == "limit_use"]
    if letter in _GRADES:
        found.append(message(_GRADES[letter]))
    if not letter:
        found.append(message("alerts_why.sign_ungraded"))
    if band == "cash":
        found.append(message("alerts_why.sign_cash"))
    return found
