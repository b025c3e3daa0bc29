"""What a column we do not know may have meant; never used without being told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from arcollect.errors import Message, message
from arcollect.ledger.headers.names.doubts import plain_meaning
from arcollect.ledger.headers.names.fields import Index, index_of
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.headers.samples import looks_like
from arcollect.numerals import simplified

ENOUGH = 0.7
"""How alike two spellings must be (difflib ratio) to be worth a question."""
_LOOKED_AT = 100  # columns; a sheet of thousands of them is no ledger
_LONGEST = 60  # characters of one header
_SAYS = re.compile(
    r"收款|回款|还款|到款|来款|已收|已付|实收|到账|未收|未付|未回|余额|欠款|尚欠|剩余"
    r"|paid|received|receipts?|collected|payments?|balance|outstanding|owing|owed"
)
_OTHERWISE = re.compile(
    r"日|时间|年|人|员|方式|条件|期限|周期|账号|账户|银行|编号|单号|号码|次数|率|比例|计划|预计|预收"
    r"|应收款|期初|税|date|day|term|method|number|no$|by$|ratio|rate|expected|opening|unapplied"
)


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


def unread_money(
    cells: Sequence[str],
    unknown: Iterable[int],
    samples: Sequence[Sequence[object]],
    fields: Collection[str],
) -> tuple[Message, ...]:
    """A note on columns that look like payments or rests and have no known name.

    Only where no balance column is known, for a balance holds whatever else there is.
    第一次收款 and 第二次收款 are not added up unasked, but nobody may take the whole
    amount for open without being told.
    """
    if "open_minor" in fields or "amount_minor" not in fields:
        return ()
    seen = tuple(cells[c].strip() for c in unknown if _is_meant(cells[c], c, samples))
    return (message("headers.unread_money", columns=seen),) if seen else ()


def _is_meant(header: str, column: int, samples: Sequence[Sequence[object]]) -> bool:
    plain = simplified(normal(header))
    if not _SAYS.search(plain) or _OTHERWISE.search(plain):
        return False
    return looks_like("money", [row[column] for row in samples if column < len(row)])
