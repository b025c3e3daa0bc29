"""催收记录没有采用的原因。"""

WORDS = {
    "log_why.unreadable": "“{raw}”读不懂：{why}",
    "log_why.no_date": "不是日期",
    "log_why.no_day": "没有联系日期（也可以用 --on 统一指定）",
    "log_why.hours": "联系时间 {time} 不在 8:00–22:00 之内：客户自己发来的照实记录；我方不应在这段时间联系客户（R003-67）",
    "log_why.year": "“{raw}”没有年份，按联系日期之后最近的一天记为 {day}",
    "log_why.promise_above": "承诺 {promised} 多于当时的欠款，台账上最多 {owed}；照原话记录，请核对",
    "log_why.not_taken": "这一行联系没有采用：{why}",
    "log_why.put_right": "在催收记录里改好；催收清单、函件和承诺都不会用到这一行。",
    "log_why.nobody": "没有写客户",
    "log_why.unknown": "台账里没有“{named}”这个客户，名称相近的有：{near}",
    "log_why.several": "“{named}”对应几个客户编码：{codes}，请写编码",
    "log_why.not_there": "“{named}”在台账里只有：{where}",
    "log_why.company": "“{named}”欠几家我方公司的款：{companies}，请写明是哪一家",
    "log_why.currency": "“{named}”有几种币种的欠款：{currencies}，请写明币种",
    "log_why.promise_past": "承诺付款日 {day} 早于联系日期 {on}，请核对这两个日期",
    "log_why.promise_undated": "写了承诺金额，没写承诺付款日，只记联系，不记承诺",
    "log_why.promise_overdue": "没写承诺金额，按清单上的逾期金额记",
    "log_why.promise_without_amount": "写了承诺付款日，没写金额，只记联系，不记承诺",
    "log_why.no_amount": "必须是大于 0 的数",
}
