"""Yes, no, and rates: the small cells."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.cells.column import has, text_flags
from arcollect.ledger.file.grid import CellKind, RawColumn
from arcollect.numerals import simplified

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
        "争议中",
        "有异议",
        "呆账",
        "死账",
        "内部",
        "内部往来",
        "质保款",
        "退票",
        "账销案存",
    }
)
_NO = frozenset(
    {
        "否",
        "无",
        "没有",
        "未",
        "非",
        "不是",
        "错",
        "假",
        "×",
        "✗",
        "✘",
        "☐",
        "□",
        "○",
        "n",
        "no",
        "none",
        "false",
        "f",
        "0",
        "正常",
        "normal",
        "ok",
        "外部",
        "非关联",
        "非关联方",
        "无争议",
        "无异议",
        "非坏账",
        "未核销",
        "已解决",
        "resolved",
    }
)
_INDEED = frozenset("已有是")  # 已拒付, 有争议, 是坏账
_NOT = frozenset("未无非不")
_BLANK = re.compile(r"[-—–―/\\_.\s]*|n/?a|#n/a|null")
_PARTS = {"%": 100, "％": 100, "‰": 1000, "‱": 10_000}
_RATE = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<part>[%‰‱])?(?:/?\s*(?:天|日|day|d))?")
_WORDED = re.compile(
    r"(?:每?[日天]?)(?P<base>百|千|万)分之(?P<share>[0-9.]+|[一二三四五六七八九十])(?:/?[天日])?"
)
_CN = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)}
_BASES = {"百": 100, "千": 1000, "万": 10_000}


def is_yes(raw: str) -> bool:
    """Whether a cell says yes: 是, Y, 1, √, or the thing itself (坏账 under 是否坏账)."""
    plain = _plain(raw)
    return plain in _YES or (plain[:1] in _INDEED and plain[1:] in _YES)


def is_clear(raw: str) -> bool:
    """Whether a cell says yes or no, or nothing at all: 可能 and 5,000.00 do not."""
    plain = _plain(raw)
    no = plain in _NO or (plain[:1] in _NOT and plain[1:] in _YES)
    return no or is_yes(raw) or _BLANK.fullmatch(plain) is not None


def _plain(raw: str) -> str:
    return simplified(unicodedata.normalize("NFKC", raw).strip().lower())


def flag_column(column: RawColumn) -> NDArray[np.bool_]:
    """Which rows say yes; of numbers only 1 does, as TRUE does."""
    numeric = has(column, CellKind.NUMBER) | has(column, CellKind.BOOL)
    flags: NDArray[np.bool_] = (numeric & (column.number == 1)) | text_flags(column, is_yes)
    return flags


def unclear(column: RawColumn) -> NDArray[np.bool_]:
    """Which rows say neither yes nor no: another word or number, an error, no result."""
    odd = has(column, CellKind.DATE) | has(column, CellKind.ERROR)
    odd |= has(column, CellKind.UNCOMPUTED)
    odd |= has(column, CellKind.NUMBER) & (column.number != 0) & (column.number != 1)
    worded = has(column, CellKind.TEXT)
    found: NDArray[np.bool_] = odd | (worded & text_flags(column, lambda w: not is_clear(w)))
    return found


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
