"""An .xlsx or .xlsm file as sheets."""

from __future__ import annotations

from functools import cached_property, partial

from arcollect.ledger.file.lazy import LazySheet, Reading, Wish
from arcollect.ledger.file.sniff import damaged
from arcollect.ledger.file.xlsx.archive import Archive, Damaged
from arcollect.ledger.file.xlsx.careful import CarefulRead
from arcollect.ledger.file.xlsx.chunks import Declined
from arcollect.ledger.file.xlsx.fast import read_fast
from arcollect.ledger.file.xlsx.strings import SharedStrings
from arcollect.ledger.file.xlsx.workbook import SheetPart, read_workbook


class XlsxFile:
    """The parts that all sheets share, and the choice of reader per sheet."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._careful: set[str] = set()
        self.workbook = read_workbook(archive)

    @cached_property
    def _strings(self) -> SharedStrings:
        part = self.workbook.strings
        raw = self._archive.whole(part) if part in self._archive else bytearray()
        return SharedStrings(raw)

    def sheets(self) -> tuple[LazySheet, ...]:
        """The sheets in tab order; raises Damaged if one cannot be begun."""
        for sheet in self.workbook.sheets:
            self._read(sheet, Wish(frozenset(), 1))
        return tuple(
            LazySheet(sheet.name, partial(self._read_or_say, sheet), hidden=sheet.hidden)
            for sheet in self.workbook.sheets
        )

    @property
    def reader(self) -> str:
        """Which reader took the sheets: scan, or careful where one declined."""
        return "careful" if self._careful else "scan"

    def _read_or_say(self, sheet: SheetPart, wish: Wish) -> Reading:
        try:
            return self._read(sheet, wish)
        except Damaged as error:
            raise damaged(self._name) from error
        finally:
            if wish.rows is None:  # the texts in use now stand in the columns
                self.__dict__.pop("_strings", None)

    def _read(self, sheet: SheetPart, wish: Wish) -> Reading:
        """The fast scan, and where it declines, the careful reader.

        A part that the scan finds broken is read again too: the careful reader
        is the one that may say so.
        """
        if sheet.part not in self._careful:
            try:
                return read_fast(self._archive, sheet, self._strings, self.workbook, wish)
            except (Declined, Damaged):
                self._careful.add(sheet.part)
        reader = CarefulRead(sheet, self._strings, self.workbook, wish)
        return reader.read(self._archive)
