from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.views.chase.cases import dunning

from arcollect.text import Lang
from arcollect.views.chase import wording


@pytest.mark.parametrize(
    ("rate", "zh", "en"),
    [
        ("0.0005", "每日万分之五", "0.05% per day"),
        ("0.001", "每日千分之一", "0.1% per day"),
        ("0.00035", "每日0.035%", "0.035% per day"),
        ("0.02", "每日2%", "2% per day"),
    ],
)
def test_rates_in_words(rate, zh, en):
    share = Fraction(rate)
    assert wording.rate_in_words(share, Lang.ZH) == zh
    assert wording.rate_in_words(share, Lang.EN) == en


@pytest.mark.parametrize(
    ("raw", "zh", "en"),
    [("5", "第5条", "clause 5"), ("第5条", "第5条", "clause 5"), ("8.2", "第8.2条", "clause 8.2"),
     ("补充协议第2款", "补充协议第2款", "补充协议第2款"), ("", "", "")],
)  # fmt: skip
def test_clauses(raw, zh, en):
    assert (wording.clause(raw, Lang.ZH), wording.clause(raw, Lang.EN)) == (zh, en)


def test_dates_and_appointments():
    at = dt.datetime(2026, 11, 2, 15)
    assert wording.appointment(at, Lang.ZH) == "2026年11月2日（星期一）下午3点"
    assert wording.appointment(at, Lang.EN) == "Monday, 2 November 2026, at 3 p.m."


def test_amounts_name_the_currency():
    """U-26."""
    assert wording.amount(12_500_000, "CNY", Lang.ZH) == "人民币125,000.00元"
    assert wording.amount_in_words(12_500_000, "CNY", Lang.ZH) == "人民币壹拾贰万伍仟元整"
    assert wording.amount(1_234_56, "USD", Lang.EN) == "USD 1,234.56"
    assert wording.amount_in_words(1_234_56, "USD", Lang.ZH).startswith("美元")


def test_copies():
    assert [wording.copies(n, Lang.ZH) for n in (1, 2, 3)] == ["", "一式两份", "一式3份"]


def test_a_title_that_the_name_says_is_not_said_twice():
    assert wording.titled("赵厂长", "厂长", Lang.ZH) == "赵厂长"


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("李经理", "采购经理", "李经理（采购）"),
        ("李敏", "采购经理", "李敏（采购经理）"),
        ("李敏", "", "李敏"),
    ],
)
def test_a_title_in_brackets_where_people_are_listed(name, title, expected):
    assert wording.titled(name, title, Lang.ZH) == expected


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("李敏", "采购经理", "李敏经理"),
        ("赵厂长", "厂长", "赵厂长"),
        ("刘振", "副总经理兼财务总监", "刘振副总经理"),
        ("王主管", "财务主管", "王主管"),
        ("陈涛", "总会计师", "陈涛总会计师"),
        ("李敏", "采购部", "李敏先生/女士"),
        ("李敏", "", "李敏先生/女士"),
        ("王总", "法定代表人", "王总"),
        ("Anna Berg", "CFO", "Anna Berg"),
    ],
)
def test_a_salutation_has_no_brackets_and_says_a_rank_once(name, title, expected):
    """R000-13: as somebody is spoken to."""
    notice = replace(dunning("L1").notices[0], addressee=name, addressee_title=title)
    assert wording.salutation(notice, Lang.ZH) == expected
    assert wording.salutation(notice, Lang.EN) == f"Dear {name}"
