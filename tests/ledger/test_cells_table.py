"""Every way of writing money and days (T-22, T-23), through the real reader."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from functools import cache

import pytest
import xlsxwriter

from arcollect.errors import LedgerError, Problem
from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

HEADER = ("客户名称", "单据编号", "到期日", "未收金额")
ANCHOR = ("锚公司", "A0", "2026-01-31", "1.00")
Rows = list[tuple[object, ...]]
Maker = Callable[[Rows], bytes]


def as_csv(rows: Rows) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


def as_xlsx(rows: Rows) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write_string(at, column, str(value))
    return stream.getvalue()


MAKERS = pytest.mark.parametrize("make", [as_csv, as_xlsx], ids=["csv", "xlsx"])


def ledger_of(data: bytes, **options: str) -> Ledger:
    file = LedgerFile(data=data, name="台账.xlsx" if data.startswith(b"PK") else "台账.csv")
    return read([file], Policy(), ReadOptions(**options))  # type: ignore[arg-type]


@cache
def with_amounts(make: Maker, *texts: str) -> Ledger:
    """Every spelling on a row of its own: D1 in row 3, D2 in row 4 and so on."""
    rows = [("甲公司", f"D{n}", "2026-01-31", text) for n, text in enumerate(texts, 1)]
    return ledger_of(make([HEADER, ANCHOR, *rows]))


def told_of(ledger: Ledger, cell: str) -> list[Problem]:
    return [p for p in ledger.problems if p.cell == cell]


@cache
def with_dues(make: Maker, *texts: str, **options: str) -> Ledger:
    dues: Rows = [("甲公司", f"D{n}", text, "9.00") for n, text in enumerate(texts, 1)]
    return ledger_of(make([HEADER, ANCHOR, *dues]), **options)


def money_of(ledger: Ledger) -> dict[str, tuple[int, str]]:
    items = ledger.items
    return {
        str(number): (int(minor), str(currency))
        for number, minor, currency in zip(
            items["document_no"], items["open_minor"], items["currency"], strict=True
        )
    }


def days_of(ledger: Ledger) -> list[str]:
    rows = ledger.items[ledger.items["document_no"].astype(str) != "A0"]
    return [str(day)[:10] for day in rows["due_date"]]


def whys(problem: Problem) -> list[str]:
    """The key of a problem and of the reason inside it."""
    inner = problem.said.facts.get("why")
    return [problem.said.key, getattr(inner, "key", "")]


MONEY = {
    # signs and brackets
    "0": 0, "12": 1200, "  12  ": 1200, "+5": 500, "-12.50": -1250, "1,000.00-": -100000,
    "\u22125.00": -500, "－5.00": -500, "(1,000.00)": -100000, "（1,000.00）": -100000,
    "(￥1,000)": -100000, "￥-1,000": -100000, "-￥1,000": -100000, "+0.00": 0,
    # groups
    "1,234.50": 123450, "1，234.50": 123450, "1'234.50": 123450, "1,28,500.00": 12850000,
    "1\u00a0234.50": 123450, "1\u202f234.50": 123450, "12,345,678.90": 1234567890,
    # debit and credit
    "1,000.00 Dr": 100000, "1,000.00 CR": -100000, "1,28,500.00 Dr": 12850000, "500.00Cr.": -50000,
    "借 1,000.00": 100000, "1000.00贷": -100000, "贷：5": -500, "借方 5": 500, "5.00（贷）": -500, "5.00 (Cr)": -500, "5.00(借)": 500, "负5.00": -500,
    # currencies
    "￥123": 12300, "5元整": 500, "￥5 元整": 500, "¥22.30": 2230, "￥\uff11\uff12\uff13": 12300, "RMB 5": 500, "5元": 500,
    "1,000.00元": 100000, "人民币5元": 500, "8,000.00(CN)": 800000, "CNY 1,234.50": 123450,
    # units
    "12万": 12000000, "12.5 万": 12500000, "12.5万元": 12500000, "1.2亿": 12000000000,
    "-12.5万元": -12500000, "3千": 300000,
    # full width, stray white space, marks that Excel and printers leave
    "１，２３４．５０": 123450, "1,234.50\t": 123450, "\ufeff7": 700, "\u200b7": 700, "5.": 500,
    ".5": 50, "\u30007": 700,
    # amounts in words
    "壹拾贰万伍仟元整": 12500000, "人民币壹仟肆佰零玖元伍角": 140950, "陆仟零柒元壹角肆分": 600714,
    "叁佰贰拾伍圆零肆分正": 32504, "壹拾万柒仟元零伍角叁分": 10700053, "伍角": 50, "伍分": 5,
    "负壹佰元整": -10000, "零元整": 0, "十二万五千": 12500000, "壹万陆仟肆佰零玖元零贰分": 1640902,
}  # fmt: skip


@MAKERS
@pytest.mark.parametrize("text", MONEY)
def test_money(text: str, make: Maker) -> None:
    ledger, number = with_amounts(make, *MONEY), list(MONEY).index(text) + 1
    assert money_of(ledger)[f"D{number}"] == (MONEY[text], "CNY")
    assert told_of(ledger, f"D{number + 2}") == []


FOREIGN = {
    "$13.50": (1350, "USD"), "US$5": (500, "USD"), "5 USD": (500, "USD"), "USD 1,200.00": (120000, "USD"),
    "€5": (500, "EUR"), "HK$5": (500, "HKD"), "£5": (500, "GBP"), "5万美元": (5000000, "USD"),
    "JPY 1000.00": (1000, "JPY"), "KWD 1.234": (1234, "KWD"), "Rs.500": (50000, "INR"),
    "港币壹佰元整": (10000, "HKD"), "港币5元": (500, "HKD"), "新台币 5 元": (500, "TWD"),
}  # fmt: skip


@MAKERS
@pytest.mark.parametrize("text", FOREIGN)
def test_a_cell_that_names_its_currency_is_money_of_that_currency(text: str, make: Maker) -> None:
    number = list(FOREIGN).index(text) + 1
    assert money_of(with_amounts(make, *FOREIGN))[f"D{number}"] == FOREIGN[text]


NOT_MONEY = {
    "1.234,50": "money.decimal_comma", "12,34": "money.decimal_comma", "1e5": "money.exponent",
    "1.5E+05": "money.exponent", "12.5%": "money.percent", "约12万": "money.about",
    "12万左右": "money.about", "inf": "money.not_a_number", "nan": "money.not_a_number",
    "1e999": "money.exponent", "见附件": "money.not_a_number", "1.2.3": "money.not_a_number",
    "1²": "money.not_a_number", "1,000)": "money.not_a_number", "0,123": "money.not_a_number",
    "两万五": "money.not_a_number", "1.234": "money.point_or_thousands", "-(5)": "money.two_signs",
    "-5 Cr": "money.two_signs", "$5元": "money.two_currencies", "2026-01-05": "money.not_a_number",
    "99999999999999999999": "money.too_large",
}  # fmt: skip


@MAKERS
@pytest.mark.parametrize("text", NOT_MONEY)
def test_what_is_no_money_is_listed_with_its_cell_and_its_reason(text: str, make: Maker) -> None:
    ledger, number = with_amounts(make, *NOT_MONEY), list(NOT_MONEY).index(text) + 1
    (problem,) = told_of(ledger, f"D{number + 2}")
    assert (list(money_of(ledger)), problem.raw) == (["A0"], text)
    assert whys(problem) == ["ledger.amount_unreadable", NOT_MONEY[text]]


NOTHING = ("", " ", "-", "--", "—", "——", "/", "无", "N/A", "NULL", "￥ -")


@MAKERS
def test_nothing_is_missing_and_never_zero(make: Maker) -> None:
    ledger = with_amounts(make, *NOTHING)
    assert list(money_of(ledger)) == ["A0"]
    missing = [p for p in ledger.problems if p.said.key == "ledger.amount_missing"]
    assert [p.cell for p in missing] == [f"D{n}" for n in range(3, 3 + len(NOTHING))]


@MAKERS
def test_digits_below_a_cent_are_rounded_and_real_ones_told(make: Maker) -> None:
    ledger = with_amounts(make, "2.6755", "434.99999999999994")
    assert [money_of(ledger)[f"D{n}"][0] for n in (1, 2)] == [268, 43500]
    assert [p.cell for p in ledger.problems if p.said.key == "ledger.rounded"] == ["D3"]


JAN_5 = (
    "2026-01-05", "2026/1/5", "2026.1.5", "2026. 1. 5", "20260105", "2026年1月5日",
    "2026 年 01 月 05 日", "2026年1月5日 星期一", "2026-01-05 周一", "二〇二六年一月五日",
    "\uff12\uff10\uff12\uff16－\uff10\uff11－\uff10\uff15", "2026-01-05 20:37:39",
    "2026/01/05  20:37:39", "2026-01-05T20:37:39.123Z", "2026-01-05T20:37:39+08:00",
    "2026/1/5 8:00:00 PM", "2026年1月5日 20:37:39", "2026-01-05 23:59:59", "Mon, 5 Jan 2026",
    "5-Jan-2026", "05 January 2026", "5th Jan 2026", "Jan 5 2026", "January 5, 2026",
    "5.Jan.2026", "2026-Jan-05", "民国115年1月5日", "截至2026年1月5日", "截止日期：2026-01-05",
    "As at 5 January 2026", "46027", "46027.86", "2026-01-05\t",
)  # fmt: skip


@MAKERS
@pytest.mark.parametrize("text", JAN_5)
def test_a_day(text: str, make: Maker) -> None:
    ledger, at = with_dues(make, *JAN_5), JAN_5.index(text)
    assert days_of(ledger)[at] == "2026-01-05"
    assert told_of(ledger, f"C{at + 3}") == []


NO_DAY = {
    "2026年7月": "dates.no_day", "2026-07": "dates.no_day", "202607": "dates.no_day",
    "Jul 2026": "dates.no_day", "01/05": "dates.no_year", "7月18日": "dates.no_year",
    "########": "dates.destroyed", "00:00.0": "dates.destroyed", "2026-02-30": "dates.impossible",
    "2026-13-01": "dates.impossible", "2023-13-01": "dates.impossible", "1900-01-01": "dates.outside",
    "9999-12-31": "dates.outside", "99991231": "dates.outside", "2203-07-18": "dates.outside",
    "0023-07-18": "dates.outside", "12345": "dates.outside", "60": "dates.not_a_date",
    "2026-1/5": "dates.not_a_date", "7月底": "dates.not_a_date", "待定": "dates.not_a_date",
}  # fmt: skip


@MAKERS
@pytest.mark.parametrize("text", NO_DAY)
def test_what_is_no_day_keeps_its_money_under_no_due_date(text: str, make: Maker) -> None:
    ledger, at = with_dues(make, *NO_DAY), list(NO_DAY).index(text)
    assert (days_of(ledger)[at], money_of(ledger)[f"D{at + 1}"]) == ("NaT", (900, "CNY"))
    problem = next(p for p in told_of(ledger, f"C{at + 3}") if p.raw)
    assert whys(problem) == ["ledger.due_date_unreadable", NO_DAY[text]]


@MAKERS
def test_no_due_date_is_no_mistake_of_the_cell(make: Maker) -> None:
    ledger = with_dues(make, "", "-", "—", "/", "无", "无期限", "N/A", "0000-00-00")
    assert days_of(ledger) == ["NaT"] * 8
    assert [p.said.key for p in ledger.problems] == ["ledger.no_due_date"]


@MAKERS
@pytest.mark.parametrize(
    ("texts", "told", "days"),
    [
        (("03/04/2026", "13/04/2026"), None, ["2026-04-03", "2026-04-13"]),
        (("03/04/2026", "04/13/2026"), None, ["2026-03-04", "2026-04-13"]),
        (("03/04/2026",), "dmy", ["2026-04-03"]),
        (("03/04/2026",), "mdy", ["2026-03-04"]),
        (("23/7/18",), "ymd", ["2023-07-18"]),
        (("23/7/18", "23/7/5"), "ymd", ["2023-07-18", "2023-07-05"]),
        (("12-Aug-26",), None, ["2026-08-12"]),
        (("5/5/2026",), None, ["2026-05-05"]),
        (("31.10.2026", "01.02.2026"), None, ["2026-10-31", "2026-02-01"]),
    ],
)
def test_day_and_month_by_proof_or_by_the_user(
    texts: tuple[str, ...], told: str | None, days: list[str], make: Maker
) -> None:
    options = {"date_order": told} if told else {}
    assert days_of(with_dues(make, *texts, **options)) == days


@MAKERS
@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("03/04/2026",), "ledger.date_order_unknown"),
        (("03/04/2026", "05/06/2026"), "ledger.date_order_unknown"),
        (("11/7/18",), "ledger.date_order_unknown"),
        (("13/02/2026", "02/13/2026"), "ledger.date_orders_conflict"),
    ],
)
def test_day_and_month_without_proof_are_refused(
    texts: tuple[str, ...], key: str, make: Maker
) -> None:
    with pytest.raises(LedgerError) as caught:
        with_dues(make, *texts)
    assert caught.value.said.key == key
    assert caught.value.hint is not None


CHINESE_IDS = (27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58)


def dated(number: float, *, id_or_code: object = "yyyy-mm-dd", from_1904: bool = False) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": from_1904}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ("锚公司", "A0", "2026-01-31", 1.0))
        sheet.write_row(2, 0, ("甲公司", "D1", None, 9.0))
        sheet.write_number(2, 2, number, book.add_format({"num_format": id_or_code}))
    return stream.getvalue()


@pytest.mark.parametrize("number_format", CHINESE_IDS)
def test_the_date_formats_of_a_chinese_excel_carry_no_code(number_format: int) -> None:
    assert days_of(ledger_of(dated(46027, id_or_code=number_format))) == ["2026-01-05"]


@pytest.mark.parametrize(
    "code", ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "General"]
)
def test_serials_of_1900_and_1904(code: str) -> None:
    assert days_of(ledger_of(dated(46027, id_or_code=code))) == ["2026-01-05"]
    assert days_of(ledger_of(dated(46027.99999, id_or_code=code))) == ["2026-01-05"]
    if code != "General":  # a plain number has no calendar of its own
        from_1904 = dated(46027 - 1462, id_or_code=code, from_1904=True)
        assert days_of(ledger_of(from_1904)) == ["2026-01-05"]


@pytest.mark.parametrize("number", [-1, 1, 59, 60, 32874 - 1, 65746 + 1, 110625, 20261301])
def test_a_number_that_is_no_day_keeps_its_money(number: int) -> None:
    ledger = ledger_of(dated(number, id_or_code="General"))
    assert (days_of(ledger), money_of(ledger)["D1"]) == (["NaT"], (900, "CNY"))
    assert [p.said.key for p in told_of(ledger, "C3") if p.raw] == ["ledger.due_date_unreadable"]


def test_the_first_and_the_last_day_that_are_believed() -> None:
    assert days_of(ledger_of(dated(32874, id_or_code="General"))) == ["1990-01-01"]
    last = (dt.date(2079, 12, 31) - dt.date(1899, 12, 30)).days
    assert days_of(ledger_of(dated(last, id_or_code="General"))) == ["2079-12-31"]


@MAKERS
def test_ids_keep_their_zeros_and_their_length(make: Maker) -> None:
    header = ("客户编码", *HEADER)
    long = "25312000000012345678"
    ledger = ledger_of(make([header, ("000123", "甲公司", long, "2026-01-31", "9")]))
    assert ledger.items["document_no"].astype(str).tolist() == [long]
    assert ledger.items["customer_code"].astype(str).tolist() == ["000123"]


def test_ids_that_excel_has_cut_already_are_reported() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ("甲公司", 25312000000012345678, "2026-01-31", 9.0))
        sheet.write_row(2, 0, ("甲公司", 1930571429.0, "2026-01-31", 9.0))
    ledger = ledger_of(stream.getvalue())
    assert [(p.cell, p.said.key) for p in ledger.problems] == [("B2", "ledger.ruined_number")]
    assert ledger.items["document_no"].astype(str).tolist()[1] == "1930571429"


@MAKERS
@pytest.mark.parametrize(
    ("unit", "minor"), [("元", 123450), ("万元", 1234500000), ("千元", 123450000)]
)
def test_the_unit_of_the_header(unit: str, minor: int, make: Maker) -> None:
    header = (*HEADER[:3], f"未收金额（{unit}）")
    ledger = ledger_of(make([header, ("甲", "D1", "2026-01-31", "1,234.50")]))
    assert money_of(ledger)["D1"][0] == minor


@pytest.mark.parametrize(
    ("sheet", "currency"),
    [("账龄明细 USD", "USD"), ("应收(美元)", "USD"), ("USD", "USD"), ("应收_人民币", "CNY"),
     ("AR - EUR", "EUR"), ("应收明细", "CNY"), ("2026 ALL", "CNY"), ("Items", "CNY")],
)  # fmt: skip
def test_a_sheet_may_name_its_currency(sheet: str, currency: str) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        made = book.add_worksheet(sheet)
        made.write_row(0, 0, HEADER)
        made.write_row(1, 0, ("甲公司", "D1", "2026-01-31", 9.0))
    assert money_of(ledger_of(stream.getvalue()))["D1"] == (900, currency)
