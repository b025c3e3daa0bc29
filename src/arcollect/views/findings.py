"""Everything one run found out, in one hand: what summary and report are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import Alerts
    from arcollect.analysis.chase.dunning import Dunning
    from arcollect.analysis.chase.worklist.entry import Worklist
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.claims.limits.limitation import Limits
    from arcollect.analysis.outcome.audit.audit import Audit
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.outcome.provision.provide import Provision
    from arcollect.analysis.outcome.recover.weigh import Recovery
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging
    from arcollect.analysis.standing.grade import Grades
    from arcollect.analysis.standing.payers.forecast import Forecast
    from arcollect.analysis.standing.pool import Pool
    from arcollect.analysis.standing.ratios import Ratios
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.errors import Problem
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Findings:
    """The answers about one position under one policy.

    audit: the same items by document date in calendar years (U-10), None when the file
    has no document dates. policy_path: "" when only defaults applied. From worklist on:
    None where nobody asked, which leaves the page out.
    """

    position: Position
    policy: Policy
    aging: Aging
    ratios: Ratios
    pool: Pool
    grades: Grades
    fees: Fees
    dunning: Dunning
    segments: Segments
    audit: Aging | None = None
    policy_path: str = ""
    version: str = ""
    worklist: Worklist | None = None
    alerts: Alerts | None = None
    limits: Limits | None = None
    forecast: Forecast | None = None
    recovery: Recovery | None = None
    provision: Provision | None = None
    integrity: Audit | None = None
    changes: Comparison | None = None  # since the last kept state

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be taken at its word, from reading and from standing."""
        return (*self.position.ledger.problems, *self.position.problems)
