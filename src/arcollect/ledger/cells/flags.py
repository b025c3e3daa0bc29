"""Yes, no, and rates: the small cells."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.cells.column import has, text_flags
from arcollect.ledger.file.grid import CellKind, RawColumn

_YES = frozenset(
    {
        "是",
        "有",
        "已",
        "√",
        "✓",
        "✔",
        "☑",
        "●",
        "y",
        "yes",
        "true",
        "t",
        "1",
        "x",
        "对",
        "真",
        "坏账",
        "已坏账",
        "关联",
        "关联方",
        "争议",
        "有争议",
        "disputed",
        "质保金",
        "拒付",
        "已拒付",
        "dishonoured",
        "dishonored",
        "已核销",
        "核销",
        "written off",
        "related",
        "retention",
    }
)
_PARTS = {"%": 100, "％": 100, "‰": 1000, "‱": 10_000}
_RATE = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<part>[%‰‱])?(?:/?\s*(?:天|日|day|d))?")
_WORDED = re.compile(
    r"(?:每?[日天]?)(?P<base>百|千|万)分之(?P<share>[0-9.]+|[一二三四五六七八九十])(?:/?[天日])?"
)
_CN = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)}
_BASES = {"百": 100, "千": 1000, "万": 10_000}


def is_yes(raw: str) -> bool:
    """Whether a cell says yes: 是, Y, 1, √, or the thing itself (坏账 under 是否坏账)."""
    return unicodedata.normalize("NFKC", raw).strip().lower() in _YES


def flag_column(column: RawColumn) -> NDArray[np.bool_]:
    """Which rows say yes; numbers and booleans are yes when not zero."""
    numeric = has(column, CellKind.NUMBER) | has(column, CellKind.BOOL)
    flags: NDArray[np.bool_] = (numeric & (column.number != 0)) | text_flags(column, is_yes)
    return flags


def rate(raw: str) -> float | None:
    """A rate as a share: 0.05% and 万分之五 and 0.5‰ are 0.0005; None if unreadable.

    A bare number is already a share (0.0005); above 1 it is no rate per day.
    """
    text = unicodedata.normalize("NFKC", raw).strip().lower()
    if worded := _WORDED.fullmatch(text):
        share = _CN.get(worded["share"]) or _decimal(worded["share"])
        return None if share is None else float(Decimal(share) / _BASES[worded["base"]])
    found = _RATE.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found["number"]) / _PARTS.get(found["part"] or "", 1)
    return float(value) if value < 1 else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
