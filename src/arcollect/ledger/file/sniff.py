"""What kind of file this really is, whatever its name says."""

from __future__ import annotations

from enum import StrEnum

from arcollect.errors import LedgerError, message
from arcollect.ledger.file.locked import PasswordError
from arcollect.ledger.file.xlsx.archive import ZIP_FAULTS, Archive, Damaged

_HEAD_BYTES = 4096
_LEADING = b"\xef\xbb\xbf\xff\xfe \t\r\n"  # byte order marks and blanks
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)


class Format(StrEnum):
    """The formats that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    HTML = "html"
    MHTML = "mhtml"
    XML = "xml"
    TEXT = "text"


def sniff(data: bytes, name: str) -> Format:
    """The format by content; the extension is never believed (T-11).

    Raises LedgerError for an empty file, a password (T-10), a picture or another
    foreign format, and a damaged zip.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise LedgerError(message("file.empty", name=name), message("file.empty_remedy"))
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, name)
    return _marked_up_or_text(data, name)


def _zipped(data: bytes, name: str) -> Format:
    try:
        parts = {part.lower() for part in Archive(data).names()}
    except ZIP_FAULTS as error:
        raise damaged(name) from error
    if "xl/workbook.bin" in parts:
        return Format.XLSB
    if "content.xml" in parts:
        return _open_document(data, name)
    if any(part.startswith("xl/") for part in parts):
        return Format.XLSX
    if any(part.startswith("word/") for part in parts):
        raise foreign(name, "Word")
    if any(part.startswith("index/") for part in parts):
        raise foreign(name, "Numbers")
    if "[content_types].xml" in parts:
        return Format.XLSX  # parts in unusual folders: the workbook part decides
    raise foreign(name, "ZIP")


def _open_document(data: bytes, name: str) -> Format:
    try:
        manifest = next(Archive(data).blocks("META-INF/manifest.xml"), b"")
    except Damaged:
        return Format.ODS
    if b"encryption-data" in manifest:
        raise LedgerError(
            message("file.password_ods", name=name), message("file.password_ods_remedy")
        )
    return Format.ODS


def _compound(data: bytes, name: str) -> Format:
    if _PACKAGE in data:
        raise PasswordError(name)
    return Format.XLS


def _marked_up_or_text(data: bytes, name: str) -> Format:
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            raise foreign(name, kind)
    head = data[:_HEAD_BYTES].replace(b"\0", b"").lower().lstrip(_LEADING)
    if head.startswith(b"mime-version:") and b"multipart/related" in head:
        return Format.MHTML
    if not head.startswith(b"<"):
        return Format.TEXT
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return Format.XML
    if b"urn:oasis:names:tc:opendocument" in head:
        raise foreign(name, "Flat OpenDocument XML")
    if any(mark in head for mark in (b"<html", b"<table", b"<!doctype html")):
        return Format.HTML
    return Format.TEXT


def damaged(name: str) -> LedgerError:
    """The error for a file that is cut off or broken inside."""
    return LedgerError(message("file.damaged", name=name), message("file.damaged_remedy"))


def foreign(name: str, kind: str) -> LedgerError:
    """The error for a file that is no spreadsheet at all."""
    return LedgerError(message("file.foreign", name=name, kind=kind), message("file.resave"))
