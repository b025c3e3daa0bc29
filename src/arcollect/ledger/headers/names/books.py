"""Debit, credit and time: journals, receipts and sales by month."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import Field

BOOKS_AND_SALES: tuple[Field, ...] = (
    Field(
        "debit_minor",
        "journal balances",
        zh=(
            "借方金额 借方 借方发生额 原币借方 本期借方 本期发生额借方 本期借方发生额 借 "
            "本期应收 本期应收原币 本期增加 应收增加 借方原币 借方金额原币"
        ),
        en="Debit, Debits, Debit Amount, Dr",
    ),
    Field(
        "credit_minor",
        "journal balances",
        zh=(
            "贷方金额 贷方 贷方发生额 原币贷方 本期贷方 本期发生额贷方 本期贷方发生额 贷 "
            "本期收回 本期收回原币 本期收款 本期减少 应收减少 贷方原币 贷方金额原币"
        ),
        en="Credit, Credits, Credit Amount, Cr",
    ),
    Field(
        "base_debit",
        "journal balances",
        zh="本位币借方 借方本位币 借方金额(本位币) 本期应收本币 借方本币 借方金额本币",
        en="debit_amt_local_currency, Debit (LCY)",
        used=False,
    ),
    Field(
        "base_credit",
        "journal balances",
        zh="本位币贷方 贷方本位币 贷方金额(本位币) 本期收回本币 贷方本币 贷方金额本币",
        en="credit_amt_local_currency, Credit (LCY)",
        used=False,
    ),
    Field(
        "ytd",
        "journal balances",
        zh="本年累计借方 本年累计贷方 本年累计发生额借方 本年累计发生额贷方",
        en="YTD Debit, YTD Credit",
        used=False,
    ),
    Field(
        "direction",
        "items journal",
        zh="方向 借或贷 借/贷 借贷方向 借贷标志 借贷标识 借方/贷方标识 借贷 余额方向 期末方向",
        en="Dr/Cr, Direction, drcr, debitcredit, SHKZG",
    ),
    Field(
        "running_balance",
        "journal",
        zh=(
            "余额 期末余额 结余 累计余额 原币余额 结存 余额原币 应收余额 应收款余额 应收账款余额 "
            "期末应收余额 期末应收 应收结余 欠款余额 结存余额 "
            "累计欠款 累计应收 累计未收 累计结欠 结欠 结欠金额"
        ),
        en=(
            "Balance, Running Balance, Closing Balance, Cumulative Balance, "
            "Running Total, Balance C/F, Account Balance"
        ),
    ),
    Field(
        "closing",
        "balances",
        zh=(
            "期末余额 期末金额 期末借方 期末贷方 期末余额借方 期末余额贷方 "
            "期末金额方向 期末方向 余额 应收余额 应收账款余额 客户余额 欠款余额 "
            "欠款金额 欠款 未收金额 客户欠款 期末"
        ),
        en=(
            "Closing Balance, Closing Debit, Closing Credit, Balance, Outstanding, "
            "Outstanding Amount, Balance Due, Amount Due, Open Balance, Total Due"
        ),
        used=False,
    ),
    Field(
        "opening",
        "journal balances items",
        zh=(
            "期初余额 期初金额 期初借方 期初贷方 期初余额借方 期初余额贷方 "
            "期初金额方向 期初方向 年初余额 上年结转 期初"
        ),
        en=(
            "Opening Balance, Opening, Opening Debit, Opening Credit, "
            "Beginning Balance, Balance Brought Forward, B/F"
        ),
        used=False,
    ),
    Field("day", "journal", zh="日", en="Day"),
    Field("year", "journal sales", zh="年份 年度 年 会计年度", en="Year, Fiscal Year"),
    Field("month", "journal sales", zh="月份 月", en="Month"),
    Field(
        "period",
        "sales journal balances items",
        zh="年月 所属月份 期间 会计期间 统计月份 账期月份 销售月份",
        en="Period, Year-Month, Year Month, Fiscal Period",
    ),
    Field(
        "amount_minor",
        "receipts",
        zh=(
            "回款金额 收款金额 到账金额 到款金额 本次收款金额 本次回款金额 实收金额 "
            "实际回款金额 付款金额 核销金额 收款额 回款额 收款原币金额 回款原币金额 "
            "汇款金额 交易金额 金额 收入金额 贷方金额 贷方发生额 回款 收款 款额"
        ),
        en=(
            "Receipt Amount, Amount Received, Received Amount, Payment Amount, "
            "Amount Paid, Paid Amount, Collected Amount, Amount Collected, Amount, "
            "Paid, Received, Credit, Total"
        ),
        conflicts="未 预计 应收 手续费 unpaid expected outstanding due",
    ),
    Field(
        "amount_minor",
        "sales",
        zh=(
            "销售额 销售金额 销售收入 营业收入 主营业务收入 收入 含税销售额 "
            "开票金额 销售额合计 金额"
        ),
        en=(
            "Sales, Sales Amount, Revenue, Net Sales, Turnover, Net Revenue, "
            "Amount, Total Sales, Invoiced Amount"
        ),
        conflicts="应收 回款 毛利 成本 目标 计划 cost profit target plan receivable",
    ),
)
