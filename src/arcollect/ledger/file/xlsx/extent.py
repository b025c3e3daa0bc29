"""How far out a sheet's cells lie, and whether that can be meant."""

from __future__ import annotations

from dataclasses import dataclass

from arcollect.errors import LedgerError, message
from arcollect.ledger.file.grid import address

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_AREA_ALLOWED = 5_000_000
_SPARSEST = 50  # one cell in fifty must be filled once the area is large


@dataclass(slots=True)
class Extent:
    """Occupied cells only; a styled empty cell and <dimension> count for nothing."""

    cells: int = 0
    rows: int = 0  # rows that hold anything
    lowest: tuple[int, int] = (-1, -1)  # row, column of a cell in the last row
    rightmost: tuple[int, int] = (-1, -1)

    def add(self, cells: int, rows: int, low: tuple[int, int], right: tuple[int, int]) -> None:
        """Count another piece of the sheet."""
        self.cells += cells
        self.rows += rows
        self.lowest = max(low, self.lowest)
        if right[1] > self.rightmost[1]:
            self.rightmost = right

    def put(self, row: int, column: int) -> None:
        """Count one cell; they come row by row."""
        self.cells += 1
        if (row, column) > self.lowest:
            self.rows += row > self.lowest[0]
            self.lowest = (row, column)
        if column > self.rightmost[1]:
            self.rightmost = (row, column)

    @property
    def height(self) -> int:
        """Rows from the top to the last occupied one."""
        return self.lowest[0] + 1

    @property
    def width(self) -> int:
        """Columns from A to the last occupied one."""
        return self.rightmost[1] + 1

    def check(self, sheet: str) -> None:
        """Refuse a stray far cell (T-08), naming it.

        Judged by how many cells are filled, not by the declared dimension: a
        full sheet of 1,048,575 rows passes, two cells at A1 and XFD1048576
        do not. Raises LedgerError.
        """
        outside = self.height > MOST_ROWS or self.width > MOST_COLUMNS
        area = self.height * self.width
        sparse = area > _AREA_ALLOWED and self.cells * _SPARSEST < area
        if outside or sparse:
            below = self.height > 2 * self.rows or self.height > MOST_ROWS
            cell = address(*(self.lowest if below else self.rightmost))
            raise far_cell(sheet, cell)


def far_cell(sheet: str, cell: str) -> LedgerError:
    """The error for a cell that nobody can have meant."""
    return LedgerError(
        message("file.far_cell", sheet=sheet, cell=cell),
        message("file.far_cell_remedy", cell=cell),
    )
