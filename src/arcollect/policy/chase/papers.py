"""What the papers beside the letters propose unless somebody says otherwise."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Part, Rule, Section


class PapersPolicy(Section):
    """Instalments, part payments and what else a letter may offer."""

    instalments: Annotated[int, Field(ge=1, le=60), Rule("R001-09")] = 3
    down_share: Annotated[Part, Rule("R003-84")] = Fraction(30, 100)
    part_share: Annotated[Part, Rule("R000-55")] = Fraction(50, 100)
    good_practice: Annotated[bool, Rule("R003-82")] = False
