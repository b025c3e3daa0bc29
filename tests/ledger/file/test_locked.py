"""Workbooks with a password: every kind is asked for it and opened with it (T-10)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import hostile_files as odd
from tests.ledger.file import locked_books
from tests.ledger.file.locked_books import PASSWORD

from arcollect.errors import LedgerError
from arcollect.ledger.file import open_book
from arcollect.ledger.file.locked import PasswordError

DATA = Path(__file__).parent / "data"
KINDS = ("agile", "standard", "rc4", "rc4-api", "xor")


@pytest.fixture(params=KINDS)
def locked(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    pytest.importorskip("msoffcrypto")
    kind: str = request.param
    if kind in locked_books.WAYS:
        return kind, locked_books.locked_xls(kind)
    return kind, locked_books.agile() if kind == "agile" else locked_books.standard()


def test_the_password_is_asked_for(locked: tuple[str, bytes]) -> None:
    with pytest.raises(PasswordError) as asked:
        open_book(None, data=locked[1], name="a.xls")
    assert asked.value.said.key == "file.password"
    assert asked.value.can_open


def test_the_password_opens_it_and_another_does_not(locked: tuple[str, bytes]) -> None:
    kind, data = locked
    plain = (DATA / "old.xls").read_bytes() if kind in locked_books.WAYS else odd.good()
    opened = open_book(None, data=data, name="a", password=PASSWORD)
    unlocked = open_book(None, data=plain, name="a")
    assert [s.head(5) for s in opened.sheets] == [s.head(5) for s in unlocked.sheets]
    with pytest.raises(LedgerError) as wrong:
        open_book(None, data=data, name="a", password="no")
    assert wrong.value.said.key == "file.wrong_password"


def test_an_ods_with_a_password_says_so() -> None:
    with pytest.raises(LedgerError) as refused:
        open_book(None, data=odd.locked_ods(), name="a.ods", password=PASSWORD)
    assert refused.value.said.key == "file.password_ods"
