"""A sheet of paper for the renderers, without anything behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from arcollect.text import Lang
from arcollect.views.block import Block

HOSTILE = (
    "甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "#pagebreak()", "$x$", "@ref", "`raw`",
    '"引号"', "../../x", "//注释", "\\n",
)  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """Blocks with the least that a renderer asks for."""

    blocks: tuple[Block, ...]
    lang: Lang = Lang.ZH
    stem: str = "函"
    title: str = "催字〔2026〕001号"
    author: str = "宏远轴承有限公司"
    day: dt.date = dt.date(2026, 10, 31)
    has_seam: bool = True
    is_draft: bool = False
