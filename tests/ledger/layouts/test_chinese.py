"""Exports of Chinese systems and hand-made ledgers, read without a single option."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.layouts.made import (
    Rows,
    balances,
    counts,
    keys,
    laid,
    stood,
    ties_out,
    workbook,
)  # fmt: skip

from arcollect.errors import LedgerError
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

D = dt.date

KINGDEE: Rows = [
    ["应收款账龄分析表"],
    ["截止日期：2026-10-31", None, None, "币别：所有币别"],
    "往来单位编码 往来单位 单据编号 业务日期 到期日 尚未收款金额（本位币） 尚未收款金额（原币） 币别 "
    "本位币 结算组织 销售部门 销售员 单据类型".split(),
    ["C001", "华东机电有限公司", "AR00001", D(2026, 7, 5), D(2026, 9, 30), 11300.00, 11300.00,
     "人民币", "人民币", "澜亭电机", "华东区", "张三", "应收单"],
    ["C001", "华东机电有限公司", "AR00002", D(2026, 8, 5), D(2026, 10, 31), 22600.50, 22600.50,
     "人民币", "人民币", "澜亭电机", "华东区", "张三", "应收单"],
    ["C001", "华东机电有限公司", "SKD0001", D(2026, 9, 1), None, -5000.00, -5000.00,
     "人民币", "人民币", "澜亭电机", "华东区", "张三", "收款单"],
    [None, "华东机电有限公司(小计)", None, None, None, 28900.50, 28900.50],
    ["C002", "Nordic Pumps AB", "AR00003", D(2026, 6, 1), D(2026, 7, 1), 71200.00, 10000.00,
     "美元", "人民币", "澜亭电机", "海外部", "李四", "应收单"],
    [None, "Nordic Pumps AB(小计)", None, None, None, 71200.00, 10000.00],
    ["合计", None, None, None, None, 100100.50],
]  # fmt: skip


def test_kingdee_aging_analysis() -> None:
    ledger = laid(workbook(KINGDEE), "应收款账龄分析表.xlsx")
    assert balances(ledger) == {
        ("华东机电有限公司", "CNY"): 28_900_50,
        ("Nordic Pumps AB", "USD"): 10_000_00,
    }
    assert ledger.items["kind"].tolist() == ["invoice", "invoice", "receipt", "invoice"]
    assert counts(ledger) == {"title": 2, "header": 1, "item": 4, "subtotal": 2, "total": 1}
    assert ledger.source.cutoff == D(2026, 10, 31)
    assert set(ledger.items["company"]) == {"澜亭电机"}
    assert ties_out(ledger)
    assert keys(ledger) == []


JOURNAL: Rows = [
    ["客户往来明细账"],
    ["客户：华东机电有限公司", None, None, None, None, "期间：2026-01 至 2026-03"],
    "年 月 日 单据类型 单据号 摘要 借方 贷方 方向 余额".split(),
    ["2026", None, None, None, None, "期初余额", None, None, "借", "10,000.00"],
    ["2026", "1", "5", "销售出库", "XS-001", "销售电机", "5,650.00", None, "借", "15,650.00"],
    [None, "1", "20", "收款单", "SK-001", "收货款", None, "5,650.00", "借", "10,000.00"],
    [None, None, None, None, None, "本月合计", "5,650.00", "5,650.00", "借", "10,000.00"],
    [None, "2", "3", "销售出库", "XS-002", "销售水泵", "1,130.00", None, "借", "11,130.00"],
    [None, "2", "28", "收款单", "SK-002", "收货款", None, "12,000.00", "贷", "870.00"],
    [None, None, None, None, None, "本月合计", "1,130.00", "12,000.00", "贷", "870.00"],
    [None, None, None, None, None, "本年累计", "6,780.00", "17,650.00", "贷", "870.00"],
]


def test_customer_ledger_with_the_day_in_three_columns() -> None:
    ledger = laid(workbook(JOURNAL), "往来明细账.xlsx")
    assert ledger.source.form == "journal"
    assert ledger.items["kind"].tolist() == ["opening", "invoice", "receipt", "invoice", "receipt"]
    assert [str(d)[:10] for d in ledger.items["issue_date"]] == [
        "NaT", "2026-01-05", "2026-01-20", "2026-02-03", "2026-02-28",
    ]  # fmt: skip
    assert balances(ledger) == {("华东机电有限公司", "CNY"): -870_00}
    assert ties_out(ledger)


def test_an_overpaid_journal_ends_as_an_advance() -> None:
    ledger = laid(workbook(JOURNAL), "往来明细账.xlsx")
    position = stood(ledger, D(2026, 3, 31))
    assert position.open.empty
    assert position.credits["unapplied_minor"].sum() == 870_00


BALANCES: Rows = [
    ["核算项目余额表"],
    ["公司名称：某某有限公司", None, None, None, None, None, None, "期间：202601-202612"],
    "期间 客户编码 客户名称 科目编码 科目名称 期初 期初 本期发生额 本期发生额 本年累计 本年累计 "
    "期末 期末".split(),
    "期间 客户编码 客户名称 科目编码 科目名称 借方 贷方 借方 贷方 借方 贷方 借方 贷方".split(),
    ["202601-202612", "C1", "甲公司", "1122", "应收账款", 1.0, 0.0, 2.0, 0.0, 2.0, 0.0, 3.0, 0.0],
]
PARTIES: Rows = [
    "客户 客户 期初余额 期初余额 借方 贷方 期末金额 期末金额".split(),
    "编码 名称 期初金额方向 期初金额 借方 贷方 期末金额方向 期末金额".split(),
    ["C1", "甲公司", "借", 100, 50, 20, "借", 130],
]


@pytest.mark.parametrize("rows", [BALANCES, PARTIES], ids=["核算项目余额表", "往来余额表"])
def test_balance_lists_are_refused_for_the_right_reason(rows: Rows) -> None:
    with pytest.raises(LedgerError) as refused:
        laid(workbook(rows), "余额表.xlsx")
    assert refused.value.said.key == "ledger.balances_only"


E_INVOICE = (
    "序号 发票代码 发票号码 数电发票号码 销方识别号 销方名称 购方识别号 购买方名称 开票日期 税收分类编码 "
    "特定业务类型 货物或应税劳务名称 规格型号 单位 数量 单价 金额 税率 税额 价税合计 发票来源 发票票种 "
    "发票状态 是否正数发票 发票风险等级 开票人 备注"
).split()


def line(
    number: str, buyer: str, day: str, *money: str, state: str = "正常", remark: str = ""
) -> list[object]:
    """One line of a tax bureau export; money: net, tax, gross."""
    net, tax, gross = money
    positive = "否" if gross.startswith("-") else "是"
    return [
        "1", "", "", number, "91310000MA1TEST001", "澜亭电机有限公司", "91320000MA1TEST002", buyer,
        day, "1090000000000000000", "", "*电机*伺服电机", "", "台", "1", net, net, "13%", tax,
        gross, "电子发票服务平台", "数电发票（增值税专用发票）", state, positive, "正常", "王五", remark,
    ]  # fmt: skip


E_INVOICES: Rows = [
    ["全量发票查询导出结果"],
    E_INVOICE,
    line("25312000000012345678", "甲仪器", "2026-03-05 10:11:12", "1000.00", "130.00", "1130.00"),
    line("25312000000012345678", "甲仪器", "2026-03-05 10:11:12", "200.00", "26.00", "226.00"),
    line("25312000000012345700", "乙机床", "2026-03-09 09:00:00", "5000.00", "650.00", "5650.00",
         state="已红冲-全额"),
    line("25312000000012345811", "乙机床", "2026-04-01 09:00:00", "-5000.00", "-650.00", "-5650.00",
         remark="被红冲蓝字数电发票号码：25312000000012345700 红字发票信息确认单编号：31001"),
    line("25312000000012345900", "乙机床", "2026-04-02 09:00:00", "10.00", "1.30", "11.30",
         state="作废"),
]  # fmt: skip


def e_invoices() -> Ledger:
    return laid(workbook(E_INVOICES), "全量发票查询导出结果.xlsx", default_terms="月结30")


def test_every_line_of_an_e_invoice_adds_up_and_the_number_keeps_its_20_digits() -> None:
    ledger = e_invoices()
    assert balances(ledger) == {("甲仪器", "CNY"): 1_356_00, ("乙机床", "CNY"): 0}
    assert ledger.items["invoice_no"].tolist()[:2] == ["25312000000012345678"] * 2
    assert [str(d)[:10] for d in ledger.items["due_date"]][:2] == ["2026-04-30"] * 2
    assert ties_out(ledger)


def test_a_red_letter_finds_the_invoice_that_its_remark_names() -> None:
    position = stood(e_invoices(), D(2026, 6, 30))
    assert set(position.open["customer"]) == {"甲仪器"}
    assert position.credits["unapplied_minor"].sum() == 0


def test_a_void_invoice_is_left_out_and_listed_with_its_amount() -> None:
    left_out = [p for p in e_invoices().problems if p.said.key == "reading.void"]
    assert [(p.cell, p.amount_minor) for p in left_out] == [("W7", 11_30)]


CONSTRUCTION: Rows = [
    ["应收账款台账（单位：万元）"],
    [*"序号 部门名称 合同编号 项目名称 客户名称 客户属性 单位 工作性质 八大板块 项目状态 决算方式 合同金额 "
      "最新挂账时间 决算金额 开票金额 到账金额 核销金额 债权状态 清收责任人 最新催收时间 沟通方式 对方反馈 "
      "最新进展 下一步计划 备注".split(), "账内应收", "账外应收", "应收余额"],
    [1, "市政部", "HT-01", "滨河路", "丁城建集团", "国企", "第一分公司", "施工", "市政", "完工", "审计",
     500, D(2025, 6, 30), 450, 450, 300, 0, "正常", "张三", None, "电话", *[None] * 4, 150, 0, 150],
    [2, "市政部", "HT-02", "湖西路", "戊置业", "民企", "第一分公司", "施工", "房建", "在建", "总价",
     120.5, D(2026, 3, 31), 100.25, 100.25, 20.25, 10, "正常", "李四", *[None] * 6, 80, 0, 70],
]  # fmt: skip


@pytest.mark.parametrize("width", [28, 25], ids=["28 columns", "without the computed ones"])
def test_construction_ledger_in_ten_thousands(width: int) -> None:
    """450 - 300 = 150 and 100.25 - 20.25 - 10 written off = 70, in 万元."""
    ledger = laid(workbook([row[:width] for row in CONSTRUCTION]), "应收台账.xlsx")
    assert balances(ledger) == {("丁城建集团", "CNY"): 1_500_000_00, ("戊置业", "CNY"): 700_000_00}
    assert set(ledger.items["company"]) == {"第一分公司"}
    assert ledger.items["issue_date"].notna().all()  # 最新挂账时间
    assert ledger.items["due_date"].isna().all()
    assert "reading.title_unit" in keys(ledger)
    assert "ledger.balance_mismatch" not in keys(ledger)
    assert ties_out(ledger)


MACHINES: Rows = [
    ["2026年销售台账"],
    "序号 子序号 接单据点 订单签订日期 公司名称 公司简称 主订单号 订单名称 税率/汇率 币别 含税金额 USD 未税金额 "
    "USD 结款方式 结款方式说明 预付款付款天数 出货款付款天数 验收款付款天数 质保款付款天数 业务员 项目号 "
    "回款原币金额 回款完成率 开票总金额 开票完成率 开票日期 实际出货日期 终验收时间 是否预验收 质保期".split(),
    [None, None, None, None, "(必填)"],
    [1, 1, "苏州", D(2026, 1, 5), "甲仪器", "甲", "SO-1", "贴片机", "13%", "CNY", 1_000_000, None,
     884_955.75, None, "3331", None, 0, 0, 0, 0, "张三", "P-1", 300_000, "30%", 1_000_000, "100%",
     D(2026, 3, 1), D(2026, 2, 20), D(2026, 4, 1), "否", "一年"],
    [2, 1, "苏州", D(2026, 2, 5), "Borealis Oy", "Bo", "SO-2", "贴片机", "7.1", "USD", 80_000,
     80_000, 80_000, 80_000, None, "net 30", 0, 0, 0, 0, "李四", "P-2", 0, "0%", 80_000, "100%",
     D(2026, 3, 15), D(2026, 3, 10), None, "否", None],
]  # fmt: skip
STAGES = "30%预付 30%发货 30%验收 10%质保"


def test_machine_maker_with_a_junk_row_and_two_currencies() -> None:
    ledger = laid(workbook(MACHINES), "销售台账.xlsx")
    assert balances(ledger) == {("甲仪器", "CNY"): 700_000_00, ("Borealis Oy", "USD"): 80_000_00}
    assert ties_out(ledger)


def stages(code: str, days: tuple[object, ...], warranty: object) -> Ledger:
    rows = [[*row] for row in MACHINES]
    rows[3][15:20] = [code, *days]
    rows[3][30] = warranty
    return laid(workbook(rows), "销售台账.xlsx", Policy(terms={"ABC": STAGES}))


@pytest.mark.parametrize("code", ["3331", "3-3-3-1", "(3)(3)(3)(1)", "33(3.0)(1)", STAGES, "ABC"])
@pytest.mark.parametrize("warranty", ["一年", "1年", "12个月"])
def test_staged_terms_3331_with_days_and_warranty_in_columns(code: str, warranty: str) -> None:
    """Delivery 02-20 and acceptance 04-01, each + 30 days; retention a year after it.

    The deposit of 300,000 is paid.
    """
    items = stages(code, (0, 30, 30, 0), warranty).items
    mine = items[items["customer"] == "甲仪器"]
    assert mine["open_minor"].tolist() == [0, 300_000_00, 300_000_00, 100_000_00]
    assert [str(d)[:10] for d in mine["due_date"]] == [
        "2026-03-01", "2026-03-22", "2026-05-01", "2027-04-01",
    ]  # fmt: skip
    assert mine["is_retention"].tolist() == [False, False, False, True]


@pytest.mark.parametrize("code", ["3330", "ZB-30"])
def test_a_code_that_does_not_make_ten_is_a_warning_not_a_guess(code: str) -> None:
    ledger = stages(code, (0, 0, 0, 0), None)
    assert "ledger.unknown_terms" in keys(ledger)
    assert balances(ledger)["甲仪器", "CNY"] == 700_000_00
