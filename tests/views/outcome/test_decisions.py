"""The decisions asked for: whose money, how old, and how many there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.views.reading import findings_of

from arcollect.analysis.claims.limits.limitation import limitation
from arcollect.policy import Policy
from arcollect.register.entries import History
from arcollect.text import Lang
from arcollect.views.outcome.decisions import MOST, decisions_table


def rows(csv, as_of=dt.date(2026, 11, 21)):
    table = decisions_table(findings_of(csv, as_of), Lang.EN)
    if table is None:
        return []
    return list(zip(*(c.values for c in table.columns[:3]), strict=True))


def test_two_own_companies_are_never_one_sum():  # U-06
    found = rows("""
        公司,客户名称,单据编号,到期日,未收金额
        甲方一,乙公司,A1,2026-01-31,100.00
        甲方二,乙公司,A2,2026-01-31,30.00
        """)
    assert [(name, str(amount)) for name, _, amount in found] == [
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
    assert [r[1] for r in rows(line.format(due="2023-11-21"))] == ["Consider suing"]
    assert [r[1] for r in rows(line.format(due="2023-11-20"))] == ["Review for write-off"]


def test_what_is_cut_is_counted():
    lines = [f"客户{n:02d},A{n},2026-01-31,100.00" for n in range(MOST + 3)]
    table = decisions_table(
        findings_of("\n".join(["客户名称,单据编号,到期日,未收金额", *lines])), Lang.EN
    )
    assert table is not None
    assert len(table) == MOST
    assert table.notes[0].startswith("3 more")


def test_what_is_long_comes_from_the_policy():  # R000-33
    csv = "客户名称,单据编号,到期日,未收金额\n乙公司,A1,2026-09-30,100.00"
    assert decisions_table(findings_of(csv), Lang.EN) is None
    policy = Policy.model_validate({"recover": {"min_days": 31}})
    table = decisions_table(findings_of(csv, policy=policy), Lang.EN)
    assert table is not None
    assert table.columns[4].values == ["the part 31 or more days late (up to 31)"]


def test_limitation_that_ends_soon_is_said():  # R-LAW-05: due 2023-11-21, 0 days left
    day = dt.date(2026, 11, 21)
    found = findings_of("客户名称,单据编号,到期日,未收金额\n乙公司,A1,2023-11-21,100.00", day)
    found = replace(found, limits=limitation(found.position, History(), found.policy))
    table = decisions_table(found, Lang.EN)
    assert table is not None
    (why,) = table.columns[4].values
    assert str(why).endswith("; limitation of A1 ends on 2026-11-21 (0 days left)")
