"""Where the header stands, and what kind of sheet it heads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from arcollect.errors import Message, message
from arcollect.ledger.headers.match import NOTHING_TOLD
from arcollect.ledger.headers.names.fields import ROLES, field_named, index_of
from arcollect.ledger.headers.normalise import as_text, normal
from arcollect.ledger.headers.overrides import applicable
from arcollect.ledger.headers.periods import is_bucket, period_of
from arcollect.ledger.headers.roles import lacks, role_of, roles_of
from arcollect.ledger.headers.samples import looks_like
from arcollect.ledger.headers.suggest import Suggestion, listed, suggestions

FIRST_ROWS = 40
"""How far down a header is looked for; real exports have up to 24 title rows."""

SAMPLE_ROWS = 20

_LIKELY = {"customer": "company", "date": "expected_date"}


@dataclass(frozen=True, slots=True)
class HeaderFound:
    """The header of one sheet, or the row that most looks like one.

    Rows are 0-based; row_last is the last line of a two-row header, and cells joins
    both lines ("Pending Amount"). role: "" when the columns make no kind of sheet;
    then `lacking` says what a sheet of items would need. score: the columns that
    are known.
    """

    row_first: int
    row_last: int
    cells: list[str]
    role: str
    score: int
    lacking: tuple[str, ...] = ()

    @property
    def why(self) -> Message | None:
        """Why the sheet cannot be used, None when it can."""
        if self.role == "balances":
            return message("headers.balances_only")
        if self.role:
            return None
        headers = listed(self.cells)
        if self.score < 2:
            return message("headers.nothing_known", headers=headers)
        needs = tuple(message(f"headers.needs_{name}") for name in self.lacking)
        return message("headers.lacking", headers=headers, needs=needs)

    @property
    def strangers(self) -> tuple[str, ...]:
        """The headers that may be what an unusable sheet lacks: those that nobody knows.

        Where all are known: an own company (公司) may be the customer, and the day on
        which money is expected (计划回款日期) the due date.
        """
        known = [(c.strip(), normal(c)) for c in self.cells if c.strip()]
        unknown = tuple(cell for cell, key in known if not _is_known(key, cell, ()))
        likely = {_LIKELY[need] for need in self.lacking if need in _LIKELY}
        return unknown or tuple(c for c, _ in known if field_named(c, "items") in likely)

    @property
    def nearest(self) -> tuple[Suggestion, ...]:
        """The known spellings nearest to the unknown headers of an unusable sheet."""
        index = index_of("items")
        unknown = [i for i, c in enumerate(self.cells) if c.strip() and not index.knows(normal(c))]
        return suggestions(self.cells, unknown, "items")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that may be the header, with what speaks for it."""

    first: int
    last: int
    cells: list[str]
    known: int
    samples: Sequence[Sequence[object]]


def find_header(
    head_rows: Sequence[Sequence[object]],
    *,
    name: str = "",
    overrides: Mapping[str, str] = NOTHING_TOLD,
    first: int | None = None,
) -> HeaderFound | None:
    """The header among the first 40 rows; None when they are all blank.

    The row with the most known spellings that makes a kind of sheet wins, the first
    of equals; two rows together (merged parent and child cells) only when they say
    more than either alone. Rows of data are never headers, even where a customer is
    called 客户. name: the sheet's name; with the title rows it decides between kinds
    of sheet that have the same columns. first: the 0-based row where the header is
    known to begin.
    """
    rows = head_rows[:FIRST_ROWS]
    overrides = {k: v for k, v in overrides.items() if v}
    candidates = [r for r in _candidates(rows, overrides) if first in {None, r.first}]
    found = [_judge(row, rows, name, overrides) for row in candidates]
    if not found:
        return _widest(rows)
    return max(found, key=lambda f: (_weight(f.role), f.score, -f.row_first))


def _weight(role: str) -> int:
    if not role:
        return 0
    return 1 if role == "balances" else 2


def _candidates(rows: Sequence[Sequence[object]], overrides: Mapping[str, str]) -> Iterator[_Row]:
    told = frozenset(normal(v) for v in overrides.values())
    for number, row in enumerate(rows):
        cells = [as_text(c) for c in row]
        alone = _known(cells, told)
        if alone >= 2 and not _is_data(row, cells, alone):
            yield _Row(number, number, cells, alone, rows[number + 1 :][:SAMPLE_ROWS])
        below = rows[number + 1] if number + 1 < len(rows) else []
        joined = _joined(row, below, told)
        if joined and _known(joined, told) > max(alone, _known([as_text(c) for c in below], told)):
            yield _Row(
                number,
                number + 1,
                joined,
                _known(joined, told),
                rows[number + 2 :][:SAMPLE_ROWS],
            )


