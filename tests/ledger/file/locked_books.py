"""Workbooks with a password, of every kind that Excel has ever made ([MS-OFFCRYPTO], [MS-XLS])."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from struct import pack, unpack_from

from tests import hostile_files as odd

PASSWORD = "Abc-1234"
SALT = bytes(range(16))
PLAIN = {0x0809, 0x002F, 0x00E1}  # records that a password does not touch
SHEET, WRITER, LOCK = 0x0085, 0x005C, 0x002F
DATA = Path(__file__).parent / "data"
CIPHER = "Microsoft Enhanced".encode("utf-16-le") + bytes(2)


def every() -> Iterator[tuple[str, bytes]]:
    """One of each kind; only a container that looks locked without the extra `encrypted`."""
    if find_spec("msoffcrypto") is None:
        yield "container", odd.encrypted()
        return
    yield from (("agile", agile()), ("standard", standard()))
    yield from ((name, locked_xls(name)) for name in WAYS)


def agile() -> bytes:
    """A workbook as Excel 2010 and later lock it."""
    from msoffcrypto.format.ooxml import OOXMLFile

    OOXMLFile(io.BytesIO(odd.good())).encrypt(PASSWORD, made := io.BytesIO())
    return made.getvalue()


def standard() -> bytes:
    """A workbook as Excel 2007 locks it: AES without chaining, SHA-1."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
    from msoffcrypto.method.ecma376_standard import ECMA376Standard

    key = ECMA376Standard.makekey_from_password(PASSWORD, 0x660E, 0x8004, 0x18, 128, 16, SALT)

    def locked(plain: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
        return cipher.update(plain + bytes(-len(plain) % 16))

    header = pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + CIPHER
    proof = pack("<I", 16) + SALT + locked(SALT) + pack("<I", 20) + locked(sha1(SALT))
    info = pack("<HHII", 3, 2, 0x24, len(header)) + header + proof
    plain = odd.good()
    made = io.BytesIO()
    ECMA376Encrypted(pack("<Q", len(plain)) + locked(plain), info).write_to(made)
    return made.getvalue()


def sha1(data: bytes) -> bytes:
    return hashlib.sha1(data).digest()


Parts = list[tuple[int, bytes]]
Lock = tuple[bytes, Callable[[Parts], bytes]]  # the record, and how the stream is hidden


def rc4() -> Lock:
    """As Excel 97 locks a workbook: what the record says, and the noise."""
    from msoffcrypto.method.rc4 import DocumentRC4

    def noise(clear: bytes) -> bytes:
        made: bytes = DocumentRC4.decrypt(PASSWORD, SALT, io.BytesIO(clear), blocksize=1024).read()
        return made

    said = pack("<3H", 1, 1, 1) + SALT + noise(bytes(16) + hashlib.md5(bytes(16)).digest())
    return said, lambda parts: noise(joined(parts))


def rc4_api() -> Lock:
    """As Excel 2002 and later lock an .xls."""
    from msoffcrypto.method.rc4_cryptoapi import DocumentRC4CryptoAPI

    def noise(clear: bytes) -> bytes:
        made: bytes = DocumentRC4CryptoAPI.decrypt(
            PASSWORD, SALT, 128, io.BytesIO(clear), blocksize=1024
        ).read()
        return made

    header = pack("<8I", 4, 0, 0x6801, 0x8004, 128, 1, 0, 0) + bytes(2)
    proof = noise(bytes(16) + sha1(bytes(16)))
    said = pack("<3HII", 1, 2, 2, 4, len(header)) + header
    said += pack("<I", 16) + SALT + proof[:16] + pack("<I", 20) + proof[16:]
    return said, lambda parts: noise(joined(parts))


def xor() -> Lock:
    """As Excel 95, and later ones told to be weak: each byte turned and masked."""
    from msoffcrypto.method.xor_obfuscation import DocumentXOR

    mask = DocumentXOR.create_xor_array_method1(PASSWORD)
    proof = next(n for n in range(1 << 16) if DocumentXOR.verifypw(PASSWORD, n))

    def hide(parts: Parts) -> bytes:
        out = bytearray(joined(parts))
        at = 0
        for _, body in parts:
            first, at = at + 4, at + 4 + len(body)
            for place in range(first, at):
                turned = out[place] << 5 & 0xFF | out[place] >> 3
                out[place] = turned ^ mask[(at + place - first) % 16]
        return bytes(out)

    key = DocumentXOR.create_xor_key_method1(PASSWORD)
    return pack("<3H", 0, key, proof), hide


WAYS = {"rc4": rc4, "rc4-api": rc4_api, "xor": xor}


def locked_xls(way: str) -> bytes:
    """old.xls with a password; the record stands in the place of who wrote the file."""
    import olefile

    said, hide = WAYS[way]()
    data = io.BytesIO((DATA / "old.xls").read_bytes())
    with olefile.OleFileIO(data, write_mode=True) as ole:
        parts = with_room(ole.openstream("Workbook").read(), said)
        locked, out, at = hide(parts), bytearray(joined(parts)), 0
        for kind, body in parts:
            first = at + 4 + (4 if kind == SHEET else 0)  # where a sheet begins stays plain
            at += 4 + len(body)
            if kind not in PLAIN:
                out[first:at] = locked[first:at]
        ole.write_stream("Workbook", bytes(out))
    return data.getvalue()


def joined(parts: Parts) -> bytes:
    return b"".join(pack("<HH", kind, len(body)) + body for kind, body in parts)


def with_room(stream: bytes, said: bytes) -> Parts:
    """The records with that of the password, nothing behind it moved."""
    begin, *rest = records(stream)
    at = next(n for n, (kind, _) in enumerate(rest) if kind == WRITER)
    filler = (0x01BA, bytes(len(rest[at][1]) - len(said) - 4))
    return [begin, (LOCK, said), *rest[:at], filler, *rest[at + 1 :]]


def records(stream: bytes) -> Parts:
    found, at = [], 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        found.append((kind, stream[at + 4 : at + 4 + size]))
        at += 4 + size
    return found
