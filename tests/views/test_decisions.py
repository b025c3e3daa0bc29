"""The decisions asked for: whose money, how old, and how many there are."""

from __future__ import annotations

import datetime as dt

from tests.views.reading import findings_of

from arcollect.text import Lang
from arcollect.views.decisions import MOST, decisions_table


def rows(csv, as_of=dt.date(2026, 11, 21)):
    table = decisions_table(findings_of(csv, as_of), Lang.EN)
    if table is None:
        return []
    return list(zip(*(c.values for c in table.columns[:4]), strict=True))


def test_two_own_companies_are_never_one_sum():  # U-06
    found = rows("""
        公司,客户名称,单据编号,到期日,未收金额
        甲方一,乙公司,A1,2026-01-31,100.00
        甲方二,乙公司,A2,2026-01-31,30.00
        """)
    assert [(name, str(amount)) for _, name, _, amount in found] == [
        ("乙公司 · 甲方一", "100.00"),
        ("乙公司 · 甲方二", "30.00"),
    ]


def test_two_customers_of_one_name_are_two():
    found = rows("""
        客户编码,客户名称,单据编号,到期日,未收金额
        C1,乙公司,A1,2026-01-31,100.00
        C2,乙公司,A2,2026-01-31,30.00
        """)
    assert [str(amount) for *_, amount in found] == ["100.00", "30.00"]


def test_written_off_only_after_more_than_three_calendar_years():  # U-10
    line = "客户名称,单据编号,到期日,未收金额\n乙公司,A1,{due},100.00"
    assert [r[0] for r in rows(line.format(due="2023-11-21"))] == ["Consider suing"]
    assert [r[0] for r in rows(line.format(due="2023-11-20"))] == ["Review for write-off"]


def test_what_is_cut_is_counted():
    lines = [f"客户{n:02d},A{n},2026-01-31,100.00" for n in range(MOST + 3)]
    table = decisions_table(
        findings_of("\n".join(["客户名称,单据编号,到期日,未收金额", *lines])), Lang.EN
    )
    assert table is not None
    assert len(table) == MOST
    assert table.notes[0].startswith("3 more")
