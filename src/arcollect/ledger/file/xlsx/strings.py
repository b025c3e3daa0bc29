"""The shared strings of a workbook, decoded only where a cell needs them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape
from xml.etree.ElementTree import ParseError

import numpy as np
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from numpy.typing import NDArray

from arcollect.ledger.file.xlsx.archive import Damaged

_WINDOW = 1 << 20
_LESS, _SPACE, _SLASH, _MORE = 60, 32, 47, 62
_PRESERVED = len(b'<t xml:space="preserve">')
_HEX = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BETWEEN = "</t></si><si><t>"
_RUN = 4096  # strings decoded at once
_DENSE = 8  # unless fewer than one in so many of them is wanted
Positions = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]  # of < 2 GB
_OPEN = re.compile(rb"<sst\b[^>]*>")


class SharedStrings:
    """Text by number. Positions are found at once, words are decoded on demand."""

    def __init__(self, raw: bytearray) -> None:
        self._raw = raw
        self._items, self._start, self._end = _positions(raw)
        opened = _OPEN.search(raw, 0, 4096)
        self._root = bytes(opened.group()) if opened else b"<sst>"

    def __len__(self) -> int:
        return len(self._start)

    def texts(self, numbers: Sequence[int]) -> list[str]:
        """The texts of these ascending numbers, untrimmed; raises Damaged."""
        found: list[str] = []
        low = 0
        try:
            while low < len(numbers):
                high = bisect_left(numbers, numbers[low] + _RUN, low)
                found += self._run(numbers[low:high])
                low = high
        except (UnicodeDecodeError, IndexError) as error:
            raise Damaged("sharedStrings") from error
        return found

    def _run(self, numbers: Sequence[int]) -> list[str]:
        """Neighbours are cut out of one decoded text, the lonely one by one."""
        first, last = numbers[0], numbers[-1]
        if len(numbers) * _DENSE > last - first and self._end[last] >= 0:
            whole = self._raw[self._start[first] : self._end[last]].decode()
            texts = whole.split(_BETWEEN)
            if len(texts) == last - first + 1:
                picked = [texts[number - first] for number in numbers]
                odd = "&" in whole or "_x" in whole or "\r" in whole
                return [plain(text) for text in picked] if odd else picked
        return [self._one(number) for number in numbers]

    def _one(self, number: int) -> str:
        end = self._end[number]
        if end < 0:
            return self._rich(number)
        return plain(self._raw[self._start[number] : end].decode())

    def _rich(self, number: int) -> str:
        """A string in several runs or with phonetic guides, which are not text."""
        begin = self._items[number]
        stop = self._raw.find(b"</si>", begin)
        if self._raw[begin : begin + 5] == b"<si/>" or stop < 0:
            return ""
        piece = self._root + bytes(self._raw[begin : stop + 5]) + b"</sst>"
        try:
            root = fromstring(piece)
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise Damaged("sharedStrings") from error
        runs = [
            found.text or ""
            for item in root
            for child in item
            if not child.tag.endswith("rPh")
            for found in child.iter()
            if found.tag.rpartition("}")[2] == "t"
        ]
        return unescape_hex("".join(runs))


def plain(text: str) -> str:
    """XML text as the user sees it: entities, line ends and _x000D_ undone."""
    if "&" in text:
        text = unescape(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unescape_hex(text) if "_x" in text else text


def unescape_hex(text: str) -> str:
    """Excel's escape for characters that XML cannot hold: _x000B_ is a tab-like."""
    return _HEX.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(found.group(1), 16)
    return "�" if 0xD800 <= code <= 0xDFFF else chr(code)


def _positions(raw: bytearray) -> Positions:
    """Where each item begins, and where its only text begins and ends (-1: rich)."""
    parts = [_in_window(raw, low, high) for low, high in _windows(raw)]
    none = np.empty(0, np.int32)
    items, start, end = zip(*parts, strict=True) if parts else ([none], [none], [none])
    return np.concatenate(items), np.concatenate(start), np.concatenate(end)


def _windows(raw: bytearray) -> Iterator[tuple[int, int]]:
    """About a megabyte each, cut between two items."""
    low = 0
    while low < len(raw):
        high = raw.rfind(b"</si>", low, low + _WINDOW)
        if high < 0:
            high = raw.find(b"</si>", low)
        high = high + 5 if high >= 0 else len(raw)
        yield low, high
        low = high


def _in_window(raw: bytearray, low: int, high: int) -> Positions:
    data = np.frombuffer(bytes(raw[low:high]) + b" " * _PRESERVED, np.uint8)
    tags = np.flatnonzero(data == _LESS)
    first = data[tags + 1]
    if np.any(first == ord("!")):
        raise Damaged("sharedStrings")
    is_item = (first == ord("s")) & (data[tags + 2] == ord("i"))
    items = np.flatnonzero(is_item)
    start, end = _single_texts(data, tags, first, items)
    places = tags[items] + low, start + low, np.where(end < 0, -1, end + low)
    return places[0].astype(np.int32), places[1].astype(np.int32), places[2].astype(np.int32)


def _single_texts(
    data: NDArray[np.uint8],
    tags: NDArray[np.int64],
    first: NDArray[np.uint8],
    items: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Text bounds of the items of the shape <si><t …>text</t></si>."""
    edge = np.minimum(items + 3, len(tags) - 1)
    text, close = tags[np.minimum(items + 1, edge)], tags[np.minimum(items + 2, edge)]
    spaced = data[text + 2] == _SPACE
    start = text + np.where(spaced, _PRESERVED, 3)
    single = (first[np.minimum(items + 1, edge)] == ord("t")) & (items + 3 == edge)
    single &= first[np.minimum(items + 2, edge)] == _SLASH
    single &= (data[close + 2] == ord("t")) & (data[tags[edge] + 2] == ord("s"))
    single &= data[np.minimum(start - 1, len(data) - 1)] == _MORE
    single &= (start <= close) & (spaced | (data[text + 2] == _MORE))
    return start, np.where(single, close, -1)
