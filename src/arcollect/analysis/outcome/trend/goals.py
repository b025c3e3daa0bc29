"""How far everybody's weighted goals are reached."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.trend import measures
from arcollect.analysis.standing.collection import collect

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.policy.outcome.targets import Kpi
    from arcollect.register.entries import Snapshot


@dataclass(frozen=True, slots=True)
class Score:
    """One weighted goal (R003-15).

    attainment: actual ÷ target, or target ÷ actual where lower is better, 0 to 100 %;
    points = weight × attainment. scope: typed | own (documents of that salesperson) |
    whole (all of the ledger) | "" where it is not known.
    """

    goal: Kpi
    actual: Fraction | None
    attainment: Fraction | None
    scope: str = ""

    @property
    def points(self) -> Fraction | None:
        """Of the person's 100 %."""
        return None if self.attainment is None else self.goal.weight * self.attainment


def score(goal: Kpi, position: Position, now: Snapshot, policy: Policy) -> Score:
    """The goal as typed in, else measured: of the owner's documents where it can be.

    An owner who is a salesperson of the ledger answers for the overdue ratio and the
    collection rate of her own documents; all other figures are the whole ledger's.
    """
    actual, scope = _actual(goal, position, now, policy)
    if actual is None:
        return Score(goal, None, None)
    top, bottom = (goal.target, actual) if goal.lower_is_better else (actual, goal.target)
    reached = top / bottom if bottom else Fraction(1)
    return Score(goal, actual, max(Fraction(0), min(reached, Fraction(1))), scope)


def _actual(
    goal: Kpi, position: Position, now: Snapshot, policy: Policy
) -> tuple[Fraction | None, str]:
    if goal.actual is not None:
        return goal.actual, "typed"
    code = policy.base_currency
    is_seller = goal.owner in {line.salesperson for line in now.lines}
    if is_seller and goal.metric == "overdue_ratio":
        return own_overdue_ratio(now, goal.owner, code), "own"
    if is_seller and goal.metric == "collection_rate":
        return own_collection_rate(position, goal.owner, code), "own"
    return (measures.figure(now, goal.metric, code) if goal.metric else None), "whole"


def own_overdue_ratio(now: Snapshot, person: str, currency: str) -> Fraction | None:
    """Overdue ÷ open of one salesperson's documents; written-off ones do not count."""
    lines = [
        line
        for line in now.lines
        if (line.salesperson, line.currency) == (person, currency)
        and line.open_minor > 0
        and not line.is_written_off
    ]
    day, whole = now.head.as_of, sum(line.open_minor for line in lines)
    late = (line.open_minor for line in lines if line.due_date and line.due_date < day)
    return Fraction(sum(late), whole) if whole else None


def own_collection_rate(position: Position, person: str, currency: str) -> Fraction | None:
    """Collected ÷ (overdue at the start + fell due), of one salesperson's documents (U-12)."""
    found = collect(position, currency)
    if found is None:
        return None
    came, due = found.by_salesperson.get(person, (0, 0))
    return Fraction(came, due) if due else None
