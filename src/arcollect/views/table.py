"""A table of meaning-carrying cells, before anyone decides how it looks.

Every report is built once as `Table`s; the renderers (screen, xlsx, html, csv,
json, md) only translate kinds and tones. Texts in a table are already in the
user's language; `key`s stay English (json and full-name csv headers use them).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, TypeVar


class Kind(StrEnum):
    """What the values of a column mean; a renderer owns one format per kind."""

    TEXT = "text"
    ID = "id"  # text that looks like a number: codes, document numbers
    MONEY = "money"  # Decimal in major units, already at the currency's exponent
    PERCENT = "percent"  # Decimal or Fraction-like share: 0.1542 is 15.42 %
    DAYS = "days"  # int
    COUNT = "count"  # int
    NUMBER = "number"  # Decimal, 2 places: turnover, scores
    DATE = "date"  # datetime.date


class Tone(StrEnum):
    """What a value means to the reader; colour AND a word or mark carry it."""

    PLAIN = "plain"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    MUTED = "muted"


Value: TypeAlias = str | int | Decimal | dt.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: values, one per row; `tones` likewise, or () for all plain.

    `total` is the foot of the column (None: no total). `sums` says that the total
    is the plain sum of the rows, so a workbook may write it as a live formula.
    """

    key: str
    title: str
    kind: Kind
    values: Sequence[Value]
    tones: Sequence[Tone] = ()
    total: Value = None
    sums: bool = False
    wide: bool = False  # long text: the last to be narrowed
    right: bool = False  # words that read as a figure (5.78 times): set flush right
    minor: bool = False  # left out first where there is little room (said so there)
    fill: bool = False  # blank, for a person to fill in: in workbooks only
    choices: tuple[str, ...] = ()  # what a drop-down offers there
    hidden: bool = False  # keys for reading a workbook back: in workbooks only, not shown


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of equal length under a title; `notes` stand below, `lead` above.

    `lead` holds as-of date, basis, currency; `notes` the rules and warnings.
    `total_label` is written in the first column of the total row.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    total_label: str = ""

    def __len__(self) -> int:
        """How many rows, the total not counted."""
        return len(self.columns[0].values) if self.columns else 0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: label, value in major units, tone."""

    label: str
    value: Decimal
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart; the values stand in a table as well, so nothing is only a picture."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline figure with its verdict in words: 逾期率 15.42 % ▲ 超过 15 %."""

    key: str
    label: str
    shown: str
    tone: Tone = Tone.PLAIN
    verdict: str = ""
    formula: str = ""


Part: TypeAlias = Table | Chart | tuple[Figure, ...] | str
AnyPart = TypeVar("AnyPart", bound=Part)


def readable(part: AnyPart) -> AnyPart:
    """The part without the columns that only a workbook to be filled in needs."""
    if not isinstance(part, Table):
        return part
    kept = tuple(c for c in part.columns if not (c.fill or c.hidden))
    return part if len(kept) == len(part.columns) else replace(part, columns=kept)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook or one section of a page or screen, in reading order."""

    key: str
    title: str
    parts: tuple[Part, ...]
    landscape: bool = True
    first: str = ""  # the line "what to do first"
    one_sheet: bool = False  # must fit on one sheet of paper
    signatures: tuple[str, ...] = ()  # 编制 / 审核 / 批准
    beside: range = range(0)  # parts that stand right of those before them, on paper


@dataclass(frozen=True, slots=True)
class Report:
    """A whole answer: pages in order, with the facts every page repeats."""

    title: str
    pages: tuple[Page, ...]
    lead: tuple[str, ...] = ()  # company, as-of, cut-off, basis
    footer: str = ""
    facts: dict[str, str] = field(default_factory=dict)
