"""What the trend and targets lack."""

WORDS = {
    "trend_why.need_open": "没有未收款，无从计算",
    "trend_why.need_base": "缺起点状态：先用 arcollect report 保存，之后再比",
    "trend_why.need_sales": "缺年销售额：填写 ratios.annual_revenue，或加销售表",
    "trend_why.need_written_off": "缺年销售额，或台账没有核销标记列",
    "trend_why.need_receipts": "缺有日期的收款记录",
    "trend_why.need_old": "缺起点状态、有日期的收款，或起点时没有这样的账款",
    "trend_why.need_cost": "缺催收成本（targets.cost）、起点状态或有日期的收款",
    "trend_why.need_contacts": "登记簿里没有这些客户的联系记录",
    "trend_why.need_signed": "没有同时带签约日期和结清日期的单据",
    "trend_why.inconsistent": "目标互相矛盾：周转率 {turnover} 次相当于 {days} 天，而 DSO 目标是 {dso} 天（相当于 {times} 次）。",
    "trend_why.no_sales": "没有年销售额，算不出 DSO，也就算不出释放的资金。",
    "trend_why.no_sales_hint": "在策略里填写 ratios.annual_revenue，或在台账里加销售表。",
    "trend_why.nothing": "登记簿里还没有保存的状态。",
    "trend_why.nothing_hint": "先运行 arcollect report 台账；每次运行都会保存一个状态。",
    "trend_why.needs_ledger": "{flag} 要看台账现在的数字。",
    "trend_why.needs_ledger_hint": "写成 arcollect trend 台账.xlsx {flag}。",
    "trend_why.period": "“{asked}”不是周期。",
    "trend_why.period_hint": "可用：{known}（日、周、月、季）。",
    "trend_why.dso": "--what-if-dso 要一个不小于 0 的天数，不是“{raw}”。",
}
