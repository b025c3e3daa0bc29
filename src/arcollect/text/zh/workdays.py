"""Workdays, in Chinese."""

WORDS = {
    "workdays.of_china": "工作日按中国大陆的放假安排计算；对方在别处的，请在策略文件 extra_workdays、extra_holidays 中写明",
    "workdays.of_weekdays": "工作日按周一至周五计算，不知道当地的公众假日，请在策略文件 extra_holidays 中写明",
    "workdays.unknown_year": "{year} 年的放假安排尚未收录，暂按周一至周五为工作日计算；"
    "可在策略文件中补充调休日",
}
