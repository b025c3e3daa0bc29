"""What a sheet shows and hides, beside its values."""

from __future__ import annotations

from dataclasses import dataclass, field

from arcollect.ledger.file.xlsx.extent import Extent

ERROR_WORDS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
"""Excel's numbers for its error words, in .xls and .xlsb alike."""


@dataclass(slots=True)
class Seen:
    """Hidden rows and columns, filter, and cells without a usable value (0-based).

    odd: error word by (row, column), "" for a formula whose value was not stored.
    extent: how far the filled cells reach, where that can be far (not in .xls).
    """

    name: str = ""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    extent: Extent = field(default_factory=Extent)
