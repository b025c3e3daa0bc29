"""Which paper and when: numbers, dates and terms of documents."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import BOOKS, Field

PAPERS: tuple[Field, ...] = (
    Field(
        "document_no",
        "items journal receipts",
        zh=(
            "单据编号 单据号 单据号码 单号 应收单号 账单号 业务编号 往来业务编号 凭证编号 "
            "凭证号 凭证号数 凭证字号 会计凭证编号 会计凭证号码 收款单号 委托单号 唯一码 FBillNo "
            "cVouchID"
        ),
        en=(
            "Document Number, Document No, Doc No, Doc Number, Document #, Doc#, "
            "Voucher No, Voucher Number, Transaction No, Transaction Number, "
            "Entry No, Receipt No, Receipt Number, BELNR, voucher_id, doc_id, "
            "Document_Ref, Num, Voucher, Journal Entry"
        ),
        conflicts="日期 类型 date type",
    ),
    Field(
        "invoice_no",
        "items journal",
        zh=(
            "发票号码 发票号 发票编号 数电发票号码 数电票号码 电子发票号码 "
            "发票号码(20位) 销售发票号 销售发票 发票单号 开票单号 发票序号"
        ),
        en=(
            "Invoice Number, Invoice No, Invoice #, Inv No, INV#, Invoice ID, "
            "Sales Invoice, Bill No, Bill #, Bill Number, Billing Document, VBELN, "
            "Tax Invoice No, strInvoiceNumber, intInvoiceId"
        ),
        conflicts="日期 金额 代码 类型 date amount type status",
    ),
    Field(
        "invoice_code",
        "items",
        zh="发票代码 发票代码(12位)",
        en="Invoice Code",
        used=False,
    ),
    Field(
        "order_no",
        "items journal",
        zh=(
            "采购订单号 客户采购订单号 客户订单号 客户PO号 销售订单号 订单编号 "
            "订单号 订单号码 主订单号 销售订单 客户采购订单 销售单号 源单据 "
            "源单编号 相关销售发货单据号"
        ),
        en=(
            "Purchase Order, PO Number, PO No, PO #, P.O. #, Customer PO, "
            "Customer's Purchase Order, Customer's Purchase Order No, Customer LPO, "
            "Order No, Order Number, Sales Order, Sales Order No, Order_Nr, PO_Ref, "
            "Source Document, Origin, Cust PO, Customer PO No, External Document No."
        ),
        conflicts="金额 日期 名称 amount date",
    ),
    Field(
        "delivery_no",
        "items",
        zh="出库单号 发货单号 送货单号 相关出库单据号 提单编号 出货序号 验收序号",
        en="Delivery Note, Delivery No, Shipment No, Packing Slip",
        used=False,
    ),
    Field(
        "contract_no",
        "items journal customers",
        zh="合同编号 合同号 合同号码 销售合同号 销售合同编号 合同代码 案件编号",
        en=("Contract No, Contract Number, Contract #, Contract ID, Agreement No, Contract"),
        conflicts="金额 名称 日期 amount name date",
    ),
    Field(
        "contract_name",
        "items journal",
        zh="合同名称 合同名 订单名称 立项名称",
        en="Contract Name",
        used=False,
    ),
    Field(
        "project",
        "items journal",
        zh="项目 项目名称 工程项目 工程名称 大项目名称",
        en="Project, Project Name, Project ID, Project No, Job",
        used=False,
    ),
    Field(
        "document_type",
        "items journal receipts",
        zh=(
            "单据类型 单据类别 业务类型 凭证类型 凭证类别 凭证字 发票类型 发票种类 "
            "发票票种 票种 委托单类型 类型 FBillTypeName"
        ),
        en=(
            "Document Type, Voucher Type, Transaction Type, Invoice Type, Doc Type, "
            "Journal Entry Type, Transaction Class, Type, BLART, Category"
        ),
    ),
    Field(
        "issue_date",
        "items journal",
        zh=(
            "单据日期 开票日期 发票日期 开具日期 开票时间 发票时间 应收确认日期 "
            "挂账日期 凭证日期 业务日期 单据时间 发票开立日期 记账日期 过账日期 "
            "入账日期 会计日期 开票日 单据日 发票日 开单日期 开单日 开单时间 "
            "出票日期 立账日期 欠款日期 欠款时间 日期 最新挂账时间 时间"
        ),
        en=(
            "Invoice Date, Document Date, Issue Date, Date Issued, Bill Date, "
            "Billing Date, Invoice/Bill Date, Doc Date, Inv Date, Inv. Date, Date of Invoice, "
            "Invoice Date (UTC), Date (UTC), Transaction Date, "
            "Trans Date, Journal Entry Date, Posting Date, Pstng Date, "
            "FDate, BLDAT, BUDAT, gldate, entrydate, "
            "dVouchDate, document_create_date, Date"
        ),
        conflicts="到期 回款 预计 签订 due paid expected",
    ),
    Field(
        "delivery_date",
        "items",
        zh=(
            "送货日 发货日 出货日 送货日期 发货日期 交货日期 签收日期 到货日期 实际出货日期 "
            "出货日期 出库日期 销售日期"
        ),
        en=("Delivery Date, Delivered On, Ship Date, Shipping Date, Shipment Date, Dispatch Date"),
        conflicts="预计 计划 expected planned",
    ),
    Field(
        "acceptance_date",
        "items",
        zh="终验收时间 验收日期 验收时间 终验日期 验收合格日期",
        en="Acceptance Date, Final Acceptance",
    ),
    Field(
        "signed_date",
        "items",
        zh="合同签订日期 签订日期 合同日期 签约日期 订单签订日期 合同签署日期",
        en="Contract Date, Signed Date, Signing Date, Date Signed",
    ),
    Field(
        "invoice_received_date",
        "items",
        zh="收票日期 发票签收日期 客户收票日期 发票送达日期 票到日期",
        en="Invoice Received Date, Invoice Received On, Invoice Received",
    ),
    Field(
        "due_date",
        "items journal",
        zh=(
            "到期日 到期日期 付款到期日 应付款日 应付款日期 应收日期 应回款日期 "
            "应收款日期 应付日期 付款截止日 付款截止日期 最迟付款日 约定付款日 "
            "约定付款日期 应付款时间 应还款日 应还款日期 约定还款日 约定还款日期 最迟还款日 "
            "截止日期 净到期日 净价到期日 到期时间 FEndDate FENDDATE_H"
        ),
        en=(
            "Due Date, Payment Due Date, Net Due Date, Net due dt, Due On, Maturity Date, "
            "Due Dt, Due Date/Receive By, Payment Due, Pay By, Date Due, Due Date (UTC), "
            "Payable By, "
            "NetDueDate, due_in_date, pduedate, FAEDT"
        ),
        conflicts="预计 计划 金额 余额 票据 合同 授信 expected amount promised bill",
    ),
    Field(
        "expected_date",
        "items journal",
        zh=(
            "预计回款日期 预计到账日期 预计收款日期 预计付款日期 计划回款日期 "
            "计划收款日期 承诺付款日期 承诺回款日期 承诺还款时间"
        ),
        en=("Expected Date, Expected Payment Date, Promised Date, Planned Payment Date"),
        used=False,
    ),
    Field(
        "baseline_date",
        "items journal",
        zh="基准日期 基限日期",
        en=(
            "Baseline Date, Baseline Payment Date, baseline_create_date, ZFBDT, "
            "baseline_payment_dte"
        ),
        used=False,
    ),
    Field(
        "settled_date",
        "items",
        zh=(
            "结清日期 付清日期 实际回款日期 实际付款日期 回款日期 收款日期 到账日期 "
            "到款日期 付款日期 核销日期 清账日期 回款时间 到账时间 到款时间"
        ),
        en=(
            "Settled Date, Date Paid, Paid Date, Paid On, Payment Date, "
            "Clearing Date, Clear Date, Closed Date, Settlement Date, AUGDT"
        ),
        conflicts="预计 计划 最后 最近 承诺 expected planned last promised",
    ),
    Field(
        "last_receipt_date",
        "items customers",
        zh=(
            "最后一笔回款日期 最近回款日期 最近一次回款日期 最后回款日期 最后收款日期 最近收款日期"
        ),
        en="Last Payment Date, Last Receipt Date, Last Paid",
        used=False,
    ),
    Field(
        "terms",
        "items journal customers",
        zh=(
            "付款条件 付款条款 收款条件 结算条件 支付条件 信用条件 账期天数 信用期 "
            "信用期限 信用天数 授信天数 付款天数 付款条款模板 结款方式说明 条款 "
            "FPayConditon"
        ),
        en=(
            "Payment Terms, Payment Term, Terms, Credit Terms, Credit Days, "
            "Terms of Payment, Pmt Terms, Pay Terms, PayT, "
            "Terms Days, Net Days, Credit Period, Number of Days, "
            "Payment Terms Label, Payment Terms Template, cust_payment_terms, "
            "ZTERM, strTerm, iCreditPeriod"
        ),
        conflicts="违约 折扣 discount",
    ),
    Field("deposit_days", "items", zh="预付款付款天数", en="Days of the deposit"),
    Field("shipment_days", "items", zh="出货款付款天数 发货款付款天数", en="Days after delivery"),
    Field("acceptance_days", "items", zh="验收款付款天数", en="Days after acceptance"),
    Field("retention_days", "items", zh="质保款付款天数", en="Days of the retention"),
    Field("warranty", "items", zh="质保期 质保期限", en="Warranty period, Warranty"),
    Field("staged_terms", "items", zh="质保款占比", en="", used=False),
    Field(
        "reference",
        "receipts",
        zh=(
            "核销单据号 核销单据 核销单号 对应单据号 对应单据 对应单号 对应发票号 "
            "核销发票号 应收单号 对应应收单 发票号码 发票号 订单号 合同编号 合同号"
        ),
        en=(
            "Applied To, Applied Document, Applied Invoice, Invoice Number, "
            "Invoice No, Invoice #, Invoice, Reference, Ref No, Ref. No., Order No, "
            "Contract No"
        ),
        conflicts="日期 金额 date amount",
    ),
    Field(
        "date",
        "receipts",
        zh=(
            "回款日期 收款日期 到账日期 到款日期 实际回款日期 入账日期 付款日期 "
            "核销日期 业务日期 单据日期 交易日期 记账日期 日期 回款时间 收款时间 "
            "到账时间 到款时间 时间"
        ),
        en=(
            "Receipt Date, Payment Date, Date Received, Received On, Date Paid, "
            "Paid On, Collection Date, Settled Date, Value Date, Posting Date, "
            "Transaction Date, Document Date, Date"
        ),
        conflicts="预计 计划 承诺 expected planned promised",
    ),
    Field(
        "payer",
        "receipts",
        zh=("付款单位 付款方 付款人 付款方名称 回款单位 汇款人 交款人 付款户名 对方户名"),
        en="Payer, Paid By, Remitter, Payer Name, Payor",
    ),
    Field(
        "method",
        "receipts items",
        zh="收款方式 回款方式 支付方式 收款类型 回款类型",
        en="Payment Method, Method, Receipt Type, Mode of Payment, Payment Mode",
    ),
    Field(
        "bank_reference",
        "receipts",
        zh="银行流水号 交易流水号 流水号 回单号 收款账号 收款账户 收款银行",
        en="Bank Reference, Transaction ID, Bank Account",
        used=False,
    ),
    Field(
        "bill_no",
        "items receipts",
        zh="票据号 票据号码 票据编号 汇票号码 汇票号 承兑汇票号 承兑票号",
        en="Bill of Exchange No, Draft No, Acceptance No, Note Number, Draft Number",
        conflicts="发票 invoice",
    ),
    Field(
        "bill_maturity",
        "items receipts",
        zh="票据到期日 票据到期日期 汇票到期日 承兑到期日 承兑汇票到期日",
        en=(
            "Bill Maturity, Draft Maturity, Bill of Exchange Maturity, "
            "Acceptance Maturity, Draft Due Date"
        ),
    ),
    Field(
        "goods",
        "items",
        zh=(
            "品名 货物名称 商品名称 产品名称 物料名称 货物或应税劳务名称 "
            "货物或应税劳务、服务名称 项目内容 商品 货物 产品"
        ),
        en=(
            "Goods, Product, Product Name, Item Description, Goods Description, "
            "Description of Goods, Item Name, Product/Service"
        ),
    ),
    Field(
        "specification",
        "items",
        zh="规格型号 规格 型号 税收分类编码 特定业务类型",
        en="Specification, Model",
        used=False,
    ),
    Field(
        "unit",
        "items",
        zh="计量单位 单位(计量)",
        en="Unit, UOM, Unit of Measure",
        used=False,
    ),
    Field(
        "line_no",
        "items journal",
        zh="行号 分录号 行项目 子序号 明细行号",
        en="Line No, Line, Line Number, Line Item, BUZEI",
    ),
    Field(
        "row_number",
        "items journal receipts customers contacts sales balances",
        zh="序号 编号序",
        en="S/N, S.No, Serial No, Sr No, Row",
        used=False,
    ),
    Field(
        "remark",
        "items journal receipts customers contacts sales balances",
        zh="备注 备注信息 备注说明 附注 说明",
        en=(
            "Remark, Remarks, Notes, Note, Memo, Comments, Comment, Notes / Memo, "
            "Public Notes, Private Notes, Invoice Reference"
        ),
    ),
    Field(
        "summary",
        "items journal receipts",
        zh="摘要 摘要说明 项目文本 文本",
        en="SGTXT, ExternalText",
    ),
    Field(
        "status",
        BOOKS + " receipts customers",
        zh=(
            "状态 单据状态 债权状态 项目状态 账单状态 状态类型 发票状态 案件状态 当前状态 "
            "FDOCUMENTSTATUS FWRITTENOFFSTATUS"
        ),
        en="Status, Invoice Status, DocumentStatus, isOpen",
    ),
    Field(
        "payment_state",
        BOOKS + " receipts customers",
        zh=(
            "付款状态 回款状态 收款状态 结清状态 核销状态 是否已付款 是否付款 是否付清 是否结清 "
            "是否已收款 是否收款 是否已回款 是否回款 是否到账 是否核销"
        ),
        en="Payment Status, Payment State, Paid?, Is Paid, Paid Y/N, Settled?, Is Settled",
    ),
    Field(
        "assignment",
        "items journal",
        zh="分配 指派编号",
        en="Assignment, ZUONR",
        used=False,
    ),
    Field(
        "clearing_document",
        "items journal",
        zh="清账凭证 匹配号码",
        en="Clearing Document, AUGBL, Matching Number",
        used=False,
    ),
    Field(
        "gl_account",
        BOOKS,
        zh="科目编码 科目代码 科目号 科目名称 会计科目 总账科目 科目 应收科目",
        en="GL Account, HKONT, Receivable Account, account_subject, Cost Center",
        used=False,
    ),
)
