"""What a column we do not know may have meant; never used without being told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from arcollect.errors import Message, message
from arcollect.ledger.headers.names.doubts import plain_meaning
from arcollect.ledger.headers.names.fields import Index, index_of
from arcollect.ledger.headers.normalise import normal

ENOUGH = 0.7
"""How alike two spellings must be (difflib ratio) to be worth a question."""
_LOOKED_AT = 100  # columns; a sheet of thousands of them is no ledger
_LONGEST = 60  # characters of one header


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An unknown header, and the known spelling that looks most like it."""

    column: int
    header: str
    field: str
    like: str
    role: str

    @property
    def said(self) -> Message:
        """The question to ask."""
        return message("headers.suggestion", header=self.header, field=label(self.field, self.role))


_OTHER_AMOUNT = {"receipts": "receipt_amount", "sales": "sales_amount"}


def label(field: str, role: str = "items") -> Message:
    """The name of a field, to be said in the reader's language.

    The amount of a receipt or of a month's sales has its own name.
    """
    if field.startswith("period:"):
        return message("headers.field.month_column", period=field.partition(":")[2])
    name = _OTHER_AMOUNT.get(role, field) if field == "amount_minor" else field
    return message(f"headers.field.{name}")


def listed(cells: Sequence[str]) -> tuple[str, ...]:
    """Headers as a sentence can bear them: the first of many, the beginning of a long one."""
    named = [c.strip() for c in cells if c.strip()]
    cut = [c if len(c) <= _LONGEST else f"{c[:_LONGEST]}…" for c in named[:_LOOKED_AT]]
    return (*cut, "…") if len(named) > _LOOKED_AT else tuple(cut)


def suggestions(
    cells: Sequence[str],
    columns: Collection[int],
    role: str,
    taken: Collection[str] = (),
) -> tuple[Suggestion, ...]:
    """The nearest spelling of each unknown column, where one is near enough.

    Fields that already have a column are not suggested, nor a field whose conflict
    words the header holds: 未开票金额 (not yet invoiced) is never the receivable. Only the
    first hundred are looked at.
    """
    found = (_nearest(c, cells[c], role, taken) for c in sorted(columns)[:_LOOKED_AT])
    return tuple(s for s in found if s is not None)


def _nearest(column: int, header: str, role: str, taken: Collection[str]) -> Suggestion | None:
    index, key = index_of(role), normal(header)
    known = [*index.sure, *index.doubtful]
    for like in get_close_matches(key, known, n=8, cutoff=ENOUGH):
        field = index.fields[_field_of(index, like)]
        if field.used and field.name not in taken and not field.forbids(key):
            return Suggestion(column, header, field.name, like, role)
    return None


def _field_of(index: Index, key: str) -> str:
    if key in index.sure:
        return index.sure[key].field.name
    return plain_meaning(index.doubtful[key])
