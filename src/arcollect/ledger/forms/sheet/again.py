"""A header further down that gives the columns another meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from arcollect.errors import LedgerError, message
from arcollect.ledger.cells.column import text_flags
from arcollect.ledger.file.grid import column_letter
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.headers.names.fields import Index, index_of
from arcollect.ledger.headers.normalise import normal

_MONEY = ("open_minor", "amount_minor", "paid_minor", "debit_minor", "credit_minor")
_FIGURE = re.compile(r"\d")


def refuse_other_header(body: Body, role: str) -> None:
    """Refuse a sheet whose columns change their meaning half-way.

    Page two may print 开票金额 where page one has 未收金额: its figures would be read as
    something else without a word. The header printed again as it was is no matter, nor is
    a synonym of it. LedgerError names the row and the first column that differs.
    """
    index = index_of(role)
    own = {f: normal(m.header) for f, m in body.matches.items()}

    def is_heading(text: str) -> bool:
        key = normal(text) if len(text) < 60 else ""
        return bool(key) and (key in own.values() or index.knows(key))

    found = body.nowhere()
    for field in filter(body.has, _MONEY):
        found |= text_flags(body.raw[field], is_heading)
    for row in np.flatnonzero(found):
        words = {f: w for f in body.raw if (w := body.quote(f, int(row)).strip())}
        heads = sum(map(is_heading, words.values()))
        if heads < 2 or heads * 2 < len(words) or any(map(_FIGURE.search, words.values())):
            continue
        other = next((f for f, w in words.items() if _differs(index, f, own[f], w)), None)
        if other is not None:
            raise _refusal(body, int(row), other, words)


def _differs(index: Index, field: str, own: str, word: str) -> bool:
    """Whether a heading is known, and as something else than the column's field."""
    key = normal(word)
    if own.startswith(key) or own.endswith(key) or not index.knows(key):
        return False  # one line of a header of two, or no heading at all
    if key in index.sure:
        return index.sure[key].field.name != field
    return all(option.field != field for option in index.doubtful[key])


def _refusal(body: Body, row: int, field: str, words: Mapping[str, str]) -> LedgerError:
    place = body.place
    return LedgerError(
        message(
            "ledger.other_header", file=place.file, sheet=place.sheet, row=row + place.first + 1,
            column=column_letter(body.matches[field].column), said=words[field],
            header=body.header(field).strip(),
        ),
        message("ledger.other_header.fix"),
    )  # fmt: skip
