"""Comma, tab, semicolon or bar separated text, in whatever encoding it came."""

from __future__ import annotations

import codecs
import csv
import io
import re
from array import array
from collections.abc import Iterator
from itertools import islice, zip_longest

import numpy as np

from arcollect.errors import LedgerError, message
from arcollect.ledger.file.grid import CellKind, RawColumn, SheetFacts
from arcollect.ledger.file.lazy import LazySheet, Reading, Wish, column_of

_SAMPLE_LINES = 60
_SAMPLE_CHARACTERS = 200_000
_SEPARATORS = "\t,;|"
_SUSPECT = frozenset(("", "=", "\t", " ", "\n", "\r", "\xa0", "\u3000"))
_BATCH = 4_096
_LONGEST_FIELD = 10_000_000
_GUARDED = re.compile(r'="((?:[^"]|"")*)"')
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4_000  # bytes in which a header stands
_WORDS = (
    "客户", "客戶", "日期", "到期", "金额", "金額", "余额", "餘額", "单据", "單據", "编号",
    "編號", "名称", "名稱", "应收", "應收", "发票", "發票", "合计", "合計", "公司", "币别", "幣別",
)  # fmt: skip


def encoding_of(data: bytes, name: str, asked: str | None = None) -> str:
    """The encoding that decodes the whole file; nothing statistical (T-30).

    In this order: the asked one, a byte order mark, the zero bytes of UTF-16,
    strict UTF-8, strict GB18030 (国标) or Big5 by their header words. UTF-8 comes before GB18030,
    because Chinese UTF-8 often decodes as GB18030 without an error. Raises
    LedgerError.
    """
    if asked:
        return _asked(data, name, asked)
    for mark, encoding in _MARKS:
        if data.startswith(mark) and _decodes(data, encoding):
            return encoding
    for encoding in (_zero_bytes(data), "utf-8", *_chinese(data)):
        if encoding and _decodes(data, encoding):
            return encoding
    raise LedgerError(message("file.undecodable", name=name), message("file.undecodable_remedy"))


def _chinese(data: bytes) -> tuple[str, str]:
    """GB18030 and Big5 in the order of the header words that each reading gives.

    Most Big5 also decodes as GB18030, as nonsense: only words can tell (T-30).
    """
    head = data[:_HEAD]
    known = {e: sum(w in head.decode(e, "ignore") for w in _WORDS) for e in ("gb18030", "big5")}
    return ("big5", "gb18030") if known["big5"] > known["gb18030"] else ("gb18030", "big5")


def _asked(data: bytes, name: str, asked: str) -> str:
    remedy = message("file.undecodable_remedy")
    if not _is_encoding(asked):
        raise LedgerError(message("file.unknown_encoding", encoding=asked), remedy)
    if asked.lower().replace("_", "-") in ("utf-8", "utf8"):
        asked = "utf-8-sig"
    if not _decodes(data, asked):
        raise LedgerError(message("file.wrong_encoding", name=name, encoding=asked), remedy)
    return asked


def _is_encoding(asked: str) -> bool:
    """Whether Python knows it, and as one of text: base64 and zip are none."""
    try:
        b"a".decode(asked)
    except LookupError:
        return False
    except ValueError:  # it is one, and "a" means nothing in it
        return True
    return True


def _zero_bytes(data: bytes) -> str:
    head = data[:2000]
    if head[1::2].count(0) * 4 > len(head[1::2]) or b"\r\0\n\0" in head:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) * 4 > len(head[::2]) else ""


