"""Workdays, in Chinese."""

WORDS = {
    "workdays.unknown_year": "{year} 年的放假安排尚未收录，暂按周一至周五为工作日计算；"
    "可在策略文件中补充调休日",
}
