"""Words of the grades."""

WORDS = {
    "grade.title_abcd": "客户信用等级（A-D）",
    "grade.title_abc": "客户信用等级（A-C）",
    "grade.customer": "客户",
    "grade.grade": "等级",
    "grade.reasons": "理由",
    "grade.consequences": "建议政策",
    "grade.documents": "计入单据",
    "grade.late": "逾期单据",
    "grade.worst_days": "最长逾期天数",
    "grade.long_late": "逾期60天以上",
    "grade.not_counted": "未计入",
    "grade.open": "未收",
    "grade.overdue": "逾期",
    "grade.ungraded": "未评级",
    "grade.watch": "{letter}（观察）",
    "grade.counts": "户数：{counts}",
    "grade.rule": "口径：近12个月内到期的单据，加上所有未收的逾期单据；"
    "争议、尾差、质保金只列示不计入。门槛见 policy show。",
    "grade.means_A": "A 从不逾期",
    "grade.means_B": "B 偶有逾期",
    "grade.means_C": "C 常逾期或久拖",
    "grade.means_D": "D 有坏账记录",
    "grade.means_none": "未评级",
    "grade.chart": "各等级客户数",
    "grade.chart_unit": "户",
}
