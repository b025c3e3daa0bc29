"""Words of the problems table."""

WORDS = {
    "problems.title": "问题清单",
    "problems.severity": "程度",
    "problems.where": "位置",
    "problems.raw": "原内容",
    "problems.message": "问题",
    "problems.remedy": "怎么办",
    "problems.amount": "涉及金额",
    "problems.excluded": "▲ 未计入",
    "problems.warning": "● 提醒",
    "problems.notice": "提示",
    "problems.none": "没有发现问题。",
}
