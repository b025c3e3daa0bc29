"""Currencies that only the number format of the cells shows (T-21)."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from tests.ledger.layouts.made import balances, keys, laid, ties_out

from arcollect.errors import LedgerError, Severity
from arcollect.ledger.file.lazy import Reading
from arcollect.ledger.file.opening import open_book
from arcollect.ledger.file.xlsx import book
from arcollect.ledger.file.xlsx.chunks import Declined
from arcollect.ledger.file.xlsx.workbook import format_currency
from arcollect.policy import Policy

HEAD = ("客户名称", "单据编号", "到期日", "未收金额")


def shown(*formats: str, head: tuple[str, ...] = HEAD) -> bytes:
    """A ledger whose balances 100.50, 200.50 … are each in one of these formats."""
    memory = io.BytesIO()
    made = xlsxwriter.Workbook(memory, {"in_memory": True})
    page = made.add_worksheet("应收")
    page.write_row(0, 0, head)
    for row, code in enumerate(formats, 1):
        page.write_row(row, 0, (f"客户{row}", f"D{row}", "2026-03-05"))
        page.write_number(row, 3, row * 100 + 0.5, made.add_format({"num_format": code}))
    made.close()
    return memory.getvalue()


@pytest.mark.parametrize(
    ("code", "currency"),
    [
        ("[$$-409]#,##0.00", "USD"), ("[$€-407] #,##0.00;[Red]-[$€-407] #,##0.00", "EUR"),
        ('_("$"* #,##0.00_);_("$"* (#,##0.00)', "USD"), ('"US$"#,##0.00', "USD"),
        ("[$HKD] #,##0.00", "HKD"), ("[$$-C04]#,##0.00", "HKD"), ("[$¥-411]#,##0", "JPY"),
        ("[$¥-804]#,##0.00", "CNY"), ('#,##0.00"元"', "CNY"), (r"\$#,##0.00", "USD"),
        ("£#,##0.00", "GBP"), ("#,##0.00", ""), ("[Red]#,##0.00", ""), ('0.00"万元"', ""),
        ("[$-804]#,##0.00", ""), ("0.00%", ""), ("#,##0.00;[$$-409]-#,##0.00", ""),
    ],
)  # fmt: skip
def test_what_a_format_shows(code: str, currency: str) -> None:
    assert format_currency(code) == currency


def test_a_ledger_in_dollars_is_no_ledger_in_yuan() -> None:
    ledger = laid(shown("[$$-409]#,##0.00", "[$$-409]#,##0.00"), "应收.xlsx")
    assert balances(ledger) == {("客户1", "USD"): 100_50, ("客户2", "USD"): 200_50}
    (told,) = [p for p in ledger.problems if p.said.key == "reading.format_currency"]
    assert (told.severity, told.said.facts["currency"]) == (Severity.WARNING, "USD")
    assert ties_out(ledger)


def test_the_careful_reader_sees_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def declined(*_: object) -> Reading:
        raise Declined("for the test")

    monkeypatch.setattr(book, "read_fast", declined)
    data = shown("[$$-409]#,##0.00")
    assert open_book(None, data=data, name="应收.xlsx").reader == "careful"
    assert balances(laid(data, "应收.xlsx")) == {("客户1", "USD"): 100_50}


def test_signs_on_the_first_row_speak_for_the_column() -> None:
    ledger = laid(shown('"$"#,##0.00', "#,##0.00", "#,##0.00"), "应收.xlsx")
    assert {currency for _, currency in balances(ledger)} == {"USD"}


def test_the_usual_currency_needs_no_words() -> None:
    assert keys(laid(shown("[$¥-804]#,##0.00", '0.00"元"'), "应收.xlsx")) == []


def test_several_currencies_by_format_are_refused() -> None:
    with pytest.raises(LedgerError) as error:
        laid(shown("[$$-409]#,##0.00", "[$€-2]#,##0.00"), "应收.xlsx")
    assert error.value.said.key == "reading.format_currencies"
    assert error.value.said.facts["currencies"] == "EUR / USD"


def test_what_is_written_goes_before_what_is_shown() -> None:
    head = ("客户名称", "单据编号", "到期日", "未收金额(欧元)")
    ledger = laid(shown("[$$-409]#,##0.00", head=head), "应收.xlsx")
    assert balances(ledger) == {("客户1", "EUR"): 100_50}
    assert keys(ledger) == []


def test_the_policy_may_have_said_so() -> None:
    policy = Policy(default_currency="USD")
    assert keys(laid(shown("[$$-409]#,##0.00"), "应收.xlsx", policy)) == []
