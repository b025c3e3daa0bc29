"""What people know about a customer's credit: typed in, never exported."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import Field

CREDIT: tuple[Field, ...] = (
    Field(
        "open_orders_minor",
        "customers",
        zh="未交订单额 未交订单金额 在手订单额 未发货订单额 未完订单金额",
        en="Open orders, Open order amount, Orders on hand, Undelivered orders",
    ),
    Field(
        "limit_approver",
        "customers",
        zh="额度审批人 授信审批人 信用额度审批人 额度批准人",
        en="Limit approved by, Limit approver, Credit approved by, Credit approver",
    ),
    Field(
        "assets_minor",
        "customers",
        zh="可执行财产 可供执行财产 可执行财产金额 已查财产 已查明财产",
        en="Enforceable Assets, Assets found, Known Assets",
    ),
    Field(
        "recovery_chance",
        "customers",
        zh="收回机会 收回概率 收回可能性 回收概率",
        en="Chance of recovery, Recovery chance, Recovery probability",
    ),
    Field(
        "debt_ratio",
        "customers",
        zh="资产负债率 负债率",
        en="Debt ratio, Debt-to-assets ratio, Debt to assets",
    ),
    Field(
        "customers_lost",
        "customers",
        zh="核心客户流失率 客户流失率",
        en="Core customers lost, Customer loss rate, Customer churn",
    ),
    Field(
        "contact_changes",
        "customers",
        zh="近180天联系人变更次数 联系人变更次数 半年内联系人变更次数",
        en="Contact changes, Contact changes in 180 days",
    ),
    Field(
        "score_inputs",
        "customers",
        zh="评分项 评分输入 自评指标",
        en="Score inputs, Score input, Scorecard inputs",
    ),
    Field(
        "debt_type",
        "customers",
        zh="欠款类型 欠款类别 债务类型 债务人类型",
        en="Debt type, Debt category, Kind of debt",
    ),
    Field(
        "debt_project",
        "customers",
        zh="工程项目 项目名称 所属项目 工程名称",
        en="Project, Project name",
    ),
    Field(
        "project_progress",
        "customers",
        zh="工程进度 项目进度 施工进度 项目进展",
        en="Project progress, Progress of project",
    ),
    Field(
        "funding_source",
        "customers",
        zh="资金来源 项目资金来源 工程资金来源",
        en="Funding source, Source of funds, Funded by",
    ),
    Field(
        "credit_updated_date",
        "customers",
        zh="信用资料更新日期 资信更新日期 信用更新日期 资信调查日期",
        en="Credit data updated, Credit updated on, Credit review date",
    ),
    Field(
        "customer_since_date",
        "customers",
        zh="合作开始日期 首次合作日期 建档日期 开户日期",
        en="Customer since, First business on, Relationship since",
    ),
)
