"""Same customer, several names or codes: listed, and merged where people say so."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk, FakeSheet, sheet, table

from arcollect.analysis.position import stand
from arcollect.ledger.file.grid import Book
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

ITEMS = """客户编码|客户名称|单据编号|单据日期|到期日|未收金额
    C1|澜亭电机|A1|2026-01-01|2026-02-01|100
    C2|澜亭电机|A2|2026-01-02|2026-02-02|50
    C3|澜亭智能|A3|2026-03-01|2026-04-01|7
    C1|澜亭电机（集团）|A4|2025-03-01|2025-04-01|20"""


def customers(text: str) -> FakeSheet:
    return sheet(table(text), "客户资料")


def said(ledger: Ledger) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for problem in ledger.problems:
        found.setdefault(problem.said.key, []).append(dict(problem.said.facts))
    return found


def test_same_name_and_same_code_are_listed(desk: Desk) -> None:
    ledger = desk.read(sheet(table(ITEMS)))
    assert ledger.items["customer_key"].tolist() == ["C1", "C2", "C3", "C1"]
    found = said(ledger)
    assert found["ledger.name_with_codes"] == [{"name": "澜亭电机", "codes": ["C1", "C2"]}]
    (names,) = found["ledger.code_with_names"]
    assert (names["code"], len(names["names"])) == ("C1", 2)  # type: ignore[arg-type]


@pytest.mark.parametrize("kept", ["C1", "澜亭电机（集团）"])
def test_the_customers_sheet_merges_by_code_or_name(desk: Desk, kept: str) -> None:
    told = customers(
        f"客户编码|客户名称|区域|合并到\nC1|澜亭电机|华东|\nC2|澜亭电机||C1\nC3|澜亭智能||{kept}"
    )
    ledger = desk.read(sheet(table(ITEMS)), told)
    assert set(ledger.items["customer_key"]) == {"C1"}
    assert ledger.items["customer_code"].tolist() == ["C1", "C2", "C3", "C1"]  # as printed
    assert ledger.customers["customer"].tolist() == ["澜亭电机"]
    found = said(ledger)
    assert "ledger.name_with_codes" not in found
    assert len(found["reading.merged"]) == 2


def test_merged_customers_have_one_name_and_one_balance(desk: Desk) -> None:
    told = customers("客户编码|客户名称|合并到\nC2|澜亭电机|C3\nC3|澜亭智能|C1\nC1|澜亭集团|")
    ledger = desk.read(sheet(table(ITEMS)), told)
    as_of = ledger.items["due_date"].max().date()
    position = stand(ledger, as_of, Policy())
    assert set(position.open["customer"]) == {"澜亭集团"}
    assert position.open["open_minor"].sum() == 17700


def test_names_without_codes_may_be_merged_by_a_typed_in_book(desk: Desk) -> None:
    items = sheet(
        table("客户名称|单据编号|到期日|未收金额\n甲|A1|2026-02-01|1\n乙|A2|2026-02-01|2")
    )
    book = customers("客户名称|合并到\n乙|甲")
    books = [
        Book("l.xlsx", (items,), "xlsx", "fake", "0"),
        Book("c.xlsx", (book,), "xlsx", "f", "1"),
    ]
    ledger = desk.read_books(books)
    assert set(ledger.items["customer_key"]) == {"甲"}


@pytest.mark.parametrize(
    ("rows", "key"),
    [("C2|澜亭电机|C9", "merge_unknown"), ("C1|澜亭电机|C2\nC2|澜亭电机|C1", "merge_circle")],
)
def test_a_merge_that_cannot_be_is_a_warning(desk: Desk, rows: str, key: str) -> None:
    ledger = desk.read(sheet(table(ITEMS)), customers("客户编码|客户名称|合并到\n" + rows))
    assert f"reading.{key}" in said(ledger)
    assert ledger.items["open_minor"].sum() == 17700
