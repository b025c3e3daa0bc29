"""Dates, yes and no, rates per day."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.fake import column

from arcollect.errors import Message
from arcollect.ledger.cells.days import DayCells
from arcollect.ledger.cells.flags import flag_column, rate, unclear


def days(*cells: object) -> list[str]:
    found = DayCells(column(*cells))
    order = found.order()
    assert not isinstance(order, Message)
    return [str(d)[:10] for d in found.read(order).days]


def test_dates_serials_and_written_days() -> None:
    cells = (dt.date(2026, 1, 5), 46027.75, "2026年1月5日", 20260105, "46027", "", None, 0)
    assert days(*cells) == ["2026-01-05"] * 5 + ["NaT"] * 3


def test_what_is_no_date_is_bad_not_blank() -> None:
    read = DayCells(column("下周", "2026-02-30", "", None, "无", 5, "#REF!")).read(None)
    assert read.bad.tolist() == [True, True, False, False, False, True, True]


def test_the_order_is_that_of_the_whole_column() -> None:
    assert days("03/04/2026", "25/04/2026") == ["2026-04-03", "2026-04-25"]
    assert days("3/4/2026", "4/25/2026") == ["2026-03-04", "2026-04-25"]


def test_two_orders_in_one_column_are_a_refusal() -> None:
    found = DayCells(column("13/02/2026", "02/13/2026")).order()
    assert isinstance(found, Message)
    assert found.key == "dates.conflicting_orders"


def test_an_order_that_nothing_proves_is_undecided() -> None:
    cells = DayCells(column("2026-01-02", "03/04/2026"))
    assert cells.order() is None
    assert cells.undecided() is not None


@pytest.mark.parametrize(
    "cell", ["是", "Y", "yes", "1", 1, True, "√", "坏账", "有", "TRUE", "已拒付"]
)
def test_yes(cell: object) -> None:
    assert flag_column(column(cell)).tolist() == [True]
    assert unclear(column(cell)).tolist() == [False]


@pytest.mark.parametrize(
    "cell",
    ["否", "N", "no", "0", 0, False, "", None, "无", "未", "--", "未拒付", "非关联方", "N/A"],
)
def test_no(cell: object) -> None:
    assert flag_column(column(cell)).tolist() == [False]
    assert unclear(column(cell)).tolist() == [False]


@pytest.mark.parametrize("cell", ["可能", "待核实", "maybe", "5,000.00", 5000, 2, "#N/A!", "#REF!"])
def test_neither_yes_nor_no(cell: object) -> None:
    assert flag_column(column(cell)).tolist() == [False]
    assert unclear(column(cell)).tolist() == [True]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("0.05%", 0.0005),
        ("0.05%/天", 0.0005),
        ("0.5‰", 0.0005),
        ("万分之五", 0.0005),
        ("每日万分之五", 0.0005),
        ("日万分之3", 0.0003),
        ("0.0005", 0.0005),
        ("千分之一", 0.001),
        ("5", None),
        ("面议", None),
        ("", None),
    ],
)
def test_a_rate_per_day(text: str, share: float | None) -> None:
    assert rate(text) == pytest.approx(share) if share else rate(text) is None


def test_a_real_day_of_another_century_is_told_as_that_day() -> None:
    cells = DayCells(column(dt.date(2099, 7, 1), "待定"))
    outside, word = cells.why(0), cells.why(1)
    assert outside
    assert (outside.key, outside.facts["raw"]) == ("dates.outside", "2099-07-01")
    assert word
    assert word.key == "dates.not_a_date"
