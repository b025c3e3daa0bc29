"""Words of the summary."""

WORDS = {
    "summary.title": "应收账款概览",
    "summary.open": "未收合计（{currency}）",
    "summary.overdue": "其中逾期（{currency}）",
    "summary.overdue_ratio": "逾期率（{currency}）",
    "summary.unapplied": "未核销收款（{currency}）",
    "summary.balance": "净余额（{currency}）",
    "summary.no_due_date": "无到期日（{currency}）",
    "summary.no_issue_date": "无单据日期（{currency}）",
    "summary.above": "▲ 超过预警线 {limit}",
    "summary.within": "未超过预警线 {limit}",
    "summary.counted": "{customers} 户 · {documents} 张单据",
    "summary.nothing_open": "截至 {as_of} 没有未收款：文件中的 {count} 张单据都已结清。",
    "summary.by_bucket": "按账龄",
    "summary.top_debtors": "逾期前十户",
    "summary.customer": "客户",
    "summary.open_plain": "未收",
    "summary.overdue_plain": "逾期",
    "summary.worst_days": "最长逾期天数",
    "summary.share": "占逾期",
    "summary.excluded": "▲ 有 {count} 行数据无法使用，金额未计入（见“问题”）。",
    "summary.warnings": "有 {count} 条提醒，运行 arcollect check 可逐条查看。",
    "summary.first_data": "修正无法使用的数据行（arcollect check 列出单元格）",
    "summary.first_pool": "联系 {customer}：逾期 {amount}，最长 {days} 天",
    "summary.first_late": "提醒 {customer} 付款",
    "summary.unknown_late": "没有到期日，无从判断是否逾期",
    "summary.first_undated": (
        "给单据补上到期日，或用 --terms 给出付款条件（如 --terms 月结60），才知道谁逾期"
    ),
    "summary.first_none": "没有逾期，按期发送对账单即可",
}
