"""From files on disk to one ledger: nothing lost, nothing counted twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.fake import Desk, sheet, table

from arcollect.errors import LedgerError, Severity, UsageError
from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.ledger.schema import (
    CONTACT_COLUMNS,
    CUSTOMER_COLUMNS,
    ITEM_COLUMNS,
    RECEIPT_COLUMNS,
    SALES_COLUMNS,
    Ledger,
    dtype_of,
)
from arcollect.policy import Policy
from arcollect.text import Lang, say

HEADERS: list[object] = "客户编码 客户名称 单据编号 单据日期 到期日 未收金额".split()  # type: ignore[assignment]
ROWS: list[list[object]] = [
    ["00123", "甲公司", "A1", dt.date(2026, 1, 1), dt.date(2026, 2, 1), 434.99999999999994],
    ["00124", "NA", "A2", "2026-01-02", "2026/2/2", "1,234.50"],
    ["合计", None, None, None, None, 1669.5],
]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = xlsxwriter.Workbook(path)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        made = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    made.write_datetime(at, column, value, day)
                elif isinstance(value, str):
                    made.write_string(at, column, value)
                elif value is not None:
                    made.write(at, column, value)
    book.close()
    return path


def delimited(path: Path, encoding: str = "utf-8") -> Path:
    lines = [",".join("" if c is None else f'"{c}"' for c in row) for row in [HEADERS, *ROWS]]
    path.write_text("\n".join(lines), encoding=encoding)
    return path


def essence(ledger: Ledger) -> list[tuple[object, ...]]:
    columns = ["customer_key", "customer", "document_no", "due_date", "open_minor"]
    return [tuple(map(str, row)) for row in ledger.items[columns].to_numpy()]


EXPECTED = [
    ("00123", "甲公司", "A1", "2026-02-01 00:00:00", "43500"),
    ("00124", "NA", "A2", "2026-02-02 00:00:00", "123450"),
]


@pytest.mark.parametrize("kind", ["xlsx", "csv", "gbk.csv"])
def test_the_same_ledger_in_any_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"ledger.{kind}"
    if kind == "xlsx":
        workbook(path, 明细=[HEADERS, *ROWS])
    else:
        delimited(path, "gb18030" if "gbk" in kind else "utf-8")
    ledger = read([LedgerFile(path)], Policy())
    assert essence(ledger) == EXPECTED
    assert ledger.control.printed[0].computed_minor == 166950


def test_standard_input_has_a_name(tmp_path: Path) -> None:
    data = delimited(tmp_path / "x.csv").read_bytes()
    ledger = read([LedgerFile(data=data, name="-")], Policy())
    assert essence(ledger) == EXPECTED
    assert ledger.source.files == ("-",)


def test_several_files_are_one_ledger(tmp_path: Path) -> None:
    first = workbook(tmp_path / "a.xlsx", 明细=[HEADERS, *ROWS[:1]])
    second = workbook(tmp_path / "b.xlsx", 明细=[HEADERS, *ROWS[1:]])
    ledger = read([LedgerFile(first), LedgerFile(second)], Policy())
    assert essence(ledger) == EXPECTED
    assert ledger.items["source"].tolist() == ["a.xlsx", "b.xlsx"]
    assert len(ledger.source.sha256) == 64


def test_every_frame_has_the_columns_and_types_of_the_schema(tmp_path: Path) -> None:
    ledger = read([LedgerFile(workbook(tmp_path / "l.xlsx", 明细=[HEADERS, *ROWS]))], Policy())
    frames = {
        ITEM_COLUMNS: ledger.items,
        RECEIPT_COLUMNS: ledger.receipts,
        CUSTOMER_COLUMNS: ledger.customers,
        CONTACT_COLUMNS: ledger.contacts,
        SALES_COLUMNS: ledger.sales,
    }
    for columns, frame in frames.items():
        assert tuple(frame.columns) == columns
        assert {c: str(t) for c, t in frame.dtypes.items()} == {c: dtype_of(c) for c in columns}


@pytest.mark.parametrize(
    ("maps", "error"), [({"客户": "没有的列"}, LedgerError), ({"不存在": "客户名称"}, UsageError)]
)
def test_a_slip_in_a_map_is_refused(
    tmp_path: Path, maps: dict[str, str], error: type[Exception]
) -> None:
    path = workbook(tmp_path / "l.xlsx", 明细=[HEADERS, *ROWS])
    with pytest.raises(error):
        read([LedgerFile(path)], Policy(), ReadOptions(maps=maps))


def test_every_problem_can_be_said_in_both_languages(desk: Desk) -> None:
    heads = "客户编码|客户名称|单据编号|单据类型|单据日期|到期日|付款条件|币别|应收金额|已收金额"
    rows = """|未收金额
        1e30|甲\u202e|A1|应收单|下周|下周|老规矩|金币|100|x|70
        C1|甲|A1|应收单|2026-01-01|2026-02-01|30天|CNY|100|10|70
        C1|甲二|A1|应收单|2026-01-01|2026-02-01|30天|CNY|100|10|70
        C2|甲|A1|红字|2026-01-01||货到30天|USD|2.675||
        C3||A3|应收单|2026-01-01|||￥|约3||约3
        ||A4|应收单|2026-01-01||||5||5
        合计||||||||1||1"""
    hidden = sheet(table("客户名称|单据编号|到期日|未收金额\n甲|Z|2026-01-01|1"), "旧", hidden=True)
    ledger = desk.read(sheet(table(heads + rows), hidden_rows=frozenset({2})), hidden)
    assert len({p.said.key for p in ledger.problems}) >= 12
    for problem in ledger.problems:
        for lang in Lang:
            assert "{" not in say(problem.said, lang)
            assert problem.remedy is None or say(problem.remedy, lang)


cents = st.integers(-(10**11), 10**11)
line = st.one_of(
    st.tuples(st.just("item"), st.sampled_from(["甲", "乙", "NA", "合计公司"]), cents),
    st.tuples(st.sampled_from(["blank", "total", "bad", "nobody", "title"]), st.just(""), cents),
)


def written(kind: str, name: str, minor: int, at: int) -> list[object]:
    amount = f"{Decimal(minor).scaleb(-2):,}"
    day = dt.date(2026, 1, 1)
    rows: dict[str, list[object]] = {
        "item": [name, f"A{at}", day, amount],
        "blank": [None, None, None, None],
        "total": ["合计", None, None, amount],
        "bad": ["甲", f"A{at}", day, "约12万"],
        "nobody": [None, f"A{at}", day, amount],
        "title": ["以上数据仅供参考", None, None, None],
    }
    return rows[kind]


@settings(deadline=None, max_examples=60)
@given(st.lists(line, min_size=1, max_size=30), st.integers(0, 3))
def test_rows_by_class_and_money_tie_out_whatever_is_written(
    lines: list[tuple[str, str, int]], titles: int
) -> None:
    """Invariant 1: every row is in one class, every cent in items or unusable rows."""
    lines = [("item", "甲", 100), *lines]
    body = [written(*each, at) for at, each in enumerate(lines)]
    heading: list[list[object]] = [[t] for t in ["标题", *["二"] * titles]]
    rows: list[list[object]] = [*heading, ["客户名称", "单据编号", "到期日", "未收金额"], *body]
    with pytest.MonkeyPatch.context() as patch:
        ledger = Desk(patch).read(sheet(rows))
    classes = {c.row_class.value: c for c in ledger.control.classes}
    assert sum(c.rows for c in classes.values()) == len(rows)
    wanted = Counter(kind for kind, _, _ in lines)
    assert classes["item"].rows == wanted["item"] == len(ledger.items)
    lost = [p for p in ledger.problems if p.severity is Severity.EXCLUDED]
    assert len(lost) == wanted["bad"] + wanted["nobody"]
    used = sum(minor for kind, _, minor in lines if kind == "item")
    aside = sum(minor for kind, _, minor in lines if kind == "nobody")
    assert classes["item"].money["CNY"] == used == ledger.items["open_minor"].sum()
    assert sum(p.amount_minor or 0 for p in lost) == aside
    unusable = classes.get("unusable")
    assert (unusable.money.get("CNY", 0) if unusable else 0) == aside
