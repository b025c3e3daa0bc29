"""What every row of a sheet is, and that each is counted once."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.ledger.fake import Desk, Uncomputed, sheet, table

from arcollect.errors import Severity
from arcollect.ledger.schema import Ledger, RowClass

HEAD = "客户编码|客户名称|单据编号|单据日期|到期日|未收金额\n"


def classes(ledger: Ledger) -> dict[str, int]:
    return {c.row_class.value: c.rows for c in ledger.control.classes}


def opens(ledger: Ledger) -> list[int]:
    return ledger.items["open_minor"].tolist()


def test_titles_totals_and_blanks_are_no_items(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                "应收明细表|||||\n截止日期：2026-10-31|||||\n"
                + HEAD
                + """C1|甲|A1|2026-01-01|2026-02-01|100
                C1|甲|A2|2026-01-02|2026-02-02|50.5
                小计|||||150.5
                |||||
                C2|乙|A3|2026-01-03|2026-02-03|-20
                |合计||||130.5
                制表人：张三|||||"""
            )
        )
    )
    assert opens(ledger) == [10000, 5050, -2000]
    assert classes(ledger) == {
        "title": 3, "header": 1, "item": 3, "subtotal": 1, "blank": 1, "total": 1,
    }  # fmt: skip
    assert sum(classes(ledger).values()) == ledger.control.sheet_rows["ledger.xlsx", "明细"]


def test_customers_called_like_labels_keep_their_items(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                HEAD
                + """1|合计科技有限公司|A1|2026-01-01|2026-02-01|100
                2|Total Energies|A2|2026-01-01|2026-02-01|200
                3|合计|A3|2026-01-01|2026-02-01|300
                4|NA|A4|2026-01-01|2026-02-01|400
                5|null|A5|2026-01-01|2026-02-01|500
                6|None|A6|2026-01-01|2026-02-01|600"""
            )
        )
    )
    assert opens(ledger) == [10000, 20000, 30000, 40000, 50000, 60000]
    assert ledger.items["customer"].tolist()[3:] == ["NA", "null", "None"]


def test_the_header_printed_again_on_each_page(desk: Desk) -> None:
    rows = HEAD + "C1|甲|A1|2026-01-01|2026-02-01|100\n" + HEAD
    ledger = desk.read(sheet(table(rows + "C1|甲|A2|2026-01-01|2026-02-01|200")))
    assert opens(ledger) == [10000, 20000]
    assert classes(ledger) == {"header": 2, "item": 2}


def test_group_headers_give_their_name_to_the_rows_below(desk: Desk) -> None:
    # Xero: the name alone, invoices without a name, "Total" and the name.
    ledger = desk.read(
        sheet(
            table(
                """Contact Account Number|Invoice Date|Due Date|Invoice Number|Total
                Acme Ltd||||
                |2026-01-01|2026-01-31|I-1|100
                |2026-01-05|2026-02-04|I-2|50
                Total Acme Ltd||||150
                Beta LLC||||
                |2026-01-01|2026-01-31|I-3|70
                Total Beta LLC||||70
                Total||||0"""
            )
        )
    )
    assert ledger.items["customer"].tolist() == ["Acme Ltd", "Acme Ltd", "Beta LLC"]
    assert opens(ledger) == [10000, 5000, 7000]
    assert classes(ledger) == {"header": 1, "group": 2, "item": 3, "subtotal": 2, "total": 1}


def test_a_missing_name_in_an_ordinary_list_is_not_filled(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """客户名称|单据编号|到期日|未收金额
                甲|A1|2026-01-31|10
                乙|||
                |A2|2026-01-31|20
                丙|A3|2026-01-31|30"""
            )
        )
    )
    assert ledger.items["customer"].tolist() == ["甲", "丙"]
    lost = [p for p in ledger.problems if p.severity is Severity.EXCLUDED]
    assert [(p.cell, p.amount_minor) for p in lost] == [("A4", 2000)]


def test_merged_customers_are_filled_inside_the_merge_only(desk: Desk) -> None:
    rows = table(
        """客户名称|单据编号|到期日|未收金额
        甲|A1|2026-01-31|10
        |A2|2026-01-31|20
        |A3|2026-01-31|30
        乙|A4|2026-01-31|40
        丙|A5|2026-01-31|50"""
    )
    ledger = desk.read(sheet(rows, merges=((1, 0, 2, 0),)))
    assert ledger.items["customer"].tolist() == ["甲", "甲", "乙", "丙"]
    assert [p.cell for p in ledger.problems if p.severity is Severity.EXCLUDED] == ["A4"]


def test_sap_closes_each_account_with_account_and_amount_only(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """Account|Document Number|Document Date|Net Due Date|Amount in Doc. Curr.
                1001|9001|2026-01-01|2026-01-31|100
                1001|9002|2026-01-05|2026-02-04|50
                1001||||150
                1002|9003|2026-01-01|2026-01-31|70
                1002||||70"""
            )
        )
    )
    assert ledger.items["amount_minor"].tolist() == [10000, 5000, 7000]
    assert classes(ledger)["subtotal"] == 2


def test_an_item_without_papers_is_no_account_total(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """客户编码|单据编号|到期日|未收金额
                1001|9001|2026-01-31|100
                1001|||100
                1002|9003|2026-01-31|70
                1003|9004|2026-01-31|80
                1004|9005|2026-01-31|90"""
            )
        )
    )
    assert len(ledger.items) == 5


@pytest.mark.parametrize("printed", [150.0, 0.0, 92.5])
def test_a_wrong_printed_total_is_a_warning(desk: Desk, printed: float) -> None:
    rows = (
        HEAD
        + f"1|甲|A1|2026-01-01|2026-02-01|100\n2|乙|A2|2026-01-01|2026-02-01|50\n合计|||||{printed}"
    )
    ledger = desk.read(sheet(table(rows)))
    (total,) = ledger.control.printed
    assert (total.printed_minor, total.computed_minor) == (round(printed * 100), 15000)
    warned = Counter(p.said.key for p in ledger.problems)["ledger.printed_total"]
    assert warned == (0 if printed == 150 else 1)


def test_bad_amounts_are_listed_with_what_is_known_of_them(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """客户名称|单据编号|到期日|应收金额|未收金额
                甲|A1|2026-02-01|100|约12万
                甲|A2|2026-02-01||
                甲|A3|2026-02-01|100|#REF!
                乙|A4|2026-02-01|30|30"""
            )
        )
    )
    lost = [p for p in ledger.problems if p.severity is Severity.EXCLUDED]
    assert [(p.cell, p.raw, p.amount_minor) for p in lost] == [
        ("E2", "约12万", 10000),
        ("E3", "", None),
        ("E4", "#REF!", 10000),
    ]
    assert classes(ledger)[RowClass.UNUSABLE] == 3


def test_tally_groups_close_with_an_amount_alone(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """Date|Ref. No.|Party's Name|Opening|Pending|Due on|Overdue
                |||Amount|Amount||by days
                ||ABC Traders||||
                12-Aug-2025|INV1||'1,28,500.00 Dr|'1,28,500.00 Dr|11-Sep-2025|200
                13-Aug-2025|INV2||'500.00 Cr|'500.00 Cr|11-Sep-2025|200
                ||||'99.00 Dr||
                ||XYZ||||
                14-Aug-2025|INV3||'1,000.00 Dr|'900.00 Dr|11-Sep-2025|200"""
            )
        )
    )
    assert ledger.items["customer"].tolist() == ["ABC Traders", "ABC Traders", "XYZ"]
    assert opens(ledger) == [12850000, -50000, 90000]
    assert classes(ledger) == {"header": 2, "group": 2, "item": 3, "subtotal": 1}


def test_names_may_stand_before_the_table_in_a_column_without_a_header(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """|Date|Num|Due Date|Open Balance
                Acme||||
                |2026-08-01|1001|2026-08-31|100
                Total for Acme||||100
                Beta||||
                |2026-08-02|1002|2026-08-31|70
                Total for Beta||||70
                TOTAL||||170"""
            )
        )
    )
    assert ledger.items["customer"].tolist() == ["Acme", "Beta"]
    assert classes(ledger) == {"header": 1, "group": 2, "item": 2, "subtotal": 2, "total": 1}


def test_a_total_without_a_word_must_add_up(desk: Desk) -> None:
    rows = HEAD + "1|甲|A1|2026-01-01|2026-02-01|100\n2|乙|A2|2026-01-01|2026-02-01|50\n|||||{}"
    adds_up = desk.read(sheet(table(rows.format(150))))
    assert classes(adds_up) == {"header": 1, "item": 2, "subtotal": 1}
    stray = desk.read(sheet(table(rows.format(149))))
    assert classes(stray) == {"header": 1, "item": 2, "unusable": 1}
    assert [p.amount_minor for p in stray.problems if p.severity is Severity.EXCLUDED] == [14900]


def test_remarks_that_look_like_footnotes_and_totals_lose_no_money(desk: Desk) -> None:
    rows = """客户名称|单据编号|到期日|金额|备注
        甲|A1|2026-05-01|1000|
        乙||2026-06-01|2000|备注：客户要求对账
        丙|A3||500|注：分期付款
        丁||2026-06-01|70|三月货款合计
        |合计||3570|"""
    ledger = desk.read(sheet(table(rows)))
    assert opens(ledger) == [100000, 200000, 50000, 7000]
    assert classes(ledger)["total"] == 1
    (total,) = [t for t in ledger.control.printed if t.field == "amount_minor"]
    assert total.printed_minor == total.computed_minor


@pytest.mark.parametrize(
    ("header", "debit", "credit"),
    [
        ("余额方向", "借", "贷"),
        ("借贷标识", "借方", "贷方"),
        ("方向", "借", "貸"),
        ("Dr/Cr", "Dr", "Cr"),
    ],
)
def test_a_direction_column_says_which_balances_are_credits(
    desk: Desk, header: str, debit: str, credit: str
) -> None:
    """100 owed, 30 in our hands; the minus that is printed already stays one."""
    rows = f"""客户名称|单据编号|到期日|未收金额|{header}
        甲|A1|2026-02-01|100|{debit}
        甲|A2|2026-02-01|30|{credit}
        甲|A3|2026-02-01|-5|{credit}
        甲|A4|2026-02-01|7|"""
    items = desk.read(sheet(table(rows))).items
    assert items["open_minor"].tolist() == [100_00, -30_00, -5_00, 7_00]
    assert items["kind"].tolist() == ["invoice", "credit", "credit", "invoice"]


@pytest.mark.parametrize("word", ["汇总", "总额", "以上共计", "Σ", "Sum", "應收總額", "Net total"])
def test_more_words_for_a_total(desk: Desk, word: str) -> None:
    rows = f"""客户名称|单据编号|到期日|未收金额
        甲|A1|2026-02-01|100
        乙|A2|2026-02-01|30
        甲 (汇总)|||100
        平均|||65
        {word}|||130"""
    ledger = desk.read(sheet(table(rows)))
    assert ledger.items["open_minor"].sum() == 130_00
    assert not [p for p in ledger.problems if p.said.key != "ledger.printed_total"]


def test_a_remark_beside_a_number_is_no_total(desk: Desk) -> None:
    rows = """客户名称|单据编号|到期日|未收金额|备注
        甲|A1|2026-02-01|100|
        乙|A2||30|汇总"""
    assert desk.read(sheet(table(rows))).items["open_minor"].tolist() == [100_00, 30_00]


def test_what_may_be_a_total_is_told(desk: Desk) -> None:
    rows = """客户名称|单据编号|到期日|未收金额
        甲|A1|2026-02-01|100
        乙|A2|2026-02-01|30
        全体客户|||130
        丙|||130"""
    ledger = desk.read(sheet(table(rows)))
    told = [(p.cell, p.raw) for p in ledger.problems if p.said.key == "ledger.maybe_total"]
    assert told == [("A4", "全体客户"), ("A5", "丙")]
    assert ledger.items["open_minor"].sum() == 390_00


def test_a_number_too_large_for_its_unit_is_a_problem(desk: Desk) -> None:
    rows: list[list[object]] = [
        ["客户名称", "单据编号", "到期日", "金额(万元)"],
        ["甲", "A1", "2026-05-01", 1000],
        ["乙", "A2", "2026-05-01", "99,999,999,999,999"],
        ["丙", "A3", "2026-05-01", 99_999_999_999_999],
    ]
    ledger = desk.read(sheet(rows))
    assert opens(ledger) == [10_000_000_00]
    assert [p.cell for p in ledger.problems if p.severity is Severity.EXCLUDED] == ["D3", "D4"]


def test_balance_due_in_a_remark_is_no_total(desk: Desk) -> None:
    rows = "Customer|Invoice Number|Due Date|Open Amount|Remarks\nAcme|A1|2026-02-01|100|\n"
    ledger = desk.read(sheet(table(rows + "Beta|||50|Balance due")))
    assert opens(ledger) == [10000, 5000]


def test_a_name_that_a_formula_did_not_deliver_is_told(desk: Desk) -> None:
    head = ["客户编码", "客户名称", "单据编号", "到期日", "未收金额"]
    rows = [["C1", Uncomputed(), "A1", "2026-02-01", 100], ["C2", "#REF!", "A2", "2026-02-01", 5]]
    ledger = desk.read(sheet([head, *rows]))
    told = [(p.cell, p.said.facts["why"].key) for p in ledger.problems if "why" in p.said.facts]  # type: ignore[attr-defined]
    assert told == [("B2", "ledger.formula_without_value"), ("B3", "ledger.error_cell")]
    assert opens(ledger) == [10000, 500]


def test_a_row_whose_customer_is_a_formula_says_why_it_is_left_out(desk: Desk) -> None:
    """Its money is listed, and nothing says that the row counts (T-13)."""
    head = ["客户名称", "单据编号", "到期日", "未收金额"]
    rows = [[Uncomputed(), "A1", "2026-02-01", 100], ["乙", "A2", Uncomputed(), 5]]
    ledger = desk.read(sheet([head, *rows]))
    told = [(p.cell, p.said.key, p.amount_minor) for p in ledger.problems if "why" in p.said.facts]
    assert told == [
        ("A2", "ledger.customer_lost", 10000),
        ("C3", "ledger.due_date_unreadable", None),
    ]
    whys = {p.said.facts["why"].key for p in ledger.problems if "why" in p.said.facts}  # type: ignore[attr-defined]
    assert whys == {"ledger.formula_without_value"}


@pytest.mark.parametrize(
    "label", ["共计应收余额", "合计应收", "欠款总额", "应收余额", "Total receivable"]
)
def test_a_total_below_a_single_row_is_no_customer(desk: Desk, label: str) -> None:
    rows = f"{HEAD}C1|甲|A1|2026-01-05|2026-02-28|100\n|{label}||||100"
    ledger = desk.read(sheet(table(rows)))
    assert opens(ledger) == [10000]
    assert classes(ledger) == {"header": 1, "item": 1, "total": 1}
