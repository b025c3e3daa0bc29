"""What to do in the first five days when a large debt is in danger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.promises import rolled
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.policy import Policy

STEPS = (
    (0, "lead", "team"),
    (1, "sales", "visit"),
    (1, "finance", "amount"),
    (1, "finance", "security"),
    (1, "legal", "assets"),
    (1, "sales", "hold"),
    (3, "finance", "confirm"),
    (3, "legal", "evidence"),
    (5, "legal", "preserve"),
    (5, "lead", "decide"),
)
"""Days after the start, who, what (R003-61, R003-62); the family is not spoken to (X-21)."""

OPINION = (
    (1, "lead", "verify"),
    (2, "lead", "spokesman"),
    (24, "legal", "answer"),
    (48, "lead", "remedy"),
    (7 * 24, "lead", "review"),
)
"""Hours after it was seen, who, what: when our collecting is complained of in public.

The hours are the rule's (R003-70), what is done in them is ours; no debt is spoken of (X-21).
"""

FORBIDDEN = tuple(f"alerts_why.never_{number}" for number in range(1, 13))
"""The twelve things that nobody does while collecting (R003-67)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the checklist: until when, who, what."""

    by: dt.date
    day: int
    who: Message
    what: Message


def checklist(start: dt.date, policy: Policy) -> Iterator[Step]:
    """The steps of D+0, D+1, D+3 and D+5 (R003-62).

    Calendar days from `start`, moved to the next workday where they fall on a free day.
    """
    for day, who, what in STEPS:
        yield Step(
            rolled(start + dt.timedelta(days=day), policy), day,
            message(f"alerts_why.who_{who}"), message(f"alerts_why.step_{what}"),
        )  # fmt: skip
