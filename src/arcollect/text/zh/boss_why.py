"""Why a decision is asked for."""

WORDS = {
    "boss_why.sue": "逾期 {least} 天及以上的部分（最长 {days} 天）",
    "boss_why.write_off": "逾期超过 {years} 年的部分，先确认诉讼时效与证据",
    "boss_why.with_end": "{why}；{document} 诉讼时效 {end} 届满（还剩 {days} 天）",
    "boss_why.disputed": "{why}；另有争议 {amount} 未计入",
    "boss_why.settle": "客户标记为资金紧张",
    "boss_why.stop_flags": "客户资料标记：{flags}；仍有逾期",
    "boss_why.stop_grade": "信用等级 D，仍有逾期",
}
