"""What other analyses and the register say about the parties of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.conduct import segments_with
from arcollect.analysis.chase.calling.owners import taken_over
from arcollect.analysis.chase.dunning import Dunning, dun
from arcollect.analysis.chase.levels import columns
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.claims.limits.limitation import Limits, limitation
from arcollect.analysis.standing.grade import Grades, grade
from arcollect.analysis.standing.payers.habits import paydays
from arcollect.register.entries import History, Party, Snapshot

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.payers.payday import PayDay
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Known:
    """What other analyses and the register say; all of it may be missing.

    segments and grades by (company, customer_key) and customer_key; letters: the level
    due; limitation: days left; habits: the usual payment day (R003-47); takeovers:
    who is taken from sales (R003-87).
    """

    history: History = field(default_factory=History)
    segments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    grades: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[Party, str] = field(default_factory=dict)
    limitation: Mapping[Party, int] = field(default_factory=dict)
    habits: Mapping[Party, PayDay] = field(default_factory=dict)
    takeovers: frozenset[Party] = frozenset()


@dataclass(frozen=True, slots=True)
class Answers:
    """What other analyses found about the same position."""

    segments: Segments
    grades: Grades
    dunning: Dunning
    limits: Limits


def known_about(
    position: Position,
    policy: Policy,
    history: History,
    states: Sequence[Snapshot] = (),
    answers: Answers | None = None,
) -> Known:
    """Grades, segments, letters, limitation and pay days, each from the analysis that knows.

    states: the last kept states, newest last, for who is taken over (R003-87). answers:
    where they were found out already.
    """
    found = answers or answers_about(position, policy, history)
    letters = {(n.company, n.customer_key, n.currency): n.level for n in found.dunning.notices}
    return Known(
        history=history,
        segments={one.account: one.name for one in found.segments.segments},
        grades={g.customer_key: g.letter for g in found.grades.grades},
        letters=letters,
        takeovers=taken_over(states),
        limitation=_days_left(found.limits),
        habits=paydays(position, policy),
    )


def answers_about(position: Position, policy: Policy, history: History) -> Answers:
    """Segments, grades, letters due and limitation of one position."""
    segments, fees = segments_with(history, position, policy), late_fee(position, policy)
    dunning = dun(
        position, fees, policy, segments=columns(segments, policy), history=history
    )  # fmt: skip
    limits = limitation(position, history, policy)
    return Answers(segments, grade(position, policy), dunning, limits)


def _days_left(limits: Limits) -> dict[Party, int]:
    """The nearest end still ahead; where all are past, the latest of them (negative)."""
    found: dict[Party, int] = {}
    for one in limits.limits:
        if one.days_left is not None and one.days_left < 0:
            found[one.party] = max(one.days_left, found.get(one.party, one.days_left))
    ahead = limits.nearest().items()
    return found | {party: one.days_left for party, one in ahead if one.days_left is not None}
