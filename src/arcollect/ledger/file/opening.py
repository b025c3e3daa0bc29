"""One file in, one book out: read once, hashed, recognised, handed to its reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from arcollect.errors import LedgerError, Problem, Severity, message
from arcollect.ledger.file.grid import Book, Sheet
from arcollect.ledger.file.locked import PasswordError, unlocked
from arcollect.ledger.file.sniff import Format, damaged, sniff
from arcollect.ledger.file.taking import bytes_of
from arcollect.ledger.file.xlsx.archive import ZIP_FAULTS, Archive, Damaged, Limits
from arcollect.ledger.file.xlsx.book import XlsxFile


def open_book(
    path: Path | None,
    *,
    data: bytes | None = None,
    name: str = "",
    encoding: str | None = None,
    limits: Limits | None = None,
    password: str | None = None,
) -> Book:
    """The sheets of a spreadsheet file, unread as yet except for a first look.

    Give a path, or the bytes of standard input as `data`. The bytes are read
    once and these bytes are hashed, so that a file saved meanwhile cannot give
    two truths (T-29). `encoding` overrides what is found in csv, tsv and html;
    `password` opens a protected workbook (PasswordError without one).
    Raises LedgerError, with a remedy, for everything that is no spreadsheet or
    not a safe one (T-05 … T-11, T-40).
    """
    name = name or (path.name if path else "stdin")
    if data is None:
        data = bytes_of(path, name)
    try:
        opened = _sniffed(data, name, encoding, limits)
    except PasswordError:
        opened = _sniffed(unlocked(data, name, password), name, encoding, limits)
    sheets, said, reader, notes = opened
    if not sheets:
        raise LedgerError(message("file.no_sheet", name=name), message("file.resave"))
    digest = hashlib.sha256(data).hexdigest()
    return Book(name, sheets, said, reader, digest, (*_owner_note(path), *notes))


Opened = tuple[tuple[Sheet, ...], str, str, tuple[Problem, ...]]


def _sniffed(data: bytes, name: str, encoding: str | None, limits: Limits | None) -> Opened:
    kind = sniff(data, name)
    try:
        return _open(kind, data, name, encoding, limits)
    except (Damaged, *ZIP_FAULTS) as error:
        raise damaged(name) from error


def _open(
    kind: Format, data: bytes, name: str, encoding: str | None, limits: Limits | None
) -> Opened:
    if kind in {Format.TEXT, Format.HTML, Format.MHTML, Format.XML}:
        return _open_text(kind, data, name, encoding)
    if kind is Format.XLS:
        return _by_calamine(data, name, "xls")
    archive = Archive(data, limits)
    archive.check(name)
    archive.check_xml(name)
    if kind is Format.XLSX:
        return _open_xlsx(data, name, archive)
    return _by_calamine(data, name, str(kind))


def _open_text(kind: Format, data: bytes, name: str, encoding: str | None) -> Opened:
    # each reader is loaded for its own kind of file: most files are workbooks
    if kind is Format.HTML:
        from arcollect.ledger.file.webpage import web_sheet  # noqa: PLC0415

        return (web_sheet(data, name, encoding),), "html", "html", ()
    if kind is Format.MHTML:
        from arcollect.ledger.file.webpage import archived_sheets  # noqa: PLC0415

        return archived_sheets(data, name), "mhtml", "html", ()
    if kind is Format.XML:
        from arcollect.ledger.file.spreadsheetml import xml_sheets  # noqa: PLC0415

        return xml_sheets(data, name), "xml", "xml", ()
    from arcollect.ledger.file.delimited import DelimitedText  # noqa: PLC0415

    text = DelimitedText(data, name, encoding)
    return (text.sheet(),), text.format, "csv", _misnamed(name)


def _by_calamine(data: bytes, name: str, kind: str, *notes: Problem) -> Opened:
    # a reader of its own, in a process of its own: only where ours cannot read
    from arcollect.ledger.file.other.calamine import calamine_sheets  # noqa: PLC0415

    sheets, told = calamine_sheets(data, name, kind)
    return sheets, kind, "calamine", (*notes, *told)


def _open_xlsx(data: bytes, name: str, archive: Archive) -> Opened:
    """Our own readers, and calamine where the package itself is out of order."""
    try:
        book = XlsxFile(archive, name)
        sheets = book.sheets()
    except Damaged:
        note = _note(Severity.WARNING, "file.tolerant", "file.tolerant_remedy", name)
        return _by_calamine(data, name, "xlsx", note)
    if not book.workbook.has_links:
        return sheets, "xlsx", book.reader, ()
    note = _note(Severity.NOTICE, "file.links", "file.links_remedy", name)
    return sheets, "xlsx", book.reader, (note,)


def _misnamed(name: str) -> tuple[Problem, ...]:
    """Text under the name of a workbook: read as what it is, and said (T-11)."""
    if name.lower().endswith((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")):
        return (_note(Severity.NOTICE, "file.is_text", "file.is_text_remedy", name),)
    return ()


def _owner_note(path: Path | None) -> Iterator[Problem]:
    """A file ~$name beside it means that Excel has it open (T-29)."""
    if path is not None and path.with_name(f"~${path.name}").exists():
        yield _note(Severity.NOTICE, "file.open_in_excel", "file.open_in_excel_remedy", path.name)


def _note(severity: Severity, said: str, remedy: str, name: str) -> Problem:
    return Problem(severity, message(said, name=name), file=name, remedy=message(remedy))
