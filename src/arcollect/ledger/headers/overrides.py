"""What the user says a column means: `--map 客户=往来单位`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence

from arcollect.errors import LedgerError, Message, UsageError, message
from arcollect.ledger.headers.names.fields import FIELDS, ROLES, field_named
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.headers.suggest import label, listed

_LETTERS = re.compile(r"[A-Za-z]{1,3}")


def told_columns(cells: Sequence[str], role: str, overrides: Mapping[str, str]) -> dict[int, str]:
    """Column number → field, as the user told it.

    The left side is a field's own name or any spelling of it, in either language;
    the right side is the header's text, else an Excel column letter. A field that
    only another kind of sheet has is passed over. Raises UsageError for an unknown
    field, LedgerError for a column that the sheet does not have.
    """
    told: dict[int, str] = {}
    for left, right in overrides.items():
        field = field_named(left, role)
        if field is not None:
            told[_column(right, cells)] = field
        elif not is_known(left):
            raise _unknown(left)
    return told


def _unknown(word: str) -> UsageError:
    """No such field: the nearest ones first, then all of them."""
    near = nearest(word)
    key = "headers.known_fields_near" if near else "headers.known_fields"
    facts = {"fields": _field_list(), **({"near": near} if near else {})}
    return UsageError(message("headers.unknown_field", word=word), message(key, **facts))


def nearest(word: str) -> list[Message]:
    """The fields whose own name, or one word of it, is written nearly like that."""
    asked = normal(word)
    names = {name: name.removesuffix("_minor").split("_") for name in _field_names()}
    spelt = {part: name for name, parts in names.items() for part in (*parts, "".join(parts))}
    close = difflib.get_close_matches(asked, spelt, 3, 0.7)
    return [label(name) for name in dict.fromkeys(spelt[one] for one in close)]


def is_known(word: str) -> bool:
    """Whether `word` names a field of any kind of sheet."""
    return any(field_named(word, role) for role in ROLES)


def applicable(overrides: Mapping[str, str], cells: Sequence[str]) -> dict[str, str]:
    """The mappings whose column this sheet has.

    A mapping is said once for all sheets; only where no sheet has the column is it
    a mistake (`match_columns` then says so).
    """
    return {k: v for k, v in overrides.items() if column_called(v, cells) is not None}


def column_called(word: str, cells: Sequence[str]) -> int | None:
    """The column whose header says `word`, else the one with that letter (A, AB)."""
    key = normal(word)
    same = [i for i, cell in enumerate(cells) if cell.strip() == word.strip()]
    alike = [i for i, cell in enumerate(cells) if key and normal(cell) == key]
    if same or alike:
        return (same or alike)[0]
    if not _LETTERS.fullmatch(word.strip()):
        return None
    number = 0
    for letter in word.strip().upper():
        number = number * 26 + ord(letter) - 64
    return number - 1 if number <= len(cells) else None


def _column(word: str, cells: Sequence[str]) -> int:
    column = column_called(word, cells)
    if column is None:
        raise LedgerError(
            message("headers.unknown_column", header=word),
            message("headers.found", headers=listed(cells)),
        )
    return column


def _field_list() -> tuple[object, ...]:
    return tuple(label(name) for name in _field_names())


def _field_names() -> list[str]:
    return list(dict.fromkeys(f.name for f in FIELDS if f.used))
