"""Where the header stands, and what kind of sheet it heads."""

from __future__ import annotations

import datetime as dt

import pytest

from arcollect.ledger.headers.find import find_header
from arcollect.ledger.headers.periods import is_bucket, period_of
from arcollect.text import Lang, say

ITEMS = "客户名称 单据编号 单据日期 到期日 未收金额".split()


@pytest.mark.parametrize(
    ("headers", "role"),
    [
        ("客户名称 单据编号 到期日 未收金额", "items"),
        ("公司 客户编码 客户名称 单据类型 单据日期 应收金额 已收金额 未收金额 备注", "items"),
        ("收款日期 客户名称 收款金额 核销单据号 收款方式", "receipts"),
        ("客户编码 客户名称 付款条件 信用额度 语言 联系人 电话 收件地址", "customers"),
        ("客户编码 客户名称 付款条件 信用额度 应收余额 客户类型", "customers"),
        ("客户编码 客户名称 联系人 角色 职务 电话 邮箱 收件地址", "contacts"),
        ("公司 客户名称 年月 销售额", "sales"),
        ("年份 月份 销售额", "sales"),
        ("客户名称 1月 2月 3月 12月", "sales"),
        ("客户 2026-01 2026-02 2026-03", "sales"),
        ("Customer Jan Feb Mar", "sales"),
        ("客户名称 2024年 2025年", "sales"),
        ("日期 凭证号 摘要 借方 贷方 余额", "journal"),
        ("客户编码 客户名称 应收余额", "balances"),
        ("客户名称 业务员 余额 0-30天 31-60天 61-90天", "balances"),
        ("Customer Balance", "balances"),
        ("日期 客户 金额", "items"),
        ("客户名称 单据编号 到期日 业务员", ""),
        ("日期 客户名称 业务员 客户反馈 承诺金额", ""),
        ("日期 客户名称 联系人 电话 客户反馈", ""),
        ("客户名称 电话 邮箱", "contacts"),
    ],
)
def test_the_columns_say_what_the_sheet_is(headers: str, role: str) -> None:
    found = find_header([headers.split()])
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(("name", "role"), [("收款记录", "receipts"), ("应收明细", "items")])
def test_the_sheets_name_decides_what_columns_leave_open(name: str, role: str) -> None:
    found = find_header(["日期 客户 金额".split()], name=name)
    assert found is not None
    assert found.role == role


def test_titles_and_blank_rows_above_are_passed_over() -> None:
    rows: list[list[object]] = [
        ["应收账款明细表"],
        ["客户：", "全部", "币种：", "人民币", "日期：", dt.date(2026, 10, 31)],
        [None, ""],
        [*ITEMS],
        ["甲公司", "X1", dt.date(2026, 1, 5), dt.date(2026, 3, 31), 100.0],
    ]
    found = find_header(rows)
    assert found is not None
    assert (found.row_first, found.row_last, found.role) == (3, 3, "items")


def test_a_header_on_row_forty_is_found_and_one_below_is_not() -> None:
    filler: list[list[object]] = [["说明文字"]] * 39
    found = find_header([*filler, [*ITEMS]])
    assert found is not None
    assert found.row_first == 39
    below = find_header([*filler, ["说明文字"], [*ITEMS]])
    assert below is not None
    assert below.role == ""


def test_customers_named_like_headers_are_data() -> None:
    rows: list[list[object]] = [
        [*ITEMS],
        ["客户名称", "发票号码", dt.date(2026, 1, 5), dt.date(2026, 3, 31), 100.0],
        ["合计科技有限公司", "单据编号", dt.date(2026, 1, 5), dt.date(2026, 3, 31), 1.0],
    ]
    found = find_header(rows)
    assert found is not None
    assert (found.row_first, found.row_last) == (0, 0)


def test_a_group_row_under_the_header_is_no_second_header_line() -> None:
    rows: list[list[object]] = [[*ITEMS], ["甲公司", None, None, None, None]]
    found = find_header(rows)
    assert found is not None
    assert found.row_last == 0


def test_a_first_row_of_csv_data_is_no_header_line() -> None:
    rows: list[list[object]] = [
        ["客户名称", "约定账期", "所属", "到期日", "未收金额"],
        ["甲公司", "30天", "202601", "2026-03-31", "100.00"],
    ]
    found = find_header(rows)
    assert found is not None
    assert (found.row_last, found.cells[1]) == (0, "约定账期")


