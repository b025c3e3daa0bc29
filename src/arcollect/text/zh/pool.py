"""Words of the focus pool."""

WORDS = {
    "pool.title": "重点催收池",
    "pool.rank": "序",
    "pool.company": "我方公司",
    "pool.customer": "客户",
    "pool.currency": "币种",
    "pool.overdue": "逾期金额",
    "pool.worst_days": "最长逾期天数",
    "pool.share": "累计占逾期",
    "pool.reason": "入池原因",
    "pool.rule": "入池：逾期 91 天及以上，或逾期 61 天及以上且逾期金额较大（默认 100,000），或有红色标记；"
    "名单止于逾期总额的 80% 或 30 户（均可在策略文件中修改）。",
    "pool.shares_of": "{currency} 的累计占比以 {counted} 为分母：逾期 {overdue} 减去单列（不催收）的 {apart}。",
    "pool.left_out": "另有 {count} 户符合条件，因名单上限未列入。",
    "pool.not_tested": "未测试（无汇率）：{currencies}",
}
