"""How a table finds room on a screen: words wrap, figures never lose a digit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from arcollect.render.plain import clean, shown
from arcollect.views.table import Column, Kind, Table

GAP = 2  # blanks between two columns
_CUSTOMER, _COMPANY = "customer", "company"
WORDS = 16  # a column of words may be wrapped down to this


@dataclass(frozen=True, slots=True)
class Slot:
    """A column with the narrowest width that loses nothing, and the one it would like."""

    column: Column
    least: int
    best: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is shown: blocks of columns with widths, one under another, and what is not."""

    blocks: tuple[tuple[tuple[Column, int], ...], ...]
    dropped: tuple[Column, ...]


def fit(table: Table, room: int) -> Fitted:
    """Share `room` among the columns of a table.

    Minor columns are left out first, from the right, but for the own company where it
    tells two rows of one name apart. What is still too wide is broken into blocks one
    under another, each beginning with the column that names the row.
    """
    kept = _tells_apart(table)
    slots = [_slot(column, table.total_label) for column in table.columns]
    dropped: list[Column] = []
    for slot in reversed(slots):
        if _total(slots) <= room:
            break
        if slot.column.minor and slot.column.key != kept:
            slots.remove(slot)
            dropped.insert(0, slot.column)
    blocks = tuple(_share(block, room) for block in _blocks(slots, room))
    return Fitted(blocks, tuple(dropped))


def _slot(column: Column, total_label: str) -> Slot:
    texts = {shown(value, column.kind) for value in column.values}
    texts.add(shown(column.total, column.kind) or total_label)
    longest = max(map(cell_len, texts), default=0)
    title = clean(column.title)
    least = min(longest, WORDS) if column.wide else longest
    return Slot(column, max(least, _word(title)), max(longest, cell_len(title)))


def _word(title: str) -> int:
    """The longest word of a title; Chinese may be broken anywhere."""
    widths = (min(cell_len(w), 12 if w.isascii() else 8) for w in title.split())
    return max(widths, default=1)


def _total(slots: Sequence[Slot]) -> int:
    return sum(slot.least + GAP for slot in slots)


def _blocks(slots: list[Slot], room: int) -> list[list[Slot]]:
    """Columns in order, as many to a block as there is room for."""
    words = [slot for slot in slots if _is_name(slot.column)] or slots[:1]
    name = next((slot for slot in words if slot.column.key == _CUSTOMER), words[0])
    blocks: list[list[Slot]] = [[]]
    for slot in slots:
        if len(blocks[-1]) > 1 and _total([*blocks[-1], slot]) > room:
            blocks.append([] if slot is name else [name])
        blocks[-1].append(slot)
    return blocks


def _tells_apart(table: Table) -> str:
    """The key of the column without which two customers look the same, "" for none."""
    columns = {column.key: column.values for column in table.columns}
    names = list(columns.get(_CUSTOMER, ()))
    companies = columns.get(_COMPANY, ())
    pairs = set(zip(names, companies, strict=False))
    return _COMPANY if len({name for name, _ in pairs}) < len(pairs) else ""


def _is_name(column: Column) -> bool:
    """A column of words that always stays: the customer, else the first, names the row."""
    return column.kind in {Kind.TEXT, Kind.ID} and not column.minor


def _share(slots: list[Slot], room: int) -> tuple[tuple[Column, int], ...]:
    """Each column its least width; what is left goes to words first, then to titles."""
    spare = max(0, room - _total(slots))
    widths = {id(slot): slot.least for slot in slots}
    for slot in sorted(slots, key=lambda slot: not slot.column.wide):
        more = min(spare, slot.best - slot.least)
        widths[id(slot)] += more
        spare -= more
    return tuple((slot.column, widths[id(slot)]) for slot in slots)
