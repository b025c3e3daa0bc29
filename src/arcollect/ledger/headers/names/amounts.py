"""How much: the money columns of open items."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import ALL, BOOKS, Field

NOT_THE_RECEIVABLE = (
    "占比 比例 完成率 合同 未开票 律师费 违约金 滞纳金 预收 预付 预计 税 不含税 单价 限额 额度 "
    "诉讼 订单 contract uninvoiced unbilled lawyer fee tax net advance limit expected"
)

AMOUNTS: tuple[Field, ...] = (
    Field(
        "amount_minor",
        "items journal",
        zh=(
            "应收金额 应收账款金额 应收原币金额 收应原币金额 应收款金额 应收总额 "
            "价税合计 含税金额 价税合计金额 开票金额 已开发票金额 开票总金额 "
            "已开票金额 发票金额 发票总计 单据金额 原币金额 凭证货币金额 总金额 "
            "总额 应收货款 货款总额 送货金额 发货金额 出货金额 销货金额 "
            "金额(含税) 应收金额(含税) 应收(含税) 开票金额(含税) 发票金额(含税) 含税应收金额 "
            "FALLAMOUNTFOR_D FAMOUNTFOR iAmount_f iAmount"
        ),
        en=(
            "Invoice Amount, Invoiced Amount, Invoice Grand Total, Original Amount, "
            "Amount in Doc. Curr., Amount in Document Currency, Amt in DC, "
            "Amount in Transaction Currency, Amount (Tran Cur.), Amount (Foreign Currency), "
            "Amount Due Original, Grand Total, "
            "Total Amount, Gross Amount, Invoice Total, Rounded Total, Bill Amt, "
            "Opening Amount, Document Amount, Amount Incl. Tax, Inv Amount, Inv Amt, "
            "Invoice Amt, Amt, Amount, Gross, WRBTR"
        ),
        conflicts=NOT_THE_RECEIVABLE + " 未收 已收 余额 逾期 outstanding paid due overdue balance",
    ),
    Field(
        "paid_minor",
        "items",
        zh=(
            "已收金额 已收款金额 已收款 已回款金额 已回款 累计回款 累计收款 "
            "已到账金额 到账金额 回款金额 收款金额 到款金额 实收金额 回款原币金额 "
            "回款额原币 已核销金额 已付金额 已付款 付款金额 总付款金额 已收 已付 "
            "实收 回款 收款 已收货款 已付货款 已还金额 已还款 已还 已结金额 已结 "
            "已收(含税) 已收金额(含税) 已回款(含税) 含税已收 含税已收金额"
        ),
        en=(
            "Paid Amount, Amount Paid, Amount Received, Received Amount, "
            "Total Paid Amount, Paid to Date, Collected, Received, Paid, "
            "AmountPaidAmount, dblAmountPaid, Amt Paid, Payments, Pmts, collection"
        ),
        conflicts="未 预 应 计划 unpaid unreceived advance expected",
    ),
    Field(
        "open_minor",
        "items",
        zh=(
            "未收金额 未收款金额 未收款 未收余额 未付款金额 未付金额 尚未收款金额 "
            "尚未收款金额(原币) 未回款金额 待回款金额 待收金额 待收款 未核销金额 "
            "未核销余额 未结清金额 未结金额 应收余额 应收账款余额 欠款余额 欠款金额 "
            "客户应收余额 客户欠款 合计欠款 当前欠款总计 欠款 待付金额 未还金额 "
            "未收 未回款 尚欠金额 尚欠 未付 未收货款 未付货款 欠款数额 欠款额 欠款总额 "
            "余款 尾款 剩余金额 剩余货款 剩余欠款 剩余应收 剩余未收 未结 结欠 结欠金额 "
            "总未付 原币余额 期末余额 余额 残值总额 "
            "残值额 到期金额 到期余额 "
            "未收(含税) 未收金额(含税) 未回款(含税) 余额(含税) 欠款(含税) "
            "含税未收 含税未收金额 含税余额 "
            "FBalanceAmtFor FNOTVERIFICATEAMOUNT FNoReceiveAmount iRAmount_f "
            "iRAmount"
        ),
        en=(
            "Open Amount, Outstanding Amount, Outstanding, Outstanding Amt, "
            "O/S Amount, O/S, Amount Open, Open Amt, Amount Remaining, Amount Owed, "
            "Amount Owing, Owed, Owing, "
            "Balance Due, Open Balance, Amount Due, Pending Amount, "
            "Remaining Amount, Remaining Balance, Unpaid Amount, Unpaid, "
            "Total Outstanding, Outstanding Balance, Outstanding value, "
            "Total Due, Amt Due, Bal Due, Residual Amount, Receivable Balance, Net Due, "
            "BalanceDueAmount, "
            "total_open_amount, amountOutstanding, dblTotalDue, Closing Balance, "
            "Amount Due Remaining, Amount Remaining (Foreign Currency), "
            "Balance, Bal"
        ),
        conflicts=NOT_THE_RECEIVABLE + " 期初 已收 逾期 人 方 日 overdue paid opening",
    ),
    Field(
        "disputed_minor",
        "items",
        zh="争议金额 异议金额 有争议金额 纠纷金额",
        en="Disputed Amount, Amount Disputed, Amount in Dispute, Dispute Amount",
    ),
    Field(
        "base_amount",
        BOOKS,
        zh=(
            "本位币金额 本币金额 应收金额(本位币) 应收本位币金额 折人民币应收金额 "
            "金额(本位币) 折合人民币"
        ),
        en=(
            "Amount in Local Currency, AmountInLocalCurrency, Local Amount, "
            "Base Amount, Amount (LCY), Home Amount, Amount in Local Cur., "
            "Amount in Company Code Currency, Amount (CoCd Crcy), "
            "Amount in Accounting Currency, Amount in Reporting Currency, DMBTR"
        ),
        used=False,
    ),
    Field("document_amount", BOOKS, zh="", en="", used=False),
    Field("document_currency", ALL, zh="", en="", used=False),
    Field(
        "base_open",
        BOOKS,
        zh=(
            "尚未收款金额(本位币) 未收金额(本位币) 本币余额 本位币余额 余额(本位币) "
            "应收余额(本位币) 未收本位币金额 FBalanceAmt"
        ),
        en=(
            "Outstanding in Local Currency, Local Balance, Base Balance, "
            "Balance (LCY), Open Amount (LCY), Remaining Amount (LCY)"
        ),
        used=False,
    ),
    Field(
        "base_paid",
        "items",
        zh="回款额本币 已收金额(本位币) 已收本位币金额 本位币已收金额",
        en="Paid in Local Currency, Base Paid, Paid Amount (LCY)",
        used=False,
    ),
    Field(
        "contract_amount",
        "items journal customers",
        zh="合同金额 合同总额 合同总金额 合同价款 合同额 订单金额 订单总额",
        en=("Contract Amount, Contract Value, Contract Total, Order Amount, Order Value"),
        used=False,
    ),
    Field(
        "uninvoiced_amount",
        "items customers",
        zh="未开票金额 未开发票金额 未开金额 待开票金额",
        en="Uninvoiced Amount, Unbilled Amount, Not Invoiced, Unbilled",
        used=False,
    ),
    Field(
        "fee_amount",
        "items receipts",
        zh="律师费金额 律师费 违约金 违约金金额 滞纳金 利息金额 手续费 诉讼费",
        en="Legal Fee, Late Fee Amount, Interest Amount, Bank Charges",
        used=False,
    ),
    Field(
        "written_off",
        "items",
        zh="核销申请金额 冲销金额 减免金额 退货金额 退款 坏账金额",
        en=("Credit Note, Credit Note Amount, Write-Off Amount, WriteOff, special_writeoff_amount"),
        used=False,
    ),
    Field(
        "advance",
        "items customers balances",
        zh="预收金额 预收款 预收 预收款项 预付款总额 预付金额",
        en="Advance Amount, Advance Paid, Prepayment, prepayment_amount",
        used=False,
    ),
    Field(
        "overdue_amount",
        BOOKS + " customers",
        zh="逾期金额 到期未收金额 逾期总金额 逾期余额 逾期未收金额",
        en="Overdue Amount, Amount Overdue, Past Due Amount, Past Due",
        used=False,
    ),
    Field(
        "overdue_days",
        BOOKS + " customers",
        zh=(
            "逾期天数 账龄天数 欠款天数 过期天数 未过期天数 超账期天数 超期天数 "
            "账龄(天) 时间(天) 回款周期(天) 净到期日后的逾期天数"
        ),
        en=(
            "Overdue Days, Days Overdue, Days Late, Days Past Due, "
            "Days Outstanding, Age, Age (Days), Aging Days, "
            "Arrears by Net Due Date, Overdue by days, Outstanding_Days, "
            "DaysToSettle, Days, Arrears, VERZN"
        ),
        used=False,
    ),
    Field(
        "aging_bucket",
        BOOKS + " customers",
        zh="账龄 账龄段 账龄区间 账龄范围 逾期区间 没有到期 未到期",
        en=("Aging Bucket, Bucket, Ageing Range, Aging, Ageing, Not due, Current, Older"),
        used=False,
    ),
    Field(
        "net_amount",
        "items",
        zh=(
            "不含税金额 未税金额 未含税金额 不含税价格 未税总额 实际未税金额 "
            "销售额(不含税) 净总价 净总计"
        ),
        en=(
            "Net Amount, Untaxed Amount, Net Total, Subtotal, Subtotal Amount, "
            "Amount Excl. Tax, Goods_Amount, Taxable Amount, Line Subtotal"
        ),
    ),
    Field(
        "tax_amount",
        "items",
        zh="税额 税额合计",
        en="Tax Amount, Tax 1 Amount, Tax, VAT Amount, VAT, GST, Tax Total, Outstanding Tax",
    ),
    Field("tax_rate", "items", zh="税率 税率/汇率", en="Tax Rate, VAT Rate", used=False),
    Field(
        "unit_price",
        "items",
        zh="单价 含税单价",
        en="Unit Price, Price, Rate per Unit, Unit Cost",
    ),
    Field("quantity", "items", zh="数量", en="Quantity, Qty"),
    Field(
        "currency",
        ALL,
        zh=(
            "币种 币别 原币币种 原币币别 应收原币币别 交易币种 结算币种 交易货币 "
            "凭证货币 币种名称 货币代码 货币 原币单位 入账货币 FCurrencyName "
            "FCURRENCYID cexch_name"
        ),
        en=(
            "Currency, Currency Code, Document Currency, Invoice Currency, "
            "Transaction Currency, Tran. Currency, Entered Currency, "
            "documentcurrencykey, CCY, Curr., WAERS"
        ),
        conflicts="金额 汇率 本位币 amount rate local",
    ),
    Field(
        "base_currency",
        ALL,
        zh="本位币 本币 本位币币种 记账本位币 FMasterCurrencyName",
        en=(
            "Local Currency, LCurr, Base Currency, Functional Currency, Home Currency, "
            "Company Code Currency"
        ),
        used=False,
    ),
    Field(
        "exchange_rate",
        BOOKS + " receipts",
        zh="汇率 币种汇率 折人民币结算汇率 iExchRate",
        en="Exchange Rate, Conversion Factor, KURSF, FX Rate",
        used=False,
    ),
)
