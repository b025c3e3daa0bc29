"""Words of the weekly report."""

WORDS = {
    "report.title": "应收账款周报 {as_of}",
    "report.lead": "截至 {as_of} · 数据来源：{files}",
    "report.nothing": "这一期没有内容。",
    "report.footer": "arcollect {version} · 数据 {sha} · 截至 {as_of}",
    "report.overview": "总览",
    "report.aging": "逾期账龄",
    "report.detail": "账龄明细",
    "report.audit": "审计账龄",
    "report.ratios": "指标",
    "report.grades": "信用等级",
    "report.pool": "重点催收池",
    "report.fees": "违约金",
    "report.letters": "函件索引",
    "report.problems": "问题",
    "report.parameters": "参数与核对",
}
