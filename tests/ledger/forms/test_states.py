"""What the status of a document says: void, paid, paid in part."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk, sheet, table

from arcollect.ledger.schema import Ledger

HEAD = "客户名称|单据编号|到期日|应收金额"


def read(desk: Desk, header: str, *states: str, head: str = HEAD) -> Ledger:
    rows = [f"甲|A{n}|2026-02-28|100|{state}" for n, state in enumerate(states, 1)]
    return desk.read(sheet(table("\n".join([f"{head}|{header}", *rows]))))


def opens(ledger: Ledger) -> list[int]:
    return ledger.items["open_minor"].tolist()


@pytest.mark.parametrize(
    ("header", "paid", "unpaid"),
    [
        ("付款状态", "已付款", "未付款"),
        ("回款状态", "已结清", "逾期"),
        ("是否付清", "是", "否"),
        ("是否已收款", "√", ""),
        ("核销状态", "完全核销", "未核销"),
        ("状态", "已付清", "已审核"),
        ("Payment Status", "Paid", "Overdue"),
        ("Paid?", "yes", "no"),
        ("Status", "Paid in full", "Sent"),
        ("Invoice Status", "PAID", "viewed"),
    ],
)
def test_of_a_paid_document_nothing_is_open(
    desk: Desk, header: str, paid: str, unpaid: str
) -> None:
    ledger = read(desk, header, paid, unpaid)
    assert opens(ledger) == [0, 10000]
    assert ledger.items["paid_minor"].tolist() == [10000, 0]
    (told,) = [p.said for p in ledger.problems if p.said.key == "reading.paid_by_status"]
    assert told.facts == {"header": header, "rows": 1, "money": ["CNY 100.00"]}


@pytest.mark.parametrize(
    ("header", "state"),
    [
        ("债权状态", "已核销"),  # written off in the books, still owed
        ("状态", "已审核"),
        ("状态", "是"),
        ("付款状态", "待付款"),
        ("付款状态", "未结清"),
        ("Status", "Unpaid"),
        ("Paid?", "not yet"),
    ],
)
def test_nothing_else_closes_a_document(desk: Desk, header: str, state: str) -> None:
    assert opens(read(desk, header, state)) == [10000]


@pytest.mark.parametrize("state", ["部分付款", "部分核销", "Partial", "partially paid"])
def test_a_part_that_nobody_knows_counts_in_full_and_is_told(desk: Desk, state: str) -> None:
    ledger = read(desk, "付款状态", state)
    assert opens(ledger) == [10000]
    assert "reading.part_paid" in {p.said.key for p in ledger.problems}


def test_a_balance_column_knows_better(desk: Desk) -> None:
    head = "客户名称|单据编号|到期日|未收金额"
    assert opens(read(desk, "付款状态", "已付款", head=head)) == [10000]


def test_receipts_that_are_listed_say_what_was_paid(desk: Desk) -> None:
    items = f"{HEAD}|付款状态\n甲|A1|2026-02-28|100|已付款\n甲|A2|2026-02-28|100|"
    money = "收款日期|客户名称|收款金额|核销单号\n2026-01-05|甲|100|A1"
    ledger = desk.read(sheet(table(items)), sheet(table(money), "收款"))
    assert opens(ledger) == [10000, 10000]


def test_a_void_payment_state_is_left_out_with_its_amount(desk: Desk) -> None:
    ledger = read(desk, "付款状态", "已取消", "未付款")
    lost = [p for p in ledger.problems if p.said.key == "reading.void"]
    assert opens(ledger) == [10000]
    assert [(p.cell, p.amount_minor) for p in lost] == [("E2", 10000)]
