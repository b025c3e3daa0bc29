"""Where the register is, and whether there is one."""

from __future__ import annotations

from typing import Annotated

from arcollect.policy.values import Rule, Section


class RecordsPolicy(Section):
    """What was sent and promised is remembered in one file (U-20, R001-22)."""

    path: str = ""
    keep: Annotated[bool, Rule("R001-22")] = True
