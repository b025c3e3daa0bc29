"""How a table finds room on a screen: words wrap, figures never lose a digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from arcollect.render.plain import clean, shown
from arcollect.views.table import Column, Kind, Table, Value

GAP = 2  # blanks between two columns
_CUSTOMER, _COMPANY, _DOCUMENT = "customer", "company", "document_no"
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

    Minor columns are left out first, from the right, but for the own company where a
    customer owes several: whose money it is comes before how it is made up. What is still
    too wide is broken into blocks one under another, each with the columns that name the row.
    """
    kept = _COMPANY if _owes_several(table) else ""
    naming = _naming(table)
    slots = [_slot(column, table.total_label) for column in table.columns]
    dropped: list[Column] = []
    for slot in reversed(slots):
        if _total(slots) <= room:
            break
        if slot.column.minor and slot.column.key != kept:
            slots.remove(slot)
            dropped.insert(0, slot.column)
    blocks = tuple(_share(block, room) for block in _blocks(slots, room, naming))
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


def _blocks(slots: list[Slot], room: int, naming: set[str]) -> list[list[Slot]]:
    """Columns in order, as many to a block as there is room for.

    Names that leave no room for a figure beside them are not repeated, but for the first.
    """
    words = [slot for slot in slots if _is_name(slot.column)] or slots[:1]
    names = [slot for slot in slots if slot.column.key in naming] or words[:1]
    widest = max((slot.least for slot in slots if slot not in names), default=0)
    while len(names) > 1 and _total(names) + widest + GAP > room:
        names.pop(0 if names[0].column.key == _COMPANY else -1)
    blocks: list[list[Slot]] = [[]]
    for slot in slots:
        if len(blocks[-1]) > 1 and _total([*blocks[-1], slot]) > room:
            blocks.append([] if slot in names else [*names])
        if slot not in blocks[-1]:
            blocks[-1].append(slot)
    return blocks


def _naming(table: Table) -> set[str]:
    """The keys of the columns without which two rows look the same.

    The customer; the own company and the document where one customer has several, and
    where rows still look the same (several plans for one customer) the next short words that
    tell all of them apart.
    """
    columns = {column.key: column.values for column in table.columns}
    if _CUSTOMER not in columns:
        return set()
    found, rows = [_CUSTOMER], len(table)
    for key in (_COMPANY, _DOCUMENT):
        if _told(columns, found) < rows and key in columns:
            found.append(key)
    if _told(columns, found) < rows:
        words = [c.key for c in table.columns if _is_name(c) and not c.wide and c.key not in found]
        found += [key for key in words if _told(columns, [*found, key]) == rows][:1]
    return set(found)


def _told(columns: Mapping[str, Sequence[Value]], keys: Sequence[str]) -> int:
    """How many rows these columns tell apart."""
    return len(set(zip(*(columns[key] for key in keys), strict=True)))


def _owes_several(table: Table) -> bool:
    """Whether a customer, or a table without customers, stands under several companies."""
    columns = {column.key: column.values for column in table.columns}
    companies = columns.get(_COMPANY, ("",) * len(table))
    customers = columns.get(_CUSTOMER, ("",) * len(table))
    return len(set(zip(customers, companies, strict=True))) > len(set(customers))


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
