"""A letter as one web page, for the screen, an e-mail or a printer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib import resources

from arcollect.render.letters.columns import columns, titles
from arcollect.render.letters.width import width
from arcollect.text import Lang
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
)

_KEPT_ROWS = 6  # a table as short as this is not torn when printed
_SHORT = 16  # columns of text that stay on one line
_LANGS = {Lang.ZH: "zh-CN", Lang.EN: "en"}


def html(letter: Printed) -> str:
    """The letter as a page that needs nothing else; A4 when printed."""
    body = "\n".join(_block(block) for block in letter.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGS[letter.lang]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(letter.title)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f'<body class="{letter.lang}">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


@cache
def _style() -> str:
    folder = resources.files(__package__) / "skeleton"
    return (folder / "letter.css").read_text(encoding="utf-8")


def _block(block: Block) -> str:  # noqa: PLR0911  (one line per kind)
    match block:
        case Text():
            return f'<p class="{block.style}">{_runs(block.runs)}</p>'
        case Heading():
            level = min(block.level, 2)
            return f"<h{level}>{escape(block.text)}</h{level}>"
        case Listing():
            tag = "ol" if block.is_ordered else "ul"
            points = "".join(f"<li>{_runs(runs)}</li>" for runs in block.items)
            return f"<{tag}>{points}</{tag}>"
        case Grid():
            return _grid(block)
        case Letterhead():
            return _letterhead(block)
        case PayTo():
            return _pay_to(block)
        case Sign():
            name, *others = block.lines
            lines = (line for line in (name, block.seal, *others) if line)
            return f'<div class="sign">{"<br>".join(map(escape, lines))}</div>'
        case PageBreak():
            return '<div class="break"></div>'


def _letterhead(block: Letterhead) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
    return (
        f'<header><p class="name">{escape(block.name)}</p>{lines}</header>\n'
        f'<p class="reference">{escape(block.numbering)}</p>'
    )


def _pay_to(block: PayTo) -> str:
    rows = (
        f'<tr><th scope="row">{escape(label)}</th><td>{escape(value)}</td></tr>'
        for label, value in block.pairs
    )
    return f'<table class="pay"><caption>{escape(block.title)}</caption>{"".join(rows)}</table>'


def _grid(block: Grid) -> str:
    kinds = [str(align) for align in block.aligns]
    kept = ' class="kept"' if len(block.rows) <= _KEPT_ROWS else ""
    size, widths = columns(block)
    total = sum(widths)
    said = (escape(title).replace("\n", "<br>") for title in titles(block))
    head = "".join(
        f'<th scope="col" style="width:{wide * 1000 // total / 10}%">{title}</th>'
        for title, wide in zip(said, widths, strict=True)
    )
    height = f' style="height:{block.room}pt"' if block.room else ""
    body = "".join(f"<tr{height}>{_cells(row, kinds)}</tr>" for row in block.rows)
    foot = "".join(f"<tr>{_cells(row, ['left', *kinds[1:]])}</tr>" for row in block.foot)
    return (
        f'<div class="wide"><table{kept} style="font-size:{size / 2}pt">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        f"<tfoot>{foot}</tfoot></table></div>"
    )


def _cells(row: Sequence[str], kinds: Sequence[str]) -> str:
    cells = zip(row, kinds, strict=True)
    return "".join(
        f'<td class="{kind}{" short" if width(value) <= _SHORT else ""}">{escape(value)}</td>'
        for value, kind in cells
    )


def _runs(runs: Sequence[Run]) -> str:
    said = (f"<strong>{escape(r.text)}</strong>" if r.bold else escape(r.text) for r in runs)
    return "".join(said).replace("\n", "<br>")
