"""A letter as a pdf: one compiler for all of them (the extra `pdf`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from arcollect.errors import UsageError, message
from arcollect.render.letters.columns import columns, firm, titles
from arcollect.render.letters.fonts import Fonts, find
from arcollect.text import Lang, text
from arcollect.views.block import (
    Block,
    Grid,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    PayTo,
    Printed,
    Run,
    Sign,
    Text,
    closings,
)

_UNSEEN = frozenset("\n\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Press:
    """Sets letters in type, one after the other.

    Raises UsageError without the extra, without a font, and for a font that is not there.
    """

    def __init__(self, font: str = "", font_path: str = "") -> None:
        self._fonts: Fonts = find(font, font_path)
        self._source = (resources.files(__package__) / "skeleton" / "letter.typ").read_bytes()
        self._compiler = self._fonts.compiler()

    def pdf(self, letter: Printed) -> bytes:
        """The letter on A4 pages, byte for byte the same for the same letter.

        Texts reach the page as strings, never as markup. Raises UsageError that names the
        characters no font has: a box in place of a customer's name is a wrong letter.
        """
        data = {
            "lang": str(letter.lang),
            "title": letter.title,
            "author": letter.author,
            "day": [letter.day.year, letter.day.month, letter.day.day],
            "fonts": self._fonts.families,
            "bold": self._fonts.bold,
            "weight": "bold" if self._fonts.is_bold else "regular",
            "seam": text("letters.seam", letter.lang) if letter.has_seam else "",
            "page": _page(letter.lang),
            "blocks": _blocks(letter),
        }
        self._refuse_boxes(letter, data)
        said = json.dumps(data, ensure_ascii=False)
        made: bytes = self._compiler.compile(
            input=self._source, sys_inputs={"letter": said}, pdf_tags=False
        )
        return made

    def _refuse_boxes(self, letter: Printed, data: Mapping[str, Any]) -> None:
        said = {c for part in _texts(data["blocks"]) for c in part} - _UNSEEN
        missing = sorted(c for c in said if not self._fonts.has(c))
        if missing:
            signs = " ".join(f"{c} (U+{ord(c):04X})" for c in missing)
            facts = {"letter": letter.stem, "signs": signs, "fonts": self._fonts.families}
            raise UsageError(message("letters.no_glyph", **facts), message("letters.font_hint"))


def _page(lang: Lang) -> list[str]:
    """第x页 共y页, without the numbers."""
    return text("letters.page", lang, page="\0", pages="\0").split("\0")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _blocks(letter: Printed) -> list[dict[str, Any]]:
    kept = closings(letter.blocks)
    return [_block(block, is_last=n in kept) for n, block in enumerate(letter.blocks)]


def _block(block: Block, *, is_last: bool) -> dict[str, Any]:  # noqa: PLR0911  (one line per kind)
    match block:
        case Text():
            return {
                "kind": "text",
                "style": str(block.style),
                "last": is_last,
                "runs": _runs(block.runs),
            }
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Listing():
            items = [_runs(runs) for runs in block.items]
            return {
                "kind": "list",
                "items": items,
                "ordered": block.is_ordered,
                "last": is_last,
            }
        case Grid():
            return _grid(block)
        case Letterhead():
            lines = list(block.lines)
            return {
                "kind": "head",
                "name": block.name,
                "lines": lines,
                "reference": block.numbering,
            }
        case PayTo():
            return {"kind": "pay", "title": block.title, "pairs": [list(p) for p in block.pairs]}
        case Sign():
            name, *others = block.lines
            lines = [line for line in (name, block.seal, *others) if line]
            return {"kind": "sign", "lines": lines}
        case PageBreak():
            return {"kind": "break"}


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [{"text": run.text, "bold": run.bold} for run in runs]


def _grid(block: Grid) -> dict[str, Any]:
    size, widths = columns(block)
    return {
        "kind": "grid",
        "size": size / 2,
        "columns": widths,
        "firm": firm(block),
        "room": block.room,
        "aligns": [str(a) for a in block.aligns],
        "titles": titles(block),
        "rows": [list(row) for row in block.rows],
        "foot": [_foot(row) for row in block.foot],
    }


def _foot(row: tuple[str, ...]) -> dict[str, Any]:
    """A total: its label spans the columns that have nothing to add up."""
    span = next((n for n, v in enumerate(row) if n and v), len(row))
    return {"label": row[0], "span": span, "values": list(row[span:])}
