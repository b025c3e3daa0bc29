"""What was found, what it means, and what is known when looking."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from arcollect.policy.claims.clauses import WARNINGS

BLOCKS = frozenset(
    {"W-01", "W-02", "W-03", "W-04", "W-05", "W-06", "W-07", "W-09", "U-22"}
)  # fmt: skip
RULES = (*sorted(BLOCKS | WARNINGS),)


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that breaks a rule (ids as in docs; letters are L0…L4).

    said: the words, as they stand; for W-12 the name of what is missing. unit, number:
    where, as `written.Paragraph` counts; allowed: why a warning may pass.
    """

    rule: str
    said: str
    unit: str = ""
    number: int = 0
    allowed: str = ""

    @property
    def is_block(self) -> bool:
        """Whether the text must not go out; warnings may, with a reason."""
        return self.rule in BLOCKS


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of a text's parties; empty where nobody knows (U-27).

    parties: names that may be named: ours, the customer's, an assignee's, our bank's.
    words: those that the company itself does not want to read (R001-08).
    amounts: every figure that is true of the customer's account, in plain digits; None:
    nothing to compare with. days: likewise. rates: agreed late fees, a day; lpr: a year.
    """

    parties: frozenset[str] = frozenset()
    level: str = ""
    will_sue: bool = False
    competitors: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    rates: tuple[Fraction, ...] = ()
    lpr: Fraction | None = None
    amounts: frozenset[str] | None = None
    days: frozenset[int] | None = None
