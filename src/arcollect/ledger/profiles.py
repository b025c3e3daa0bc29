"""How an export was read once, remembered under a name."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from arcollect.ledger.file.grid import column_letter
from arcollect.ledger.headers.names.fields import FIELDS, ROLES
from arcollect.ledger.headers.normalise import as_text, normal
from arcollect.ledger.schema import Ledger, SheetReading

_FORMS = {"open-items", "settlement", "items+receipts", "journal", "invoice-lines"}
_ORDERS = {"", "ymd", "dmy", "mdy"}
_ROLES = {*ROLES} - {"balances"}
_USED = frozenset(f.name for f in FIELDS if f.used)


@dataclass(frozen=True, slots=True)
class SheetProfile:
    """One sheet: its header as printed, where it stood, and what each column meant.

    header: the lines of the header, cell by cell. columns: field → header text, or the
    column's letter where two headers are alike. header_row: Excel row of the last line.
    """

    name: str
    role: str
    header_row: int
    header: tuple[tuple[str, ...], ...]
    columns: Mapping[str, str]

    def row_in(self, head: Sequence[Sequence[object]]) -> int | None:
        """The 0-based row where this very header begins; its old place is tried first."""
        wanted = [_keys(line) for line in self.header]
        size, old = len(wanted), self.header_row - len(wanted)
        places: list[int] = [old, *range(len(head) - size + 1)]
        for row in places:
            lines = head[row : row + size] if row >= 0 else []
            if size and [_keys(line) for line in lines] == wanted:
                return row
        return None


@dataclass(frozen=True, slots=True)
class Profile:
    """A way of reading, under the name that a person gave it.

    date_order and terms fill in where the next export says nothing; what that file
    proves or states itself always wins.
    """

    name: str
    form: str
    sheets: tuple[SheetProfile, ...]
    date_order: str = ""
    terms: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for every export with the same headers, whatever its rows."""
        lines = [[_keys(line) for line in sheet.header] for sheet in self.sheets]
        return hashlib.sha256(json.dumps(lines).encode()).hexdigest()[:12]

    def sheet_like(self, head: Sequence[Sequence[object]]) -> tuple[SheetProfile, int] | None:
        """The remembered sheet with this header, and the row where it begins."""
        for sheet in self.sheets:
            row = sheet.row_in(head)
            if row is not None:
                return sheet, row
        return None


def profile_of(ledger: Ledger, name: str, *, date_order: str, terms: str) -> Profile:
    """How `ledger` was read, to be remembered; holds headers, never a cell of the rows.

    date_order and terms: what was typed, "" for nothing; then the order that all date
    columns of the file agree on.
    """
    source = ledger.source
    proved = set(source.date_order.values())
    order = date_order or (proved.pop() if len(proved) == 1 else "")
    sheets = tuple(_sheet(r, source.form) for r in source.readings if r.role and r.header)
    return Profile(name, source.form, sheets, order, terms)


def as_toml(profile: Profile) -> str:
    """The profile as a file that people may read and mend."""
    lines = [
        f"form = {_quoted(profile.form)}",
        f"date_order = {_quoted(profile.date_order)}",
        f"terms = {_quoted(profile.terms)}",
    ]
    for sheet in profile.sheets:
        lines += ["", "[[sheet]]", f"name = {_quoted(sheet.name)}", f"role = {_quoted(sheet.role)}"]
        lines += [f"header_row = {sheet.header_row}", f"header = {_quoted(sheet.header)}"]
        lines += ["[sheet.columns]"]
        lines += [f"{_quoted(k)} = {_quoted(v)}" for k, v in sheet.columns.items()]
    return "\n".join([*lines, ""])


def from_toml(name: str, toml: str) -> Profile:
    """The profile in a file; ValueError where it is none (hand-edited)."""
    raw = tomllib.loads(toml)
    try:
        sheets = tuple(_read_sheet(sheet) for sheet in raw["sheet"])
        made = Profile(name, str(raw["form"]), sheets, str(raw["date_order"]), str(raw["terms"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    strange = {made.form} - _FORMS | {made.date_order} - _ORDERS | {s.role for s in sheets} - _ROLES
    if strange:
        raise ValueError(", ".join(sorted(strange)))
    return made


def fitting(
    profiles: Sequence[Profile], heads: Sequence[Sequence[Sequence[object]]]
) -> list[Profile]:
    """The profiles that know the header of one of these sheets, the best first.

    Best is who knows most sheets. Equally good ones that would read alike count once.
    """
    known = [(sum(p.sheet_like(h) is not None for h in heads), p) for p in profiles]
    most = max((hits for hits, _ in known), default=0)
    best = [profile for hits, profile in known if hits == most > 0]
    alike = {(p.date_order, p.terms, as_toml(p)): p for p in reversed(best)}
    return list(alike.values())[::-1]


def _sheet(reading: SheetReading, form: str) -> SheetProfile:
    role = "journal" if form == "journal" and reading.role == "items" else reading.role
    columns = dict(_columns(reading))
    return SheetProfile(reading.sheet, role, reading.header_row, reading.header, columns)


def _columns(reading: SheetReading) -> Iterator[tuple[str, str]]:
    headers = [normal(m.header) for m in reading.matches]
    last = [normal(c) for line in reading.header for c in line]
    for match in reading.matches:
        if match.field in _USED:
            key = normal(match.header)
            is_plain = key and headers.count(key) == 1 and last.count(key) <= 1
            yield match.field, match.header.strip() if is_plain else column_letter(match.column)


def _keys(line: Sequence[object]) -> list[str]:
    keys = [normal(as_text(cell)) for cell in line]
    while keys and not keys[-1]:
        keys.pop()
    return keys


def _quoted(value: object) -> str:
    """JSON strings and lists are TOML strings and lists, but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read_sheet(raw: Mapping[str, Any]) -> SheetProfile:
    header = tuple(tuple(str(cell) for cell in line) for line in raw["header"])
    columns = {str(k): str(v) for k, v in raw["columns"].items()}
    return SheetProfile(str(raw["name"]), str(raw["role"]), int(raw["header_row"]), header, columns)
