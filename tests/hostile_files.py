"""Files that are odd, broken or malicious, made in memory."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from collections.abc import Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = "客户名称,单据编号,到期日,未收金额\n"
ROW = "甲公司,D1,2026-01-31,100.00\n"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
LOCK = b"\x05zhang" + bytes(160)


def text(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def good() -> bytes:
    """One open item in a sound workbook."""
    return book([HEADER.strip().split(","), ["甲公司", "D1", "2026-01-31", 100.0]])


def book(*sheets: Sequence[Sequence[object]]) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        for number, rows in enumerate(sheets, 1):
            sheet = made.add_worksheet(f"表{number}")
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return stream.getvalue()


def with_part(part: str, change: str, behind: str = "?>") -> bytes:
    """The sound workbook with `change` put behind a mark of one of its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            new.writestr(name, data.replace(behind, behind + change, 1) if name == part else data)
    return stream.getvalue()


def far_cell() -> bytes:
    """A single figure in the last cell that a sheet can have."""
    stray = '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'
    return with_part("xl/worksheets/sheet1.xml", stray, "</row>")


def laughs() -> bytes:
    """A billion laughs: ten entities, each ten of the one before."""
    return with_part("xl/sharedStrings.xml", f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>')


def doctype() -> bytes:
    """A document type that wants to read a file of this machine."""
    wish = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return with_part("xl/workbook.xml", wish)


def bomb(megabytes: int = 120) -> bytes:
    """A small file of very many blanks."""
    stream, block = io.BytesIO(), b" " * (1 << 20)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(megabytes):
                part.write(block)
    return stream.getvalue()


def encrypted() -> bytes:
    """The container of a workbook with a password."""
    sign = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    return sign + "EncryptedPackage".encode("utf-16-le") + bytes(4000)


def locked_ods() -> bytes:
    """An OpenDocument file with a password: its content is noise, its manifest says so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("content.xml", bytes(range(256)))
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    return stream.getvalue()


def page() -> bytes:
    """A web page, as many systems export it under the name .xls."""
    rows = ("客户名称 单据编号 到期日 未收金额", "甲公司 D1 2026-01-31 100.00")
    cells = ("".join(f"<td>{word}</td>" for word in row.split()) for row in rows)
    return f"<html><table>{''.join(f'<tr>{c}</tr>' for c in cells)}</table></html>".encode()


def archive() -> bytes:
    """The same packed with its pictures, as SAP exports it (MHTML) under the name .xls."""
    mark = "----=_Part_1"
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{mark}"\r\n\r\n'
    part = (
        f"--{mark}\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Location: file:///C:/x/Sheet1.htm\r\n\r\n"
    )
    return f"{head}{part}{b64encode(page()).decode()}\r\n--{mark}--\r\n".encode()


def spreadsheet_2003() -> bytes:
    """The same as an XML spreadsheet of Excel 2003."""
    cells = [line.strip().split(",") for line in (HEADER, ROW)]
    rows = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{c}</Data></Cell>' for c in row) + "</Row>"
        for row in cells
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="应收"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()
