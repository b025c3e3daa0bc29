"""A letter as a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from arcollect.render.letters.columns import TEXT_WIDTH, titles
from arcollect.render.letters.columns import columns as shared
from arcollect.render.letters.package import package
from arcollect.text import Lang
from arcollect.views.block import (
    Align,
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
    Style,
    Text,
    closings,
)

_OPEN = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSE = "</w:body></w:document>"
_KEPT_ROWS = 6  # a short table is not torn; of a long one the last rows stay with the total
_JC = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "center"}


def docx(letter: Printed) -> bytes:
    """One letter as a docx of A4 pages, byte for byte the same for the same letter."""
    body = _body(letter) + _section(letter)
    return package(
        _OPEN + body + _CLOSE, title=letter.title, author=letter.author, day=_day([letter])
    )


def print_file(letters: Sequence[Printed], title: str) -> bytes:
    """All letters in one docx, each on a new page with its own page numbers (U-25)."""
    parts: list[str] = []
    for letter in letters[:-1]:
        section = f"<w:p><w:pPr>{_style('Gap')}{_section(letter)}</w:pPr></w:p>"
        parts += [_body(letter), section]
    parts += [_body(letters[-1]), _section(letters[-1])]
    author = letters[0].author if len({x.author for x in letters}) == 1 else ""
    body = _OPEN + "".join(parts) + _CLOSE
    return package(body, title=title, author=author, day=_day(letters), has_total=False)


def _day(letters: Sequence[Printed]) -> str:
    return max(letter.day for letter in letters).isoformat()


def _body(letter: Printed) -> str:
    kept = closings(letter.blocks)
    return "".join(
        _block(block, letter.lang, is_last=place in kept)
        for place, block in enumerate(letter.blocks)
    )


def _section(letter: Printed) -> str:
    """A4, page numbers from 1; the seam-seal mark from page 2 on, so only where there is one."""
    header = letter.lang if letter.has_seam else "none"
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rHeader_{header}"/>'
        '<w:headerReference w:type="first" r:id="rHeader_none"/>'
        f'<w:footerReference w:type="default" r:id="rFooter_{letter.lang}"/>'
        f'<w:footerReference w:type="first" r:id="rFooter_{letter.lang}"/>'
        '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="964" w:right="1134" w:bottom="964" w:left="1134"'
        ' w:header="510" w:footer="510" w:gutter="0"/><w:pgNumType w:start="1"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _block(block: Block, lang: Lang, *, is_last: bool) -> str:  # noqa: PLR0911  (one line per kind)
    match block:
        case Text():
            return _text(block, lang, is_last=is_last)
        case Heading():
            return _paragraph(f"Heading{min(block.level, 2)}", _run(block.text))
        case Listing():
            return _listing(block, lang, is_last=is_last)
        case Grid():
            return _grid(block)
        case Letterhead():
            return _letterhead(block)
        case PayTo():
            return _pay_to(block)
        case Sign():
            return _sign(block)
        case PageBreak():
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _text(block: Text, lang: Lang, *, is_last: bool) -> str:
    """A paragraph; the last ones stay with the signature, which never stands alone."""
    styles = {
        Style.BODY: f"Body_{lang}",
        Style.PLAIN: "Plain",
        Style.NOTE: "Note",
        Style.GREETING: "Greeting",
    }
    kept = "<w:keepNext/>" if is_last else ""
    return _paragraph(styles[block.style], _runs(block.runs), kept)


def _listing(block: Listing, lang: Lang, *, is_last: bool) -> str:
    kept = "<w:keepNext/>" if is_last else ""
    marks = (f"{n}." if block.is_ordered else "·" for n in range(1, len(block.items) + 1))
    points = zip(marks, block.items, strict=True)
    return "".join(
        _paragraph(f"Point_{lang}", f"{_run(mark)}<w:r><w:tab/></w:r>{_runs(runs)}", kept)
        for mark, runs in points
    )


def _letterhead(block: Letterhead) -> str:
    lines = block.lines or ("",)
    return "".join(
        (
            _paragraph("HeadName", _run(block.name)),
            *(_paragraph("HeadLine", _run(line)) for line in lines),
            _paragraph("Reference", _run(block.numbering)),
        )
    )


def _pay_to(block: PayTo) -> str:
    last = len(block.pairs) - 1
    pairs = [
        _row(
            [
                _cell(label, 1700, "left", is_kept=n < last),
                _cell(value, TEXT_WIDTH - 1700, "left"),
            ]
        )
        for n, (label, value) in enumerate(block.pairs)
    ]
    title = _paragraph("Plain", _run(block.title, bold=True), "<w:keepNext/>")
    return title + _table([1700, TEXT_WIDTH - 1700], pairs)


def _sign(block: Sign) -> str:
    name, *others = block.lines
    lines = [name, block.seal, *others] if block.seal else [name, *others]
    gap = _paragraph("Gap", "", "<w:keepNext/>")
    return gap + "".join(_paragraph("Sign", _run(line)) for line in lines)


def _grid(block: Grid) -> str:
    """A table in the largest print that keeps its values whole."""
    size, columns = shared(block)
    jc = [_JC[a] for a in block.aligns]
    head = [
        _cell(t, c, "center", size, bold=True) for t, c in zip(titles(block), columns, strict=True)
    ]
    lines = [_row(head, is_header=True)]
    loose = max(len(block.rows) - _KEPT_ROWS, 0)
    last = len(block.rows) + len(block.foot) - 1
    for n, row in enumerate(block.rows):
        cells = zip(row, columns, jc, strict=True)
        kept = loose <= n < last
        made = [_cell(v, c, j, size, is_kept=kept) for v, c, j in cells]
        lines.append(_row(made, room=block.room))
    lines += [
        _foot(row, columns, size, is_kept=n < last)
        for n, row in enumerate(block.foot, len(block.rows))
    ]
    return _table(columns, lines)


def _foot(row: Sequence[str], columns: Sequence[int], size: int, *, is_kept: bool) -> str:
    """A total: its label spans the columns that have nothing to add up."""
    span = next((n for n, v in enumerate(row) if n and v), len(row))
    wide = sum(columns[:span])
    cells = [_cell(row[0], wide, "left", size, bold=True, span=span, is_kept=is_kept)]
    rest = zip(row[span:], columns[span:], strict=True)
    return _row([*cells, *(_cell(v, c, "right", size, bold=True) for v, c in rest)])


def _table(columns: Sequence[int], rows: Sequence[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{c}"/>' for c in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>{_paragraph('Gap', '')}"
    )


def _row(cells: Sequence[str], *, is_header: bool = False, room: int = 0) -> str:
    repeated = "<w:tblHeader/>" if is_header else ""
    height = f'<w:trHeight w:val="{room * 20}" w:hRule="atLeast"/>' if room else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    said: str,
    wide: int,
    jc: str,
    size: int = 18,
    *,
    bold: bool = False,
    span: int = 1,
    is_kept: bool = False,
) -> str:
    """One cell; is_kept: its row stays on the page of the next one."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' if bold else ""
    look = f'{"<w:keepNext/>" if is_kept else ""}<w:jc w:val="{jc}"/>'
    content = _paragraph("Cell", _run(said, bold=bold, size=size), look)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{spans}{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _paragraph(style: str, content: str, more: str = "") -> str:
    return f"<w:p><w:pPr>{_style(style)}{more}</w:pPr>{content}</w:p>"


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run.text, bold=run.bold) for run in runs)


def _run(said: str, *, bold: bool = False, size: int = 0) -> str:
    weight = "<w:b/>" if bold else ""
    sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    look = f"<w:rPr>{weight}{sized}</w:rPr>" if weight or sized else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in said.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"
