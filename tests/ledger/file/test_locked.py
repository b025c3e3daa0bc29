"""Workbooks with a password that are no xlsx (T-10)."""

from __future__ import annotations

import io
from pathlib import Path
from struct import pack, unpack_from

import pytest
from tests import hostile_files as odd

from arcollect.errors import LedgerError
from arcollect.ledger.file import open_book
from arcollect.ledger.file.locked import PasswordError

DATA = Path(__file__).parent / "data"
PASSWORD = "密码abc"
SALT = bytes(range(16))
PLAIN = {0x0809, 0x002F, 0x00E1}  # records that a password does not touch


def records(stream: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        found.append((kind, stream[at + 4 : at + 4 + size]))
        at += 4 + size
    return found


def with_room(stream: bytes) -> list[tuple[int, bytes]]:
    """The password record in the place of who wrote the file, nothing else moved."""
    from msoffcrypto.method.rc4 import DocumentRC4

    verifier = DocumentRC4.decrypt(PASSWORD, SALT, io.BytesIO(bytes(16) + md5(bytes(16)))).read()
    password = pack("<HHH", 1, 1, 1) + SALT + verifier
    begin, *rest = records(stream)
    at = next(n for n, (kind, _) in enumerate(rest) if kind == 0x005C)
    filler = (0x01BA, bytes(len(rest[at][1]) - len(password) - 4))
    return [begin, (0x002F, password), *rest[:at], filler, *rest[at + 1 :]]


def md5(data: bytes) -> bytes:
    import hashlib

    return hashlib.md5(data).digest()


def locked_xls() -> bytes:
    """old.xls with a password of the kind that Excel 97 sets (RC4)."""
    import olefile
    from msoffcrypto.method.rc4 import DocumentRC4

    data = io.BytesIO((DATA / "old.xls").read_bytes())
    with olefile.OleFileIO(data, write_mode=True) as ole:
        parts = with_room(ole.openstream("Workbook").read())
        clear = b"".join(pack("<HH", kind, len(body)) + body for kind, body in parts)
        noise = DocumentRC4.decrypt(PASSWORD, SALT, io.BytesIO(clear), blocksize=1024).read()
        out, at = bytearray(clear), 0
        for kind, body in parts:
            first = at + 4 + (4 if kind == 0x0085 else 0)  # where a sheet begins stays plain
            at += 4 + len(body)
            if kind not in PLAIN:
                out[first:at] = noise[first:at]
        ole.write_stream("Workbook", bytes(out))
    return data.getvalue()


def test_an_old_workbook_with_a_password_asks_for_it() -> None:
    pytest.importorskip("msoffcrypto")
    with pytest.raises(PasswordError) as asked:
        open_book(None, data=locked_xls(), name="a.xls")
    assert asked.value.said.key == "file.password"


def test_the_password_opens_an_old_workbook() -> None:
    pytest.importorskip("msoffcrypto")
    plain = open_book(DATA / "old.xls").sheets[0]
    opened = open_book(None, data=locked_xls(), name="a.xls", password=PASSWORD).sheets[0]
    assert opened.head(5) == plain.head(5)
    with pytest.raises(LedgerError) as wrong:
        open_book(None, data=locked_xls(), name="a.xls", password="no")
    assert wrong.value.said.key == "file.wrong_password"


def test_an_ods_with_a_password_says_so() -> None:
    with pytest.raises(LedgerError) as refused:
        open_book(None, data=odd.locked_ods(), name="a.ods", password=PASSWORD)
    assert refused.value.said.key == "file.password_ods"