def _decodes(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    step = 1 << 20
    try:
        for low in range(0, len(data), step):
            text = decoder.decode(data[low : low + step], low + step >= len(data))
            if "\0" in text:
                return False
    except (UnicodeError, LookupError):
        return False
    return True


def separator_of(sample: str) -> str:
    """The separator that cuts most lines into equally many parts.

    Preamble lines without any do not vote; a file of one column has a comma.
    """
    best, best_score = ",", (0, 0)
    for separator in _SEPARATORS:
        widths = _widths(sample, separator)
        if widths:
            usual = max(set(widths), key=lambda width: (widths.count(width), width))
            score = (widths.count(usual), usual)
            if score > best_score:
                best, best_score = separator, score
    return best


def _widths(sample: str, separator: str) -> list[int]:
    try:
        rows = list(_parse(io.StringIO(sample, newline=""), separator))
    except csv.Error:
        return []
    return [len(row) for row in rows if len(row) > 1]


def _parse(lines: io.TextIOBase, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    return csv.reader(lines, delimiter=separator)


class DelimitedText:
    """One text file as one sheet, streamed again on every pass."""

    def __init__(self, data: bytes, name: str, encoding: str | None = None) -> None:
        self._data = data
        self._name = name
        self._encoding = encoding_of(data, name, encoding)
        lines = self._lines()
        sample = "".join(line for _, line in zip(range(_SAMPLE_LINES), lines, strict=False))
        self._separator = separator_of(sample[:_SAMPLE_CHARACTERS])
        widths = _widths(sample[:_SAMPLE_CHARACTERS], self._separator)
        self._usual = max(widths, key=lambda width: (widths.count(width), width), default=0)

    @property
    def format(self) -> str:
        """Either tsv or csv, whatever the file name says."""
        return "tsv" if self._separator == "\t" else "csv"

    def sheet(self) -> LazySheet:
        """The only sheet, named after the file."""
        return LazySheet(self._name.rpartition(".")[0] or self._name, self._read)

    def _lines(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self._data), self._encoding, newline="")

    def _read(self, wish: Wish) -> Reading:
        try:
            return self._gather(wish)
        except csv.Error as error:
            raise LedgerError(
                message("file.csv_broken", name=self._name, why=str(error)),
                message("file.csv_broken_remedy"),
            ) from error

    def _gather(self, wish: Wish) -> Reading:
        rows: Iterator[list[str]] = islice(_parse(self._lines(), self._separator), wish.rows)
        wanted = sorted(wish.columns or ())
        if wish.columns is None:
            rows = iter(some := list(rows))
            wanted = list(range(max((_filled(row, 0) for row in some), default=0)))
        fields = {column: _Fields() for column in wanted}
        height, width, seen = 0, 0, 0
        longer: list[tuple[int, int]] = []
        while batch := list(islice(rows, _BATCH)):
            columns = list(zip_longest(*batch, fillvalue=""))
            blank = ("",) * len(batch)
            for column, field in fields.items():
                field.add(columns[column] if column < len(columns) else blank)
            for number, row in enumerate(batch, seen + 1):
                if said := "".join(row).strip():
                    height, width = number, max(width, _filled(row, width))
                    if len(row) > self._usual:
                        longer.append((number - 1, len(row)))
                    if "\n" in said or "\r" in said:
                        self._refuse_swallowed(row, number)
            seen += len(batch)
        facts = SheetFacts(
            self._name.rpartition(".")[0] or self._name, height, width, long_rows=tuple(longer)
        )
        return Reading(facts, {n: field.column(height) for n, field in fields.items()})

    def _refuse_swallowed(self, row: list[str], line: int) -> None:
        """A field that holds a whole line of the table began with a stray quotation mark."""
        lines = [piece for field in row for piece in field.splitlines()[:-1]]
        most = max((piece.count(self._separator) for piece in lines), default=0)
        if 2 < self._usual <= most + 1:
            raise LedgerError(
                message("file.csv_quote", name=self._name, line=line),
                message("file.csv_broken_remedy"),
            )


class _Codes(dict[str, int]):
    """A number for each distinct field, in the order of first sight."""

    def __missing__(self, field: str) -> int:
        code = self[field] = len(self)
        return code


class _Fields:
    """One column as written: a code per row, each distinct field once."""

    def __init__(self) -> None:
        self._codes = _Codes()
        self._rows = array("i")

    def add(self, fields: tuple[str, ...]) -> None:
        """The fields of further rows."""
        self._rows.extend(map(self._codes.__getitem__, fields))

    def column(self, height: int) -> RawColumn:
        """The texts as a user means them; blank fields are empty."""
        texts = list(self._codes)
        lookup = np.arange(1, len(texts) + 2, dtype=np.int32)
        for i, field in enumerate(texts):
            if field[:1] in _SUSPECT or field[-1:] in _SUSPECT:
                texts[i] = _bare(field)
                lookup[i] = self._same(i, texts[i]) + 1
        code = lookup[np.frombuffer(self._rows, np.int32)[:height]]
        kind = np.where(code > 0, CellKind.TEXT, CellKind.EMPTY).astype(np.uint8)
        return column_of(kind, np.zeros(height), code, lambda used: [texts[i] for i in used])

    def _same(self, code: int, meant: str) -> int:
        """The code of a cleaned field: that of its plain twin if there is one, -1 if blank."""
        return self._codes.setdefault(meant, code) if meant else -1


def _filled(row: list[str], least: int) -> int:
    """How many fields up to the last that is not blank, if more than `least`."""
    size = len(row)
    while size > least and not row[size - 1].strip():
        size -= 1
    return size


def _bare(field: str) -> str:
    """The text without the ="001" that keeps zeros and without trailing tabs."""
    field = field.rstrip("\t")
    if field.isspace():
        return ""
    if field.startswith("="):
        found = _GUARDED.fullmatch(field)
        return found.group(1).replace('""', '"') if found else field
    return field
