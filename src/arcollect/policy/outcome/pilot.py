"""Where a change is tried first, and when the trial counts as a success."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from arcollect.policy.values import Part, Rate, Rule, Section


class PilotPolicy(Section):
    """Which group is fit for a pilot, and by how much it has to get better (R003-18)."""

    share: Annotated[Part, Rule("R003-18")] = Fraction(30, 100)
    overdue_times: Annotated[Rate, Rule("R003-18")] = Fraction(120, 100)
    overdue_ratio_cut: Annotated[Part, Rule("X-17")] = Fraction(15, 100)
    collection_days_cut: Annotated[Part, Rule("R003-18")] = Fraction(20, 100)
