"""Which sheets are used, which not and why; tables beside the items."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.ledger.fake import Desk, FakeSheet, sheet, table

from arcollect.errors import LedgerError, Problem, UsageError
from arcollect.ledger.file.grid import Book
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

ITEMS = """客户编码|客户名称|单据编号|单据日期|到期日|未收金额
    C1|甲|A1|2026-01-01|2026-02-01|100
    C2|乙|A2|2026-01-02|2026-02-02|50"""


def items(text: str = ITEMS, name: str = "明细", **facts: object) -> FakeSheet:
    return sheet(table(text), name, **facts)


def why(ledger: Ledger) -> dict[str, str]:
    return {r.sheet: r.why_unused.key for r in ledger.source.readings if r.why_unused}


def find(ledger: Ledger, key: str) -> list[Problem]:
    return [p for p in ledger.problems if p.said.key == key]


def test_receipts_name_their_documents_and_bills(desk: Desk) -> None:
    receipts = """收款日期|客户名称|收款金额|核销单据号|收款方式|票据到期日|状态
        2026-03-01|甲|60|A1|银行转账||
        2026-03-05|乙|40||银行承兑汇票|2026-09-05|已拒付
        合计||100||||"""
    ledger = desk.read(items(), sheet(table(receipts), "收款"))
    got = ledger.receipts
    assert got["customer_key"].tolist() == ["C1", "C2"]  # the name has one code
    assert got["amount_minor"].tolist() == [6000, 4000]
    assert got["reference"].tolist() == ["A1", ""]
    assert got["method"].tolist() == ["cash", "bill"]
    assert got["is_dishonoured"].tolist() == [False, True]
    assert str(got["bill_maturity"][1])[:10] == "2026-09-05"


@pytest.mark.parametrize(
    ("role", "title", "expected"),
    [("决策人", "", "executive"), ("关键联系人", "总经理", "executive"), ("财务", "总经理", "finance"),
     ("关键联系人", "", "other"), ("", "法定代表人", "owner")],
)  # fmt: skip
def test_the_title_decides_where_the_role_says_nothing(desk: Desk, role, title, expected) -> None:
    contacts = f"客户名称|联系人|角色|职务|电话\n甲|王总|{role}|{title}|1"
    ledger = desk.read(items(), sheet(table(contacts), "联系人"))
    assert ledger.contacts["role"].tolist() == [expected]


def test_customers_and_contacts_in_our_terms(desk: Desk) -> None:
    customers = """客户编码|客户名称|企业类型|信用额度|语言|风险标记|已发函级别|日违约金率
        C1|甲|大型企业|50000|中文|失联;涉诉|L2|万分之五
        C2|乙|事业单位||English||"""
    contacts = "客户名称|联系人|职务|电话\n甲|李经理|采购经理|13800000000\n乙|王总|总经理|021-1"
    ledger = desk.read(
        items(), sheet(table(customers), "客户资料"), sheet(table(contacts), "联系人")
    )
    first = ledger.customers.iloc[0]
    assert first["customer_type"] == "large"
    assert first["flags"] == "lost;litigation"
    assert first["last_letter_level"] == "L2"
    assert (first["credit_limit_minor"], first["fee_rate_per_day"]) == (5000000, 0.0005)
    assert ledger.customers["language"].tolist() == ["zh", "en"]
    assert ledger.contacts["role"].tolist() == ["purchasing", "executive"]
    assert ledger.contacts["customer_key"].tolist() == ["C1", "C2"]
    assert ledger.contacts["phone"].tolist() == ["13800000000", "021-1"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("年月|销售额\n2026-01|100\n202602|200", [(2026, 1, 10000), (2026, 2, 20000)]),
        ("年份|月份|销售额\n2026|1|100\n2026|2|200", [(2026, 1, 10000), (2026, 2, 20000)]),
        ("客户|2026-01|2026-02\n甲|100|200", [(2026, 1, 10000), (2026, 2, 20000)]),
        ("2026年销售|||\n客户|1月|2月|3月\n甲|100|200|", [(2026, 1, 10000), (2026, 2, 20000)]),
        ("客户名称|2024年|2025年\n甲|100|200", [(2024, 0, 10000), (2025, 0, 20000)]),
        ("客户|2026-01|2026-02|2026年\n甲|100|200|300", [(2026, 1, 10000), (2026, 2, 20000)]),
        (
            "年份|月份|销售额\n2026|1|100\n2026|2|200\n2026|合计|300",
            [(2026, 1, 10000), (2026, 2, 20000)],
        ),
    ],
)
def test_sales_by_month_and_year(
    desk: Desk, rows: str, expected: list[tuple[int, int, int]]
) -> None:
    sales = desk.read(items(), sheet(table(rows), "销售")).sales
    found = zip(sales["year"], sales["month"], sales["amount_minor"], strict=True)
    assert list(found) == expected


def test_items_of_several_sheets_are_one_ledger(desk: Desk) -> None:
    more = items(ITEMS.replace("A1", "B1").replace("A2", "B2"), "二部")
    ledger = desk.read(items(), more)
    assert ledger.items["open_minor"].sum() == 30000
    assert ledger.items["sheet"].tolist() == ["明细", "明细", "二部", "二部"]


def test_a_sheet_that_repeats_another_is_put_aside(desk: Desk) -> None:
    overdue = "客户编码|客户名称|单据编号|到期日|未收金额\nC2|乙|A2|2026-02-02|50"
    ledger = desk.read(items(), items(overdue, "逾期"))
    assert ledger.items["open_minor"].sum() == 15000
    assert why(ledger) == {"逾期": "ledger.sheet_repeats"}


def test_a_hidden_sheet_is_not_chosen_silently(desk: Desk) -> None:
    old = items(ITEMS.replace("A", "Z"), "旧", hidden=True)
    ledger = desk.read(old, items())
    assert ledger.items["document_no"].tolist() == ["A1", "A2"]
    assert why(ledger) == {"旧": "ledger.sheet_hidden"}
    asked = desk.read(old, items(), sheet="旧")
    assert asked.items["document_no"].tolist() == ["Z1", "Z2"]


def test_hidden_rows_are_counted_unless_told(desk: Desk) -> None:
    hidden = items(hidden_rows=frozenset({2}))
    counted = desk.read(hidden)
    assert counted.items["open_minor"].sum() == 15000
    assert find(counted, "ledger.hidden_rows")[0].said.facts["rows"] == 1
    assert desk.read(hidden, visible_only=True).items["open_minor"].sum() == 10000


def test_a_hidden_sheet_is_used_where_it_counts_nothing_twice(desk: Desk) -> None:
    people = sheet(table("客户编码|客户名称|信用额度\nC1|甲|10"), "客户", hidden=True)
    ledger = desk.read(items(), people)
    assert ledger.customers["credit_limit_minor"].tolist() == [1000]
    assert [p.sheet for p in find(ledger, "ledger.sheet_hidden_used")] == ["客户"]
    alone = desk.read(items(hidden=True))
    assert alone.items["open_minor"].sum() == 15000


def test_only_the_visible_leaves_hidden_sheets_and_columns_out(desk: Desk) -> None:
    people = sheet(table("客户编码|客户名称|信用额度\nC1|甲|10"), "客户", hidden=True)
    ledger = desk.read(items(), people, visible_only=True)
    assert (len(ledger.customers), why(ledger)) == (0, {"客户": "ledger.sheet_not_visible"})
    text = "客户名称|单据编号|到期日|未收金额|备注\n甲|A1|2026-01-31|100|旧账"
    hidden = items(text, hidden_columns=frozenset({4}))
    assert desk.read(hidden).items["remark"].tolist() == ["旧账"]
    assert desk.read(hidden, visible_only=True).items["remark"].tolist() == [""]


def test_hidden_receipts_count_unless_told(desk: Desk) -> None:
    text = "客户编码|客户名称|单据编号|到期日|应收金额\nC1|甲|A1|2026-01-31|100"
    money = "收款日期|客户名称|收款金额|核销单号\n2026-01-05|甲|30|A1\n2026-01-06|甲|20|A1"
    came = sheet(table(money), "收款", hidden_rows=frozenset({2}))
    counted = desk.read(items(text), came)
    assert counted.receipts["amount_minor"].sum() == 5000
    assert find(counted, "ledger.hidden_rows")[0].sheet == "收款"
    assert desk.read(items(text), came, visible_only=True).receipts["amount_minor"].sum() == 3000


def test_typed_in_books_win_and_survive(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "customers.xlsx").touch()
    own = sheet(table("客户编码|客户名称|付款条件|信用额度\nC1|甲|30天|10"), "客户")
    typed = sheet(table("客户编码|客户名称|付款条件|是否坏账\nC1|甲|60天|是"), "客户")
    policy = Policy.model_validate({"books": {"customers": "customers.xlsx"}})
    books = [
        Book("ledger.xlsx", (items(), own), "xlsx", "fake", "1"),
        Book("customers.xlsx", (typed,), "xlsx", "fake", "2"),
    ]
    ledger = desk.read_books(books[:2], policy, only=1, books_folder=tmp_path)
    (row,) = ledger.customers.to_dict("records")
    assert (row["terms"], row["credit_limit_minor"]) == ("60天", 1000)
    assert ledger.items["is_bad_debt"].tolist() == [True, False]


def test_a_missing_book_is_a_usage_error(desk: Desk, tmp_path: Path) -> None:
    policy = Policy.model_validate({"books": {"contacts": "none.xlsx"}})
    with pytest.raises(UsageError) as refused:
        desk.read(items(), policy=policy, books_folder=tmp_path)
    assert refused.value.said.key == "ledger.book_missing"


def test_the_cut_off_comes_from_the_title_the_name_or_the_flag(desk: Desk) -> None:
    titled = sheet([["应收明细"], ["截止日期：2026-10-31"], *table(ITEMS)])
    assert desk.read(titled).source.cutoff_from == "明细!A2"
    named = desk.read(items(), name="应收账龄_20260930.xlsx").source
    assert (named.cutoff, named.cutoff_from) == (dt.date(2026, 9, 30), "file name")
    told = desk.read(titled, balances_as_of=dt.date(2026, 11, 1))
    assert told.source.cutoff == dt.date(2026, 11, 1)
    assert find(told, "ledger.cutoff_conflict")


def test_codes_and_names_that_disagree_are_listed(desk: Desk) -> None:
    rows = """客户编码|客户名称|单据编号|到期日|未收金额
        C1|沃尔玛|A1|2026-01-01|1
        C1|沃尔玛中国|A2|2026-01-01|1
        C2|华东 （上海）|A3|2026-01-01|1
        C3|华东(上海)|A4|2026-01-01|1"""
    ledger = desk.read(items(rows))
    assert find(ledger, "ledger.code_with_names")[0].said.facts["code"] == "C1"
    assert find(ledger, "ledger.name_with_codes")[0].said.facts["codes"] == ["C2", "C3"]


def test_names_without_codes_are_one_customer_whatever_their_spaces(desk: Desk) -> None:
    rows = """客户名称|单据编号|到期日|未收金额
        华东（上海）|A1|2026-01-01|1
        华东 (上海)|A2|2026-01-01|1"""
    assert desk.read(items(rows)).items["customer_key"].nunique() == 1


def test_a_code_that_excel_has_cut_is_no_key(desk: Desk) -> None:
    rows = "客户编码|客户名称|单据编号|到期日|未收金额\n25312000000012345678|甲|A1|2026-01-01|1"
    ledger = desk.read(items(rows))
    assert ledger.items["customer_key"].tolist() == ["甲"]
    assert find(ledger, "ledger.ruined_number")[0].cell == "A2"


USUAL = "客户名称|单据编号|到期日|未收金额"


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ("|||", "ledger.empty_file"),
        ("客户编码|客户名称|期末余额\nC1|甲|100", "ledger.balances_only"),
        ("a|b|c\n1|2|3", "ledger.no_items"),
        ("收款日期|客户名称|收款金额\n2026-01-05|甲|100", "ledger.only_receipts"),
        (f"{USUAL}\n甲|A1|2026-01-01|坏", "ledger.nothing_usable"),
        (USUAL, "ledger.no_rows"),
        (f"{USUAL}|未收金额\n甲|A|2026-01-01|1|2", "ledger.ambiguous"),
    ],
)
def test_files_that_cannot_be_used(desk: Desk, rows: str, key: str) -> None:
    with pytest.raises(LedgerError) as refused:
        desk.read(items(rows))
    assert refused.value.said.key == key
    assert refused.value.hint


def test_a_map_names_the_columns(desk: Desk) -> None:
    rows = "甲方名字|编码X|日子|数\n甲|A1|2026-02-01|7"
    maps = {"客户": "甲方名字", "单据编号": "B", "到期日": "日子", "未收金额": "数"}
    ledger = desk.read(items(rows), maps=maps)
    assert ledger.items["open_minor"].tolist() == [700]
    assert {m.how for m in ledger.source.readings[0].matches} == {"flag"}


def test_a_sheet_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(LedgerError) as refused:
        desk.read(items(), sheet="没有")
    assert refused.value.said.key == "ledger.no_such_sheet"


def test_column_names_of_the_policy_may_be_for_another_export(desk: Desk) -> None:
    columns = {"客户": "甲方名字", "未收金额": "数"}
    policy = Policy.model_validate({"columns": columns})
    assert len(desk.read(items(), policy=policy, maps=columns).items) == 2
    rows = "甲方名字|单据编号|到期日|数\n甲|A1|2026-02-01|7"
    ledger = desk.read(items(rows), policy=policy)
    assert {m.how for m in ledger.source.readings[0].matches} == {"policy", "alias"}


def test_a_rate_that_cannot_be_one_is_told_and_never_claimed(desk: Desk) -> None:
    rows: list[list[object]] = [
        ["客户名称", "单据编号", "到期日", "未收金额", "日违约金率"],
        ["甲", "A1", "2026-01-01", 100, 5],
        ["甲", "A2", "2026-01-01", 100, 0.0005],
        ["甲", "A3", "2026-01-01", 100, "每天收一点"],
        ["甲", "A4", "2026-01-01", 100, "无"],
    ]
    ledger = desk.read(sheet(rows))
    assert [str(r) for r in ledger.items["fee_rate_per_day"]] == ["nan", "0.0005", "nan", "nan"]
    told = [p.cell for p in ledger.problems if p.said.key == "ledger.side_amount_unreadable"]
    assert told == ["E2", "E4"]


def test_what_the_ladder_needs_is_told_when_unreadable(desk: Desk) -> None:
    items = "客户名称|单据编号|到期日|未收金额\n甲|A1|2026-01-01|100"
    customers = "客户名称|信用额度|已发函级别|已发函日期\n甲|1|L2催款函2026年3月|三月初"
    ledger = desk.read(sheet(table(items)), sheet(table(customers), "客户资料"))
    assert ledger.customers["last_letter_level"].tolist() == ["L2"]
    assert [p.cell for p in ledger.problems if p.said.key == "ledger.date_unreadable"] == ["D2"]


def test_a_receipt_left_out_is_listed_with_its_amount(desk: Desk) -> None:
    items = "客户名称|单据编号|到期日|金额\n甲|A1|2026-01-01|100"
    receipts = "收款日期|客户名称|收款金额\n2026-02-01|甲|10\n2026-02-02||30"
    ledger = desk.read(sheet(table(items)), sheet(table(receipts), "收款"))
    (left_out,) = [p for p in ledger.problems if p.said.key == "ledger.receipt_nobody"]
    assert (left_out.amount_minor, left_out.currency) == (3000, "CNY")


def test_the_numbers_of_two_own_companies_do_not_repeat_each_other(desk: Desk) -> None:
    """U-06: both companies count their documents from 1."""
    one, two = (
        f"公司|客户名称|单据编号|到期日|未收金额\n{name}|乙|1|2026-01-01|100"
        for name in ("甲方一", "甲方二")
    )
    ledger = desk.read(sheet(table(one), "甲方一"), sheet(table(two), "甲方二"))
    assert ledger.items["open_minor"].tolist() == [10000, 10000]


def test_credit_facts_of_the_customers_sheet(desk: Desk) -> None:
    """R003-25, R003-63, R002-16, R003-28: shares in any spelling, counts, days."""
    customers = """客户名称|资产负债率|核心客户流失率|联系人变更次数|信用资料更新日期|评分项|未交订单额|额度审批人
        甲|71.5%|0.2|2次|2026-03-01|行业景气度=70|5000|王总
        乙|71.5|20%|3|||
        丙|很高|||三月|||"""
    ledger = desk.read(items(), sheet(table(customers), "客户资料"))
    got = ledger.customers
    assert got["debt_ratio"].tolist() == ["0.715", "0.715", ""]
    assert got["customers_lost"].tolist() == ["0.2", "0.2", ""]
    assert got["contact_changes"].tolist() == ["2", "3", ""]
    assert str(got["credit_updated_date"][0])[:10] == "2026-03-01"
    assert got["score_inputs"][0] == "行业景气度=70"
    assert (got["open_orders_minor"][0], got["limit_approver"][0]) == (500000, "王总")
    assert [p.cell for p in find(ledger, "ledger.credit_unreadable")] == ["B4"]
    assert [p.cell for p in find(ledger, "ledger.date_unreadable")] == ["E4"]


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        ("净利润连续两季度下滑、利润下滑", "profit-down"),
        ("税务异常；股权变更", "equity-change;tax-abnormal"),
        ("法人变更", "legal-rep-change"),
        ("主要生产线停产", "line-stopped"),
        ("银行账户多笔逾期", "bank-overdue"),
        ("列入失信名单", "dishonest-list"),
    ],
)
def test_flags_of_early_warning(desk: Desk, words: str, flags: str) -> None:
    """R003-25, R003-48, R003-59, R003-86."""
    customers = f"客户名称|信用额度|风险标记\n甲|1|{words}"
    ledger = desk.read(items(), sheet(table(customers), "客户资料"))
    assert ledger.customers["flags"].tolist() == [flags]
