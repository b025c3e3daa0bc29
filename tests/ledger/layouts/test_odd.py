"""Sheets that were once something else: notes, breakdowns, a second header, marks."""

from __future__ import annotations

import pytest
from tests.ledger.layouts.made import (
    D,
    Rows,
    balances,
    counts,
    delimited,
    keys,
    laid,
    table,
    ties_out,
    workbook,
)

from arcollect.errors import LedgerError, Severity
from arcollect.text import Lang, say

TAXED = """客户|发票号|到期日|不含税金额|税额|含税金额|已收(含税)|未收(不含税)|未收(含税)
    甲公司|A1|2026-03-05|1000|130|1130|500|557.52|630
    乙公司|A2|2026-04-05|2000|260|2260|0|2000|2260"""


def test_of_amounts_with_and_without_tax_the_gross_ones_count() -> None:
    """1,130 - 500 and 2,260: the customer owes the tax as well."""
    ledger = laid(delimited(table(TAXED)), "应收.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 630_00, ("乙公司", "CNY"): 2_260_00}
    assert keys(ledger) == []
    assert ties_out(ledger)


BROKEN_DOWN = """客户名称|单号|到期日|未收金额
    甲公司|A1|2026-03-05|800
    乙公司|A2|2026-04-05|2000
    合计|||2800
    其中：逾期|||2800
    减：坏账准备|||140
    净额|||2660
    制表人：张三|||"""


@pytest.mark.parametrize(
    ("of_which", "less", "net"),
    [
        ("其中：逾期", "减：坏账准备", "净额"),
        ("其中:1年以上", "坏账准备", "应收账款净值"),
        ("of which overdue", "Less: allowance", "Net receivables"),
    ],
)
def test_what_is_said_of_a_total_is_no_customer(of_which: str, less: str, net: str) -> None:
    text = BROKEN_DOWN.replace("其中：逾期", of_which).replace("减：坏账准备", less)
    ledger = laid(delimited(table(text.replace("净额", net))), "应收.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 800_00, ("乙公司", "CNY"): 2_000_00}
    assert counts(ledger) == {"header": 1, "item": 2, "total": 1, "title": 4}
    assert ties_out(ledger)


TYPED = """客户|日期|单号|类型|到期日|金额
    甲公司|2026-01-05|A1|应收|2026-03-05|1000
    甲公司|2026-02-05|R1|实收||400
    乙公司|2026-01-06|A2|欠款|2026-03-06|900
    乙公司|2026-03-06|R2|还款||500"""


@pytest.mark.parametrize("word", ["还款", "到账", "来款", "已收", "收", "客户付款", "Received"])
def test_receipts_without_a_sign_are_known_by_the_words_of_the_trade(word: str) -> None:
    ledger = laid(delimited(table(TYPED.replace("还款", word))), "应收.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 600_00, ("乙公司", "CNY"): 400_00}
    assert keys(ledger) == ["ledger.unsigned_credits"]
    assert ties_out(ledger)


def refused(text: str, name: str = "应收.csv") -> LedgerError:
    """The refusal of a table, which has words in both languages."""
    with pytest.raises(LedgerError) as caught:
        laid(delimited(table(text)), name)
    assert caught.value.hint is not None
    for lang in Lang:
        assert say(caught.value.said, lang)
        assert say(caught.value.hint, lang)
    return caught.value


SWAPPED = """客户名称|单据编号|到期日|开票金额|未收金额
    甲公司|A1|2026-03-05|1000|800
    {}
    乙公司|A2|2026-04-05|900|300"""


@pytest.mark.parametrize(
    ("second", "column"),
    [
        ("客户名称|单据编号|到期日|未收金额|开票金额", "D"),
        ("客户名称|到期日|单据编号|开票金额|未收金额", "B"),
        ("客户名称|单据编号|到期日|开票金额|已收金额", "E"),
        ("业务员|单据编号|到期日|开票金额|未收金额", "A"),
    ],
)
def test_a_second_header_may_not_change_what_columns_mean(second: str, column: str) -> None:
    error = refused(SWAPPED.format(second))
    assert error.said.key == "ledger.other_header"
    assert (error.said.facts["row"], error.said.facts["column"]) == (3, column)


@pytest.mark.parametrize(
    "second",
    ["客户名称|单据编号|到期日|开票金额|未收金额", "客户|单号|到期日期|开票金额(元)|未收款金额"],
)
def test_the_same_header_again_is_no_matter(second: str) -> None:
    ledger = laid(delimited(table(SWAPPED.format(second))), "应收.csv")
    assert balances(ledger)["乙公司", "CNY"] == 300_00
    assert ties_out(ledger)


@pytest.mark.parametrize(
    "header", ["第一次收款|第二次收款", "1月收款|2月收款", "1st payment|2nd payment"]
)
def test_payments_in_columns_of_their_own_are_told(header: str) -> None:
    """Nobody adds them up unasked, nor takes 1,000 for open without a word."""
    text = f"客户|发票号|到期日|发票金额|{header}\n甲公司|A1|2026-03-05|1000|300|200"
    ledger = laid(delimited(table(text)), "应收.csv")
    assert keys(ledger) == ["headers.unread_money"]
    assert balances(ledger) == {("甲公司", "CNY"): 1_000_00}


def test_beside_a_balance_nobody_asks_for_the_payments() -> None:
    text = "客户|发票号|到期日|发票金额|第一次收款|未收金额\n甲公司|A1|2026-03-05|1000|300|700"
    assert keys(laid(delimited(table(text)), "应收.csv")) == []


DITTO = """客户|单号|到期日|未收金额|业务员
    甲公司|A1|2026-03-05|800|张三
    同上|A2|〃|300|同上
    小计|||1100|
    同上|A3|2026-04-05|50|"
    乙公司|B1|2026-04-05|900|
    ditto|B2|″|100|同上"""


def test_ditto_is_what_the_item_above_says() -> None:
    """800 + 300 + 50 and 900 + 100; nobody sells to 乙公司, and nobody is called 同上."""
    ledger = laid(delimited(table(DITTO)), "应收.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 1_150_00, ("乙公司", "CNY"): 1_000_00}
    days = ["2026-03-05", "2026-03-05", "2026-04-05", "2026-04-05", "2026-04-05"]
    assert ledger.items["due_date"].astype(str).tolist() == days
    assert ledger.items["salesperson"].tolist() == ["张三", "张三", "张三", "", ""]
    (said,) = [p.said for p in ledger.problems]
    assert (said.key, said.facts["cells"]) == ("reading.ditto", 8)
    assert ties_out(ledger)


def test_ditto_under_nothing_names_nobody_and_is_no_amount() -> None:
    text = (
        "客户|单号|到期日|未收金额\n同上|A1|2026-03-05|7\n甲|A2|2026-03-05|8\n甲|A3|2026-03-05|同上"
    )
    ledger = laid(delimited(table(text)), "应收.csv")
    assert balances(ledger) == {("甲", "CNY"): 8_00}
    left_out = [p.said.key for p in ledger.problems if p.severity is Severity.EXCLUDED]
    assert left_out == ["ledger.no_customer", "ledger.amount_unreadable"]


HEAD = ["客户", "单号", "到期日", "未收金额"]
SEPTEMBER: Rows = [
    HEAD, ["甲公司", "A1", D(2026, 3, 5), 1000], ["乙公司", "A2", D(2026, 4, 5), 2000],
]  # fmt: skip
OCTOBER: Rows = [
    HEAD, ["甲公司", "A1", D(2026, 3, 5), 800], ["乙公司", "A2", D(2026, 4, 5), 2000],
    ["丙公司", "A3", D(2026, 5, 5), 10],
]  # fmt: skip


def test_two_month_ends_in_one_workbook_are_never_added_up() -> None:
    data = workbook(SEPTEMBER, "9月末", **{"10月末": OCTOBER})
    with pytest.raises(LedgerError) as caught:
        laid(data, "应收.xlsx")
    assert caught.value.said.key == "ledger.snapshots"
    assert caught.value.said.facts["sheets"] == ["9月末", "10月末"]
    chosen = laid(data, "应收.xlsx", sheet="10月末")
    assert sum(balances(chosen).values()) == 2_810_00


def test_months_that_number_their_slips_anew_are_added_up() -> None:
    """The same numbers on other days are other documents."""
    later: Rows = [HEAD, ["甲公司", "A1", D(2026, 6, 5), 7], ["乙公司", "A2", D(2026, 7, 5), 8]]
    ledger = laid(workbook(SEPTEMBER, "1月", **{"2月": later}), "应收.xlsx")
    assert sum(balances(ledger).values()) == 3_015_00


UNQUOTED = """客户,单号,到期日,未收金额,备注
甲公司,A1,2026-03-05,800,
乙公司,A2,2026-04-05,1,200.00,
丙公司,A3,2026-04-05,300,钢材,两车
丁公司,A4,2026-04-05,-1,200,300.00,
戊公司,A5,2026-04-05,"1,700.00",
"""


def test_an_amount_cut_at_its_comma_is_left_out_and_told() -> None:
    """800 + 300 + 1,700; what may be 1,200 or 1 is neither."""
    ledger = laid(UNQUOTED.encode(), "应收.csv")
    assert sum(balances(ledger).values()) == 2_800_00
    told = [(p.cell, p.said.key) for p in ledger.problems if p.said.key.startswith("ledger.")]
    assert told[:3] == [
        ("D3", "ledger.cut_amount"), ("4", "ledger.long_row"), ("D5", "ledger.cut_amount"),
    ]  # fmt: skip
    assert counts(ledger) == {"header": 1, "item": 3, "unusable": 2}
    assert ties_out(ledger)


def test_a_separator_at_the_end_of_every_line_is_no_matter() -> None:
    """Whole amounts of three digits beside each other look like a cut one."""
    text = (
        "客户,单号,到期日,应收金额,已收金额\n甲,A1,2026-03-05,500,200,\n乙,A2,2026-03-05,300,100,\n"
    )
    ledger = laid(text.encode(), "应收.csv")
    assert balances(ledger) == {("甲", "CNY"): 300_00, ("乙", "CNY"): 200_00}
    assert keys(ledger) == []


@pytest.mark.parametrize(
    "below",
    [
        "单位：万元|||\n客户|单号|到期日|未收金额\n",
        "注：以上金额单位：万元|||\n",
        "金额(万元)|||\n",
    ],
)
def test_a_unit_further_down_is_never_passed_over(below: str) -> None:
    error = refused(
        f"客户|单号|到期日|未收金额\n甲|A1|2026-03-05|8000\n{below}乙|B1|2026-03-05|1.5"
    )
    assert (error.said.key, error.said.facts["row"]) == ("ledger.other_unit", 3)


def test_a_unit_for_each_row_is_never_passed_over() -> None:
    error = refused(
        "客户|单号|到期日|未收金额|单位\n甲|A1|2026-03-05|8000|元\n乙|B1|2026-03-05|1.5|万元"
    )
    assert (error.said.facts["row"], error.said.facts["unit"]) == (3, "万元")


def test_the_same_unit_again_is_no_matter() -> None:
    text = "单位：万元|||\n客户|单号|到期日|未收金额\n甲|A1|2026-03-05|1.5\n合计|||1.5\n注：金额单位：万元|||"
    assert balances(laid(delimited(table(text)), "应收.csv")) == {("甲", "CNY"): 15_000_00}


def test_two_sheets_may_have_a_unit_each() -> None:
    """8,000 and 1.5 times 10,000."""
    head = ["客户", "单号", "到期日", "未收金额"]
    first: Rows = [["单位：元"], head, ["甲", "A1", D(2026, 3, 5), 8000]]
    second: Rows = [["单位：万元"], head, ["乙", "B1", D(2026, 3, 5), 1.5]]
    ledger = laid(workbook(first, "一部", 二部=second), "应收.xlsx")
    assert balances(ledger) == {("甲", "CNY"): 8_000_00, ("乙", "CNY"): 15_000_00}
    assert ties_out(ledger)


NESTED = """客户|日期|单号|到期日|金额
    甲公司|2026-01-05|A1|2026-03-05|1000
    |2026-01-20|A2|2026-03-20|500
    |1月小计|||1500
    |2026-02-05|A3|2026-04-05|200
    |2月小计|||200
    甲公司合计||||1700
    乙公司|2026-01-07|B1|2026-03-07|900
    |一月份合计|||900
    乙公司合计||||900
    总计||||2600"""
PIVOT = """行标签|单号|到期日|求和项:未收金额
    甲公司|A1|2026-03-05|1500
    |A2|2026-04-05|200
    甲公司 汇总|||1700
    乙公司|B1|2026-04-05|900
    乙公司 汇总|||900
    总计|||2600"""
ENGLISH_PIVOT = """Row Labels|Invoice No|Due Date|Sum of Open Balance
    甲公司|A1|2026-03-05|1500
    |A2|2026-04-05|200
    甲公司 Total|||1700
    乙公司|B1|2026-04-05|900
    乙公司 Total|||900
    Grand Total|||2600"""
OUTLINE = """客户|到期日|求和项:金额
    甲公司||1700
    |2026-03-05|1500
    |2026-04-05|200
    乙公司||900
    |2026-04-05|900
    总计||2600"""
NAMED_ONCE = {"nested": NESTED, "pivot": PIVOT, "english": ENGLISH_PIVOT, "outline": OUTLINE}


@pytest.mark.parametrize("name", NAMED_ONCE)
def test_a_name_printed_once_holds_for_what_its_subtotal_adds_up(name: str) -> None:
    ledger = laid(delimited(table(NAMED_ONCE[name])), "应收.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 1_700_00, ("乙公司", "CNY"): 900_00}
    told = {"reading.filled_closed", "reading.default_currency"}
    assert set(keys(ledger)) <= told
    assert ties_out(ledger)


@pytest.mark.parametrize(
    "rows",
    [
        "甲|A1|2026-03-05|100\n|A2|2026-03-05|50\n小计|||160",  # does not add up
        "甲|A1|2026-03-05|100\n乙|B1|2026-03-05|50\n|A2|2026-03-05|7\n小计|||157",  # of two
        "|A1|2026-03-05|100\n甲|A2|2026-03-05|50\n小计|||150",  # the name comes later
    ],
)
def test_a_name_that_no_subtotal_proves_is_missing(rows: str) -> None:
    ledger = laid(
        delimited(table(f"客户|单号|到期日|未收金额\n{rows}\n丙|C1|2026-03-05|1")), "a.csv"
    )
    left_out = [p.said.key for p in ledger.problems if p.severity is Severity.EXCLUDED]
    assert left_out == ["ledger.no_customer"]
    assert ties_out(ledger)


MARKED = """客户|单号|到期日|金额|已付
    甲公司|A1|2026-03-05|800|√
    甲公司|A2|2026-04-05|300|
    乙公司|B1|2026-04-05|900|✔
    乙公司|B2|2026-04-06|450|×"""


@pytest.mark.parametrize("header", ["已付", "已收款", "回款", "是否结清", "Paid"])
def test_a_column_of_marks_says_what_is_paid(header: str) -> None:
    ledger = laid(delimited(table(MARKED.replace("已付", header))), "应收.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 300_00, ("乙公司", "CNY"): 450_00}
    assert keys(ledger) == ["reading.paid_by_status"]
    assert ties_out(ledger)


def test_a_column_of_ones_is_money() -> None:
    """0 and 1 may be marks, but under 已付 they are yuan."""
    text = "客户|单号|到期日|金额|已付\n甲|A1|2026-03-05|800|1\n甲|A2|2026-03-05|300|0"
    assert balances(laid(delimited(table(text)), "应收.csv")) == {("甲", "CNY"): 1_099_00}


@pytest.mark.parametrize(
    "header", ["到期日\n(年月日)", "到期日（yyyy-mm-dd）", "Due Date (dd/mm/yyyy)"]
)
def test_how_a_date_is_to_be_written_is_no_part_of_its_name(header: str) -> None:
    rows: Rows = [["客户", "单号", header, "未收金额"], ["甲", "A1", "2026-03-05", 8]]
    ledger = laid(workbook(rows), "应收.xlsx")
    assert ledger.items["due_date"].astype(str).tolist() == ["2026-03-05"]


def test_two_tables_side_by_side_are_refused_as_what_they_are() -> None:
    table_ = "客户|单号|到期日|未收金额"
    error = refused(f"{table_}||{table_}\n甲|A1|2026-03-05|8||乙|B1|2026-03-05|9")
    assert (error.said.key, error.said.facts["column"]) == ("ledger.side_by_side", "F")


def test_sheets_named_after_their_customers_say_how_to_name_them() -> None:
    rows: Rows = [["单号", "到期日", "未收金额"], ["A1", D(2026, 3, 5), 8]]
    with pytest.raises(LedgerError) as caught:
        laid(workbook(rows, "甲公司", 乙公司=rows), "应收.xlsx")
    assert caught.value.hint is not None
    assert caught.value.hint.key == "ledger.no_items.nobody"
    titled: Rows = [["客户名称：甲公司"], *rows]
    other: Rows = [["客户名称：乙公司"], *rows]
    ledger = laid(workbook(titled, "甲", 乙=other), "应收.xlsx")
    assert balances(ledger) == {("甲公司", "CNY"): 8_00, ("乙公司", "CNY"): 8_00}
