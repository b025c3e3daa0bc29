"""When a claim can no longer be enforced, and how early to warn."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Days, Rule, Section


class LimitPolicy(Section):
    """Limitation (诉讼时效) and guarantee periods (保证期间)."""

    years: Annotated[int, Field(ge=1, le=20), Rule("R-LAW-05")] = 3
    warn_days: Annotated[Days, Rule("R-LAW-05")] = 180
    urgent_days: Annotated[Days, Rule("R-LAW-05")] = 90
    instalment_contracts: Annotated[tuple[str, ...], Rule("R-LAW-05")] = ()
    guarantee_months: Annotated[int, Field(ge=1), Rule("R-LAW-06")] = 6
    guarantee_warn_days: Annotated[Days, Rule("R-LAW-06")] = 60
    guarantee_urgent_days: Annotated[Days, Rule("R-LAW-06")] = 30