def _known(cells: Sequence[str], told: Collection[str]) -> int:
    """How many different known spellings stand in a row.

    A cell with a colon ("客户：") is a label of the title, rarely a header.
    """
    keys = {normal(c): c for c in cells if c.strip() and not c.rstrip().endswith((":", "："))}
    return sum(_is_known(key, cell, told) for key, cell in keys.items())


def _is_known(key: str, cell: str, told: Collection[str]) -> bool:
    if key in told or any(index_of(role).knows(key) for role in ROLES):
        return True
    return len(cell) <= 20 and (is_bucket(cell) or period_of(cell) is not None)


def _is_data(row: Sequence[object], cells: Sequence[str], known: int) -> bool:
    """Whether numbers and dates outweigh the known words: a row of data."""
    figures = sum(_is_figure(c) for c in row)
    periods = sum(period_of(t) is not None for t in cells)
    filled = sum(bool(t.strip()) for t in cells)
    return figures * 2 > known or (periods == known and periods * 2 < filled)


def _is_figure(cell: object) -> bool:
    """Whether a cell is a number or a date, typed or (in csv) as text."""
    text = as_text(cell)
    if period_of(text) is not None:
        return False
    if isinstance(cell, str):
        return looks_like("money", [text]) or looks_like("date", [text])
    return isinstance(cell, int | float | dt.date)


def _joined(row: Sequence[object], below: Sequence[object], told: Collection[str]) -> list[str]:
    """Parent over child, cell by cell; [] when the lower row is no header line.

    A blank parent beside a filled one belongs to it (a merged cell has its text on
    the left only). Where parent and child together are no known spelling, the child
    alone is taken if it is one, else the parent. At least two cells below,
    and half of them, must say something: a first row of data is never half of a header.
    """
    lower = [as_text(c) for c in below]
    if sum(bool(c.strip()) for c in lower) < 2 or any(_is_figure(c) for c in [*row, *below]):
        return []
    width = max(len(row), len(lower))
    upper = [as_text(c) for c in row] + [""] * (width - len(row))
    lower += [""] * (width - len(lower))
    parents = _filled_right(upper, lower)
    cells = [
        _one_cell(own, parent, child, told)
        for own, parent, child in zip(upper, parents, lower, strict=True)
    ]
    filled = [i for i, child in enumerate(lower) if child.strip()]
    telling = sum(cells[i] != upper[i] or normal(upper[i]) == normal(lower[i]) for i in filled)
    known = sum(_is_known(normal(cells[i]), cells[i], told) for i in filled)
    return cells if min(telling, known) * 2 >= len(filled) else []


def _filled_right(upper: list[str], lower: list[str]) -> list[str]:
    filled, last = [], ""
    for parent, child in zip(upper, lower, strict=True):
        if parent.strip():
            last = parent
        elif not child.strip():
            last = ""
        filled.append(last)
    return filled


def _one_cell(own: str, parent: str, child: str, told: Collection[str]) -> str:
    if not child.strip() or normal(own) == normal(child):
        return own
    both = f"{parent.strip()} {child.strip()}".strip()
    for text in (both, child, own):
        if normal(text) and _is_known(normal(text), text, told):
            return text
    return both


def _judge(
    row: _Row,
    rows: Sequence[Sequence[object]],
    name: str,
    overrides: Mapping[str, str],
) -> HeaderFound:
    here = applicable(overrides, row.cells)
    fields = roles_of(row.cells, overrides=here, samples=row.samples)
    last = _second_language(row, rows)
    title = " ".join([name, *(as_text(c) for r in rows[: row.first] for c in r if c)])
    role = role_of(fields, title)
    return HeaderFound(
        row.first,
        last,
        row.cells,
        role,
        row.known,
        () if role else lacks(fields),
    )


def _second_language(row: _Row, rows: Sequence[Sequence[object]]) -> int:
    """The last line of the header: one below may say it again in other words.

    Such as FBillNo below 单据编号, or English below Chinese.
    """
    if row.last + 1 >= len(rows) or row.last > row.first:
        return row.last
    below = rows[row.last + 1]
    cells = [as_text(c) for c in below]
    filled = sum(bool(c.strip()) for c in cells)
    known = _known(cells, ())
    is_again = known >= 3 and known * 3 >= filled * 2 and not any(_is_figure(c) for c in below)
    return row.last + 1 if is_again else row.last


def _widest(rows: Sequence[Sequence[object]]) -> HeaderFound | None:
    """The first row with the most words, so that the user sees what was found."""
    best, most = None, 0
    for number, row in enumerate(rows):
        words = sum(isinstance(c, str) and bool(c.strip()) for c in row)
        if words > most:
            best, most = number, words
    if best is None:
        return None
    cells = [as_text(c) for c in rows[best]]
    known = _known(cells, ())
    return HeaderFound(best, best, cells, "", known, ("customer", "money", "date"))