def test_years_over_months_are_joined() -> None:
    rows: list[list[object]] = [
        ["客户名称", "2025年", None, "2026年"],
        [None, "11月", "12月", "1月"],
    ]
    found = find_header(rows)
    assert found is not None
    assert (found.row_last, found.role) == (1, "sales")
    assert [period_of(c) for c in found.cells[1:]] == [
        "period:2025-11", "period:2025-12", "period:2026-01",
    ]  # fmt: skip


def test_a_line_of_field_codes_belongs_to_the_header() -> None:
    rows: list[list[object]] = [
        ["客户", "单据编号", "到期日", "未收金额"],
        ["FCUSTOMERID", "FBillNo", "FEndDate", "FBalanceAmtFor"],
        ["甲公司", "X1", "2026-03-31", "5"],
    ]
    found = find_header(rows)
    assert found is not None
    assert (found.row_first, found.row_last) == (0, 1)


def test_month_headers_may_be_dates() -> None:
    rows: list[list[object]] = [
        ["客户名称", dt.datetime(2026, 1, 1), dt.datetime(2026, 2, 1)],
        ["甲公司", 10.0, 20.0],
    ]
    found = find_header(rows)
    assert found is not None
    assert (found.role, found.cells[1]) == ("sales", "2026-01-01")


def test_whole_years_may_be_numbers() -> None:
    found = find_header([["客户名称", 2024, 2025.0], ["甲公司", 10.0, 20.0]])
    assert found is not None
    assert (found.role, found.cells) == ("sales", ["客户名称", "2024", "2025"])


def test_a_sheet_of_nothing_known_shows_what_was_found() -> None:
    found = find_header([["x"], ["往来户头", "末收金额", "客户名字"], [1.0, 2.0, 3.0]])
    assert found is not None
    assert (found.role, found.row_first) == ("", 1)
    assert [s.field for s in found.nearest] == ["open_minor", "customer"]
    assert found.why is not None
    assert "往来户头、末收金额、客户名字" in say(found.why, Lang.ZH)


def test_a_sheet_without_money_says_so() -> None:
    found = find_header([["客户名称", "单据编号", "到期日"]])
    assert found is not None
    assert found.lacking == ("money",)
    assert found.why is not None
    assert "缺少金额或余额列" in say(found.why, Lang.ZH)
    assert "lacks an amount" in say(found.why, Lang.EN)


def test_two_equal_balances_are_still_a_sheet_of_items() -> None:
    found = find_header([["客户名称", "到期日", "余额(USD)", "余额(CNY)"]])
    assert found is not None
    assert found.role == "items"


def test_a_blank_sheet_has_no_header() -> None:
    assert find_header([]) is None
    assert find_header([[None, ""], [" "]]) is None


def test_what_the_user_says_counts() -> None:
    rows: list[list[object]] = [
        ["户头", "单据编号", "到期日", "挂账数"],
        ["甲", "1", "2026-1-1", 5.0],
    ]
    found = find_header(rows, overrides={"客户": "户头", "未收金额": "挂账数"})
    assert found is not None
    assert (found.row_first, found.role) == (0, "items")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("1月", "period:01"), ("十二月", "period:12"), ("一月份", "period:01"),
        ("2026-01", "period:2026-01"), ("2026年3月", "period:2026-03"),
        ("202610", "period:2026-10"), ("2026-02-01", "period:2026-02"),
        ("Jan-26", "period:2026-01"), ("September 2025", "period:2025-09"),
        ("2025年度", "period:2025"), ("2025年销售额", "period:2025"),
        ("13月", None), ("2026-02-15", None), ("marketing", None), ("1 Month", None),
    ],
)  # fmt: skip
def test_months_and_years_as_headers(header: str, field: str | None) -> None:
    assert period_of(header) == field


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("0-30", True), ("31-60天", True), ("121-Above", True), ("< 1 Month", True),
        ("3年以上", True), ("1-2年", True), ("120+ Days", True), ("账龄0_30", True),
        ("30天内", True), ("91 or more days past due", True), ("61 - 90 days past due", True),
        ("2026-01-05", False), ("客户", False), ("2025", False),
    ],
)  # fmt: skip
def test_ageing_buckets_as_headers(header: str, wanted: bool) -> None:
    assert is_bucket(header) is wanted
