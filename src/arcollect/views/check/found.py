"""What was found: sheets, and which column is what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arcollect.ledger.file.grid import column_letter
from arcollect.ledger.forms.logs import IS_LOG
from arcollect.ledger.schema import Match, SheetReading, Source
from arcollect.text import Lang, text, words
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

_AMOUNT = {"receipts": "receipt_amount", "sales": "sales_amount"}


def sheets_table(source: Source, sizes: Mapping[tuple[str, str], int], lang: Lang) -> Table:
    """Every sheet: what it is taken for, its header row, its size, what is hidden."""
    rows = source.readings
    tones = [Tone.PLAIN if r.role or _is_log(r) else Tone.MUTED for r in rows]
    cells: dict[str, tuple[Kind, list[str] | list[int | None]]] = {
        "sheet": (Kind.TEXT, [_name(r, source) for r in rows]),
        "role": (Kind.TEXT, [_role(r, lang) for r in rows]),
        "header_row": (Kind.COUNT, [r.header_row or None for r in rows]),
        "rows": (Kind.COUNT, [sizes.get((r.file, r.sheet)) for r in rows]),
        "hidden": (Kind.TEXT, [_hidden(r, lang) for r in rows]),
    }
    columns = tuple(
        Column(key, text(f"check.{key}", lang), kind, values, tones, wide=key == "role")
        for key, (kind, values) in cells.items()
    )
    return Table("sheets", text("check.sheets", lang), columns)


def columns_table(source: Source, lang: Lang) -> Table:
    """Column by column: where it stands, what it is taken for, a sample, and why."""
    rows = [(r, m) for r in source.readings if r.role for m in r.matches]
    cells = {
        "sheet": (Kind.TEXT, [_name(r, source) for r, _ in rows]),
        "column": (Kind.ID, [column_letter(m.column) for _, m in rows]),
        "header": (Kind.TEXT, [m.header for _, m in rows]),
        "field": (Kind.TEXT, [f"→ {field_word(m.field, lang, r.role)}" for r, m in rows]),
        "sample": (Kind.ID, [_short(m.sample) for _, m in rows]),
        "how": (Kind.TEXT, [_how(m, lang) for _, m in rows]),
    }
    columns = tuple(
        Column(key, text(f"check.{key}", lang), kind, values, minor=key == "how")
        for key, (kind, values) in cells.items()
        if key != "how" or any(match.how != "alias" for _, match in rows)
    )
    notes = tuple(_unmapped(source, lang))
    return Table("columns", text("check.columns", lang), columns, notes=notes)


def field_word(field: str, lang: Lang, role: str = "items") -> str:
    """A canonical field in the user's words; its own name where there is none."""
    if field == "amount_minor":
        field = _AMOUNT.get(role, field)
    return words("headers", lang).get(f"headers.field.{field}", field)


def _name(reading: SheetReading, source: Source) -> str:
    """The sheet; with its file where several files were read, or there is no sheet."""
    if not reading.sheet:
        return reading.file
    return f"{reading.file} {reading.sheet}" if len(source.files) > 1 else reading.sheet


def _role(reading: SheetReading, lang: Lang) -> str:
    role = "log" if _is_log(reading) else reading.role
    return text(f"check.role.{role}" if role else "check.unused", lang)


def _is_log(reading: SheetReading) -> bool:
    """A contact log is no part of the ledger, but it is read."""
    return reading.why_unused is not None and reading.why_unused.key == IS_LOG


def _hidden(reading: SheetReading, lang: Lang) -> str:
    facts = [
        text("check.hidden_sheet", lang) if reading.hidden else "",
        text("check.hidden_rows", lang, count=reading.hidden_rows) if reading.hidden_rows else "",
        text("check.hidden_columns", lang, names=reading.hidden_columns)
        if reading.hidden_columns
        else "",
        text("check.filtered", lang) if reading.filtered else "",
    ]
    return text("check.list", lang, items=[fact for fact in facts if fact])


def _unmapped(source: Source, lang: Lang) -> Iterator[str]:
    for reading in source.readings:
        if reading.role and reading.unmapped:
            facts = {"sheet": _name(reading, source), "names": reading.unmapped}
            yield text("check.unmapped", lang, **facts)


def _how(match: Match, lang: Lang) -> str:
    return text(f"check.how.{match.how}", lang)


def _short(sample: str) -> str:
    return sample if len(sample) <= 24 else sample[:23] + "…"
