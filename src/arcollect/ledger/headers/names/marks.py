"""What is said about an item or a customer: flags, limits, late fees."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import Field

MARKS: tuple[Field, ...] = (
    Field(
        "credit_limit_minor",
        "items customers",
        zh="信用额度 授信额度 信用限额 授信限额 赊销额度 额度",
        en=("Credit Limit, Credit Line, Credit_Limit_LCY, Credit Limit (LCY), dblCreditLimit"),
        conflicts="可用 剩余 available remaining",
    ),
    Field(
        "annual_purchases_minor",
        "customers",
        zh=("年采购额 年采购金额 年度采购额 年销售额 年交易额 年度交易额 近12个月销售额"),
        en="Annual Purchases, Yearly Purchases, Annual Sales, Sales of 12 months",
    ),
    Field(
        "fee_rate_per_day",
        "items customers",
        zh=("日违约金率 违约金率 违约金日利率 每日违约金比例 违约金比例 逾期日利率 日利率"),
        en=(
            "Late fee per day, Late fee rate, Daily late fee, Late fee % per day, "
            "Interest per day, Daily rate, Penalty rate per day"
        ),
        conflicts="年 月 金额 annual monthly yearly",
    ),
    Field(
        "fee_clause",
        "items customers",
        zh="违约金条款 违约金条款号 违约条款 条款号 合同条款号 违约责任条款",
        en="Late fee clause, Fee clause, Clause, Clause No, Penalty clause",
    ),
    Field(
        "guarantor",
        "items",
        zh="保证人 担保人 担保方 保证人名称 担保人名称 担保单位",
        en="Guarantor, Guarantor Name, Surety, Guaranteed By",
        conflicts="日期 期 电话 证件 date phone",
    ),
    Field(
        "guarantee_end_date",
        "items",
        zh="保证期间届满日 保证到期日 保证期间到期日 担保到期日 担保截止日",
        en="Guarantee End, Guarantee Expiry, Guarantee Until, Guarantee End Date",
    ),
    Field(
        "delivery_proof",
        "items",
        zh="签收单号 签收凭证 签收回单 签收回单号 送货回单 回单号 签收人 验收单号 签收证明",
        en="Proof of Delivery, POD, POD No, Delivery Receipt, Signed By, Received By",
        conflicts="日期 时间 date",
    ),
    Field(
        "is_bad_debt",
        "items customers",
        zh="是否坏账 坏账 坏账标记 是否呆账 呆账",
        en="Bad debt, Is bad debt, Bad Debt Flag",
        conflicts="金额 准备 amount provision",
    ),
    Field(
        "is_related_party",
        "items customers",
        zh="关联方 是否关联方 是否关联 关联方标记 内部往来 是否内部单位",
        en="Related party, Is related party, Intercompany, Related",
    ),
    Field(
        "is_retention",
        "items",
        zh="是否质保金 质保金 质保款 质量保证金 是否质保款 保留金",
        en="Retention, Is retention, Retention money, Retainage",
        conflicts="期 比例 到期",
    ),
    Field(
        "retention_amount",
        "items",
        zh="质保金金额 质保款金额 质量保证金金额",
        en="Retention Amount",
        used=False,
    ),
    Field(
        "is_disputed",
        "items",
        zh="是否争议 是否有争议 有争议 有异议 是否有异议 争议 争议标记 争议状态",
        en="Disputed, Is disputed, In dispute, Dispute, Dispute flag, Litigation",
    ),
    Field(
        "dispute_reason",
        "items",
        zh="争议原因 异议原因 争议说明 争议事由 纠纷原因",
        en="Dispute reason, Reason for dispute, Dispute note",
    ),
    Field(
        "is_written_off",
        "items",
        zh="已核销坏账 账销案存 是否账销案存 是否已核销坏账",
        en="Written off, Is written off, Written-off",
    ),
    Field(
        "is_dishonoured",
        "receipts",
        zh="是否拒付 拒付 是否退票 退票 票据拒付",
        en="Dishonoured, Dishonored, Bounced, Returned",
    ),
)
