"""The table of letter levels: days past due by segment (requirements section 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.facts import Account
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.policy import Policy

Row: TypeAlias = tuple["Cell", "Cell", "Cell", "Cell", "Cell"]

COLUMNS = ("core", "", "potential", "risk", "recovery")
"""核心优质, default (no segment known), 潜力发展, 风险预警, 高风险清收."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The level of a letter, "" for a call only, and what goes beside it.

    beside: limits (limitation is checked), call, l4-draft (the lawyer's draft may be
    prepared), stop-supply, cfo (the customer's CFO is spoken to), decider (somebody
    above purchasing and finance), evidence, suit-check, recover (recovery options).
    """

    level: str
    beside: tuple[str, ...] = ()


def _at(level: str, *beside: str) -> Cell:
    return Cell(level, beside)


_BEFORE: Row = (_at("L0"), _at("L0"), _at("L0"), _at("L0"), _at("L0", "limits"))
_IN_GRACE: Row = (
    _at("", "call"), _at("L1-short"), _at("L1-short"), _at("L1"), _at("L2"),
)  # fmt: skip
_AFTER_GRACE: Row = (
    _at("L1"), _at("L1-short"), _at("L1"), _at("L2"), _at("L3", "l4-draft"),
)  # fmt: skip
_FROM: Mapping[int, Row] = {
    181: (
        _at("L4", "recover"), _at("L4", "recover"), _at("L4", "recover"),
        _at("L4", "recover"), _at("L4", "recover"),
    ),
    91: (
        _at("L3", "decider", "evidence"), _at("L3", "evidence"), _at("L3", "evidence"),
        _at("L3", "l4-draft"), _at("L4", "suit-check"),
    ),
    60: (_at("L2"), _at("L1"), _at("L2", "cfo"), _at("L3", "decider"), _at("L4")),
    31: (_at("L1"), _at("L1"), _at("L2"), _at("L2", "stop-supply"), _at("L4")),
    30: (_at("L1"), _at("L1-short"), _at("L2"), _at("L2"), _at("L4")),
}  # fmt: skip


def columns(segments: Segments, policy: Policy) -> Mapping[Account, str]:
    """Which column each customer has; none, the default for all, without `by_segment` (X-10)."""
    if not policy.letters.by_segment:
        return {}
    return {one.account: one.name for one in segments.segments}


def cell(segment: str, days: int, grace_days: int) -> Cell:
    """What the table says for a segment ("" = none known) at so many days past due.

    Due today is 0 and not late. Grace ends with `grace_days`, and before day 30 at the
    latest. In the default column 31 to 90 days are L1 until a gentle letter failed
    (R001-06): the ladder decides that. Where the table names recovery options alone the
    lawyer's draft stays the letter. ValueError for an unknown segment is a defect.
    """
    column = COLUMNS.index(segment)
    if days <= 0:
        return _BEFORE[column]
    for first, row in _FROM.items():
        if days >= first:
            return row[column]
    return (_IN_GRACE if days <= grace_days else _AFTER_GRACE)[column]
