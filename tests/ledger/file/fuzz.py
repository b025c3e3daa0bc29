"""Broken copies of small ledgers, read one after the other: run as a script by test_fuzz.py.

``python -m tests.ledger.file.fuzz SECONDS SEED [COUNT] [--kind KIND]`` names each seed before it is
tried, so that the last name tells which copy killed the process.
"""

from __future__ import annotations

import contextlib
import io
import random
import resource
import signal
import sys
import time
import zipfile
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests import hostile_files as odd
from tests.ledger.file import forked, locked_books
from tests.xlsb_book import Tab, xlsb

from arcollect.errors import ArcollectError
from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.policy import Policy

MEMORY_BYTES = 3 << 30
MOST_RESIDENT = 3 << 29
LEAST = 5  # mutants, however slow the machine is
MUTANT_SECONDS = 20  # of the processor; children have limits of their own
DATA = Path(__file__).parent / "data"
Corpus = Mapping[str, Sequence[tuple[str, bytes]]]
TOKENS = (
    b'<row r="', b"</row>", b'<c r="XFD1048576">', b'<c r="A1"', b"<v>1e999</v>", b"NaN",
    b'<!DOCTYPE x [<!ENTITY a "b">]>', b"&a;", b"&#0;", b"<![CDATA[", b"<!--", b't="s"',
    b't="e"', b' hidden="1"', b'<mergeCell ref="A1:XFD1048576"/>', b"<f>", b"<is><t>",
    b's="99999"', b"-1", b"99999999999999999999", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"',
    b",", b"\t", b"\r\n", b'="', "合计".encode(), "万".encode(), "年".encode(), b"\xe2\x80\xae",
    b'<table><tr><td colspan="999999999">', b'rowspan="999999999"', b"Dr", b"-", b"%", b"/",
)  # fmt: skip


def seeds() -> dict[str, list[tuple[str, bytes]]]:
    """The sound files that are broken, by kind: small ones."""
    table = odd.HEADER + odd.ROW * 3
    return {
        "xlsx": [
            ("a.xlsx", odd.good()),
            (
                "b.xlsx",
                odd.book(
                    [["客户", "日期", "余额"], ["甲", 46000, 1.5], ["合计", None, 1.5]], [[1]]
                ),
            ),
        ],
        "csv": [
            ("c.csv", table.encode()),
            ("d.csv", table.encode("gb18030")),
            ("e.csv", table.replace(",", "\t").encode("utf-16")),
        ],
        "page": [
            ("f.xls", odd.page()),
            ("g.xls", odd.spreadsheet_2003()),
            ("h.xls", odd.archive()),
        ],
        "xls": [(name, (DATA / name).read_bytes()) for name in ("old.xls", "hidden.xls")],
        "ods": [(name, (DATA / name).read_bytes()) for name in ("old.ods", "hidden.ods")],
        "xlsb": [("i.xlsb", binary())],
        "locked": [(f"{name}.xls", data) for name, data in locked_books.every()],
    }


def binary() -> bytes:
    """A binary workbook with everything in it that is looked for."""
    header, row = (line.strip().split(",") for line in (odd.HEADER, odd.ROW))
    items = Tab([header, row, row], hidden_rows=(2,), hidden_columns=(4,), is_filtered=True)
    return xlsb(items, Tab([["客户", 1.5, True, "#N/A"]], "表2", state=1))


QUICK, SLOW = ("xlsx", "csv", "page"), ("xls", "ods", "xlsb", "locked")


def mutant(number: int, corpus: Corpus, only: str = "") -> tuple[str, bytes]:
    """The broken copy of this number: always the same one."""
    chance = random.Random(number)
    heavy = chance.random() < 0.08  # others start a process each
    kind = only or chance.choice(SLOW if heavy else QUICK)
    name, data = chance.choice(corpus[kind])
    if data.startswith(b"PK") and chance.random() < 0.8:
        return name, _inside(data, chance)
    return name, _broken(data, chance)


def _inside(data: bytes, chance: random.Random) -> bytes:
    """One part of a package broken and packed again, so that no checksum tells."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        sheets = [n for n in names if "sheet" in n.lower() or "content" in n]
        hit = chance.choice(sheets if chance.random() < 0.6 else names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _broken(part, chance) if name == hit else part)
    return stream.getvalue()


def _broken(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        data = chance.choice(WAYS)(data, chance)
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 5, 60, 10**9)) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at : at + 40] * chance.choice((2, 9, 500)) + data[at:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def _replace(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    token = chance.choice(TOKENS)
    return data[:at] + token + data[at + len(token) :]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _repeat, _insert, _insert, _replace,
)  # fmt: skip


def main() -> None:
    """Try mutants until the time is up, and `LEAST`; a ledger and an ArcollectError are both fine."""
    asked = ArgumentParser()
    asked.add_argument("seconds", type=float)
    asked.add_argument("first", type=int)
    asked.add_argument("count", type=int, nargs="?", default=sys.maxsize)
    asked.add_argument("--kind", default="", choices=(*QUICK, *SLOW))
    asked.add_argument("--forked", action="store_true", help="children without their start")
    said = asked.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    if said.forked:
        forked.install()
    end, corpus, policy = time.monotonic() + said.seconds, seeds(), Policy()
    number = said.first
    while (
        time.monotonic() < end or number < said.first + LEAST
    ) and number < said.first + said.count:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        name, data = mutant(number, corpus, said.kind)
        signal.setitimer(signal.ITIMER_PROF, MUTANT_SECONDS)
        options = ReadOptions(password=locked_books.PASSWORD)
        with contextlib.suppress(ArcollectError):
            read([LedgerFile(data=data, name=name)], policy, options)
        number += 1
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        most = resource.getrusage(who).ru_maxrss << 10
        assert most < MOST_RESIDENT, f"{most >> 20} MiB"


if __name__ == "__main__":
    main()
