"""HTML tables saved as .xls, as many web systems export them, or packed as SAP does (MHTML)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from arcollect.errors import LedgerError, message
from arcollect.ledger.file.delimited import encoding_of
from arcollect.ledger.file.gather import Gatherer
from arcollect.ledger.file.grid import SheetFacts
from arcollect.ledger.file.lazy import LazySheet, Reading, Wish

_CHARSET = re.compile(rb'charset\s*=\s*["\']?\s*([\w-]+)', re.IGNORECASE)
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST_SPAN = 1_000
_MOST_CELLS = 5_000_000
_SILENT = ("script", "style", "head")
Rows = dict[tuple[int, int], str]


class _Tables(HTMLParser):
    """Cells of all tables, one below the other; spans leave blanks as in Excel."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: Rows = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._row, self._column = -1, 0
        self._next_column = 0
        self._taken: set[tuple[int, int]] = set()
        self._words: list[str] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins; the end tag of the one before may be missing."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._next_column = 0
        elif tag == "col":
            self._list(dict(attrs))
        elif tag == "tr":
            self._close()
            self._row, self._column = self._row + 1, 0
            if _is_hidden(dict(attrs)):
                self.hidden_rows.add(self._row)
        elif tag in ("td", "th"):
            self._close()
            self._open(dict(attrs))
        elif tag == "br" and self._words is not None:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A cell is complete."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr", "table"):
            self._close()

    def handle_data(self, data: str) -> None:
        """Words of the open cell; those of scripts and styles are nobody's."""
        if self._words is not None and not self._silent:
            self._words.append(data)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002
        """A section of an unknown kind (`<![if`, `<![x[`) is passed over, not fatal."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def _list(self, attributes: dict[str, str | None]) -> None:
        after = self._next_column + _span(attributes.get("span"))
        if _is_hidden(attributes):
            self.hidden_columns.update(range(self._next_column, after))
        self._next_column = after

    def _open(self, attributes: dict[str, str | None]) -> None:
        self._row = max(self._row, 0)
        while (self._row, self._column) in self._taken:
            self._column += 1
        self._words = []
        down = self._row + _span(attributes.get("rowspan")) - 1
        right = self._column + _span(attributes.get("colspan")) - 1
        if (down, right) != (self._row, self._column):
            self._merge(down, right)

    def _merge(self, down: int, right: int) -> None:
        if (down - self._row + 1) * (right - self._column + 1) > _MOST_SPAN:
            return
        self.merges.append((self._row, self._column, down, right))
        for row in range(self._row, down + 1):
            for column in range(self._column, right + 1):
                self._taken.add((row, column))

    def _close(self) -> None:
        if self._words is None:
            return
        said = " ".join("".join(self._words).replace("\xa0", " ").split())
        if said and len(self.cells) < _MOST_CELLS:
            self.cells[self._row, self._column] = said
        self._words = None
        self._column += 1


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(_NO_DISPLAY.search(attributes.get("style") or ""))


def _span(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and 1 <= int(said) <= _MOST_SPAN else 1


def web_sheet(data: bytes, name: str, encoding: str | None = None) -> LazySheet:
    """All tables of the page as one sheet of texts; raises LedgerError.

    Rows and columns that the page does not display are hidden ones (T-16).
    """
    found = _tables(data, name, encoding)
    if not found.cells:
        raise _no_table(name)
    return _sheet(found, name.rpartition(".")[0] or name)


def archived_sheets(data: bytes, name: str) -> tuple[LazySheet, ...]:
    """The pages of a web archive that have a table, a sheet each; raises LedgerError."""
    from email import message_from_bytes  # noqa: PLC0415  (few files are archives)

    sheets = []
    for part in message_from_bytes(data).walk():
        page = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(page, bytes):
            found = _tables(page, name, None)
            title = str(part.get("Content-Location", name)).rpartition("/")[2]
            if found.cells:
                sheets.append(_sheet(found, title.rpartition(".")[0] or title))
    if not sheets:
        raise _no_table(name)
    return tuple(sheets)


def _tables(data: bytes, name: str, encoding: str | None) -> _Tables:
    tables = _Tables()
    tables.feed(data.decode(encoding or _charset(data, name), "replace"))
    tables.close()
    return tables


def _no_table(name: str) -> LedgerError:
    return LedgerError(message("file.no_table", name=name), message("file.resave"))


def _sheet(tables: _Tables, title: str) -> LazySheet:
    height = max(row for row, _ in tables.cells) + 1
    width = max(column for _, column in tables.cells) + 1
    facts = SheetFacts(
        title,
        height,
        width,
        hidden_rows=frozenset(tables.hidden_rows),
        hidden_columns=frozenset(tables.hidden_columns),
        merges=tuple(tables.merges),
    )

    def read(wish: Wish) -> Reading:
        gatherer = Gatherer(wish)
        for (row, column), said in tables.cells.items():
            if gatherer.wants(column) and (wish.rows is None or row < wish.rows):
                gatherer.text(row, column, said)
        return Reading(facts, gatherer.columns(height))

    return LazySheet(title, read)


def _charset(data: bytes, name: str) -> str:
    said = _CHARSET.search(data[:4096])
    if said and said.group(1).lower() in (b"gb2312", b"gbk", b"gb18030"):
        return "gb18030"
    return encoding_of(data, name)
