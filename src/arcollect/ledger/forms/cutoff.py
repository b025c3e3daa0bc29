"""Of which day the balances are (截止日期)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from arcollect.dates import find_as_of
from arcollect.errors import Problem, Severity, message
from arcollect.ledger.file.grid import address
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.headers.normalise import as_text


@dataclass(frozen=True, slots=True)
class Cutoff:
    """A cut-off day and the cell, file name or flag that says so."""

    day: dt.date | None = None
    said_by: str = ""


def cutoff(
    sheets: Sequence[FoundSheet], files: Sequence[str], told: dt.date | None
) -> tuple[Cutoff, list[Problem]]:
    """The flag, else the title rows, else the file name (U-04); conflicts are warnings."""
    found = [*_in_titles(sheets), *_in_names(files)]
    if told is not None:
        found.insert(0, Cutoff(told, "flag"))
    if not found:
        return Cutoff(), []
    best = found[0]
    others = [c for c in found[1:] if c.day != best.day]
    problems = [
        Problem(
            Severity.WARNING,
            message(
                "ledger.cutoff_conflict",
                used=best.day, used_from=_where(best.said_by),
                other=other.day, other_from=_where(other.said_by),
            ),
        )
        for other in others[:3]
    ]  # fmt: skip
    return best, problems


def _where(said_by: str) -> object:
    words = {"flag": "ledger.by_flag", "file name": "ledger.by_file_name"}
    return message(words[said_by]) if said_by in words else said_by


def _in_titles(sheets: Sequence[FoundSheet]) -> list[Cutoff]:
    found = []
    for sheet in sheets:
        if sheet.role not in {"items", "journal"} or sheet.header is None:
            continue
        said = _in_title(sheet, sheet.header.row_first)
        if said is not None:
            found.append(said)
    return found


def _in_title(sheet: FoundSheet, rows: int) -> Cutoff | None:
    """The first title row that states a cut-off, read cell by cell, then as a line."""
    for number, row in enumerate(sheet.head[:rows]):
        texts = [as_text(c).strip() for c in row]
        for column, text in enumerate(texts):
            if text and (day := find_as_of(text)):
                return Cutoff(day, f"{sheet.name}!{address(number, column)}")
        line = " ".join(t for t in texts if t)
        if line and (day := find_as_of(line)):
            return Cutoff(day, f"{sheet.name}!{address(number, 0)}")
    return None


def _in_names(files: Sequence[str]) -> list[Cutoff]:
    days = [find_as_of(name.rpartition(".")[0] or name) for name in files]
    return [Cutoff(day, "file name") for day in days if day]
