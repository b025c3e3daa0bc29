"""Contact logs: which sheets are some, and what their rows say."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from textwrap import dedent

import pytest

from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.ledger.file import open_book
from arcollect.ledger.log import LogSheet, logs_in
from arcollect.ledger.log.columns import fields_of
from arcollect.policy import Policy
from arcollect.text import Lang, text
from arcollect.views.chase.worklist.sheet import BLANKS, HIDDEN, blank_title, hidden_title

NAMES = {
    "contacted_on": "date", "promised_amount": "promised", "customer": "key_name",
    "customer_key": "key_customer", "as_of": "key_as_of", "overdue_minor": "key_overdue",
    "days_past_due": "key_days",
}  # fmt: skip
SHEET = """
    客户,联系时间,联系方式,金额,账龄,催收措施,客户反馈,承诺还款时间,承诺金额,实际还款情况,下一步计划
    甲公司,2023-06-10 14:30,电话,"180,000",60,电话催收,与王总通话,2023-07-15,18万,,发函
    合计,,,"180,000",,,,,,,
    [/],2023-06-11,上门,x,,=1+1,无,,,,
"""


def logs(csv: str, name: str = "催收跟进表.csv") -> list[LogSheet]:
    data = dedent(csv).strip().encode()
    return list(logs_in(open_book(None, data=data, name=name)))


def test_the_eight_columns_of_the_follow_up_sheet_are_read() -> None:
    """R003-43, R000-23."""
    row = logs(SHEET)[0].rows[0]
    assert (row.days["date"], row.time) == (dt.date(2023, 6, 10), dt.time(14, 30))
    assert row.days["promised_on"] == dt.date(2023, 7, 15)
    assert (row.amounts["promised"], row.amounts["amount"]) == (Decimal(180_000), Decimal(180_000))
    assert (row.text("action"), row.text("next_step")) == ("电话催收", "发函")


def test_totals_are_no_contacts_and_bad_cells_are_named() -> None:
    first, second = logs(SHEET)[0].rows
    assert (first.row, second.row) == (2, 4)
    assert [flaw.cell for flaw in second.flaws] == ["D4"]
    assert second.text("action") == "=1+1"


def test_the_example_row_of_an_empty_workbook_is_no_contact() -> None:
    """`arcollect init` writes one; nobody was called."""
    example = "示例客户有限公司（示例行，请删除）,2023-06-10,电话,,,电话催收,承诺付款,,,,\n"
    (sheet,) = logs(SHEET.replace("    甲公司", f"    {example}    甲公司", 1))
    assert [row.row for row in sheet.rows] == [3, 5]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_column_of_a_worklist_is_known(lang: Lang) -> None:
    for key in BLANKS:
        assert fields_of([blank_title(key, lang)]) == {NAMES.get(key, key): 0}
    for key in HIDDEN:
        assert fields_of([hidden_title(key)]) == {NAMES.get(key, key): 0}


@pytest.mark.parametrize("lang", list(Lang))
def test_the_sheet_that_init_writes_is_a_log(lang: Lang) -> None:
    names = ("day", "customer", "channel", "answer", "promised_day", "promised", "reason")
    header = [text(f"starter.log.{name}", lang) for name in names]
    rows = f"{','.join(header)}\n2026-11-02,甲公司,电话,承诺付款,2026-11-30,100,资金紧张"
    [log] = logs(rows, text("starter.log", lang) + ".csv")
    assert set(log.rows[0].texts) == {
        "date", "customer", "channel", "feedback", "promised_on", "promised", "reason"
    }  # fmt: skip


def test_a_ledger_with_remarks_of_a_chase_stays_a_ledger() -> None:
    csv = """
        客户,单据编号,到期日,未收金额,客户反馈,下一步计划
        甲公司,A1,2026-08-31,100.00,同意付款,电话
    """
    assert logs(csv, "台账.csv") == []


def test_amounts_of_a_log_are_no_receivables() -> None:
    items = "客户,单据编号,到期日,未收金额\n甲公司,A1,2026-08-31,100.00"
    files = [
        LedgerFile(data=items.encode(), name="台账.csv"),
        LedgerFile(data=dedent(SHEET).strip().encode(), name="催收跟进表.csv"),
    ]
    ledger = read(files, Policy(), ReadOptions())
    assert ledger.items["open_minor"].tolist() == [10_000]
    assert [row.text("customer") for row in ledger.log] == ["甲公司", "[/]"]
