"""What a sheet shows and hides, beside its values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Seen:
    """Hidden rows and columns, filter, and cells without a usable value (0-based).

    odd: error word by (row, column), "" for a formula whose value was not stored.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
