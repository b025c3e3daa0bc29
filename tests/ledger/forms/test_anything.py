"""Whatever stands in the cells: a ledger that ties out, or a sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.fake import Desk, Uncomputed, sheet

from arcollect.errors import ArcollectError
from arcollect.text import Lang, say

HEADS = (
    "客户编码 客户名称 单据编号 单据类型 单据日期 到期日 付款条件 币别 应收金额 未收金额 结清日期",
    "日期 客户名称 凭证号 摘要 借方 贷方 方向 余额",
    "年 月 日 凭证号 摘要 借方 贷方 余额",
    "客户名称 发票号码 开票日期 货物名称 数量 金额 税额 价税合计",
    "收款日期 客户名称 收款金额 核销单据号 收款方式 票据到期日 状态",
    "客户编码 客户名称 付款条件 信用额度 语言 风险标记 已发函级别 已发函日期",
    "客户 1月 2月 3月",
)
WORDS = "甲 甲公司 C1 合计 小计 期初余额 NA 是 借 月结60 30%预付,70%货到30天".split()
FIGURES = "2026-01-05 5/1/2026 1,234.50 (20) USD5 约3 #REF!".split()
cells = st.one_of(
    st.none(),
    st.sampled_from(["", *WORDS]),
    st.sampled_from(FIGURES),
    st.floats(allow_nan=True, width=32),
    st.integers(-(10**16), 10**16),
    st.dates(dt.date(1999, 1, 1), dt.date(2030, 1, 1)),
    st.booleans(),
    st.just(Uncomputed()),
    st.text(max_size=6),
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(HEADS), st.data())
def test_any_cells_give_a_ledger_that_ties_out_or_a_sentence(
    head: str, data: st.DataObject
) -> None:
    heads = head.split()
    rows = data.draw(
        st.lists(st.lists(cells, min_size=len(heads), max_size=len(heads)), max_size=6)
    )
    good: list[list[object]] = [
        ["客户名称", "单据编号", "到期日", "未收金额"],
        ["甲", "A1", dt.date(2026, 1, 1), 5.0],
    ]
    with pytest.MonkeyPatch.context() as patch:
        try:
            ledger = Desk(patch).read(sheet([list[object](heads), *rows], "一"), sheet(good, "二"))
        except ArcollectError as refused:
            say(refused.said, Lang.EN)
            return
    for (file, name), count in ledger.control.sheet_rows.items():
        classes = [c for c in ledger.control.classes if (c.file, c.sheet) == (file, name)]
        assert sum(c.rows for c in classes) == count
    by_class = [
        c.money for c in ledger.control.classes if (c.row_class, c.role) == ("item", "items")
    ]
    for currency, total in (
        ledger.items.groupby("currency", observed=True)["open_minor"].sum().items()
    ):
        counted = sum(money.get(str(currency), 0) for money in by_class)
        assert counted == total or ledger.source.form == "journal"
    for problem in ledger.problems:
        assert say(problem.said, Lang.ZH)
        assert say(problem.said, Lang.EN)
