"""Where a problem is: file, sheet and cell, as the user's Excel shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from arcollect.errors import Message, Problem, Severity, message
from arcollect.ledger.file.grid import address, column_letter

LISTED = 50
"""Of one kind of warning in one sheet so many are listed; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sheet whose body begins at 0-based row `first`; collects its problems."""

    file: str
    sheet: str
    first: int = 0
    problems: list[Problem] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def cell(self, row: int, column: int | None) -> str:
        """The address of a body row (0-based) and a sheet column."""
        if column is None or column < 0:
            return str(self.first + row + 1)
        return address(self.first + row, column)

    def tell(
        self,
        severity: Severity,
        said: Message,
        *,
        row: int | None = None,
        column: int | None = None,
        raw: str = "",
        remedy: Message | None = None,
        money: tuple[int | None, str] = (None, ""),
    ) -> None:
        """Note a problem; exclusions are all kept, the rest up to `LISTED` of a kind.

        money: the excluded amount in minor units, None if unreadable, and its currency.
        """
        count = self._counts.get(said.key, 0) + 1
        self._counts[said.key] = count
        if severity is not Severity.EXCLUDED and count > LISTED:
            return
        where = self._where(row, column)
        self.problems.append(
            Problem(severity, said, self.file, self.sheet, where, raw, remedy, *money)
        )

    def _where(self, row: int | None, column: int | None) -> str:
        if row is not None:
            return self.cell(row, column)
        return "" if column is None or column < 0 else column_letter(column)

    def told(self) -> Iterable[Problem]:
        """All problems, and how many more there were of the kinds cut short."""
        yield from self.problems
        excluded = {p.said.key for p in self.problems if p.severity is Severity.EXCLUDED}
        for key, count in self._counts.items():
            if count > LISTED and key not in excluded:
                kind = next(p for p in self.problems if p.said.key == key)
                yield Problem(
                    kind.severity,
                    message("ledger.more", count=count - LISTED, said=kind.said),
                    self.file,
                    self.sheet,
                )
