"""Who of us did what, and from which account: what an integrity check looks at."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import Field

_NO_PERSON = "日期 时间 电话 编号 部门 意见 状态 date time phone status"

DESK: tuple[Field, ...] = (
    Field(
        "operator",
        "items journal",
        zh="制单人 制单员 录入人 录入员 录单人 开单人 创建人 开票人 FCreatorId.FName",
        en="Entered By, Created By, Prepared By, Posted By, Operator, USNAM",
        conflicts=_NO_PERSON,
    ),
    Field(
        "approver",
        "items journal",
        zh="审核人 审核员 复核人 复核员 审批人 FApproverId.FName",
        en="Approved By, Approver, Reviewed By, Checked By",
        conflicts=_NO_PERSON + " 额度 授信 limit credit",
    ),
    Field(
        "entry_date",
        "items journal",
        zh="录入日期 录入时间 制单日期 制单时间 创建日期 创建时间 FCreateDate",
        en="Date Entered, Entered On, Created On, Creation Date, Date Created, CPUDT",
        conflicts="到期 due",
    ),
    Field(
        "collector",
        "items customers",
        zh="催收员 催收专员 催收人员 催收人 收账员",
        en="Collection Officer, Collections Officer, Collection Agent, Credit Controller",
        conflicts=_NO_PERSON,
    ),
    Field(
        "collector_since_date",
        "customers",
        zh="催收接手日期 催收负责起始日 催收员起始日期 接手催收日期",
        en="Collector since, Collecting since, Collection officer since",
    ),
    Field(
        "contract_signer",
        "items customers",
        zh="合同签订人 合同签署人 合同签约人 签约人 我方签约人 合同经办人",
        en="Contract signed by, Contract Signer, Contract Signatory",
        conflicts=_NO_PERSON,
    ),
    Field(
        "cashier",
        "receipts",
        zh="出纳 出纳员 收款经办人 收款登记人 经手人",
        en="Cashier, Cash handled by, Handled By, Received By",
        conflicts=_NO_PERSON,
    ),
    Field(
        "payer_account",
        "receipts",
        zh="付款账号 付款账户 付款方账号 付款人账号 付款银行账号 对方账号 对方账户 汇款账号",
        en="Payer Account, Payer Account No, Remitter Account, Counterparty Account",
    ),
    Field(
        "bank_account",
        "customers",
        zh="银行账号 客户银行账号 开户账号 客户账号 对公账号",
        en="Bank Account, Bank Account No, Bank Account Number, Account IBAN, IBAN",
    ),
    Field(
        "approved_limit_minor",
        "customers",
        zh="批准额度 审批额度 获批额度 已批准额度 批准信用额度",
        en="Approved limit, Approved credit limit, Limit as approved",
    ),
)
