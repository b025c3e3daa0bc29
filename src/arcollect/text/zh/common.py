"""Words that several chapters share."""

WORDS = {
    "common.total": "合计",
    "common.other": "其他（{count} 户）",
    "common.wan": "{amount} 万元",
    "common.none": "无",
    "common.yes": "是",
    "common.no": "否",
    "common.first": "先做这一件：{what}",
    "common.hidden_columns": "屏幕较窄，未显示 {count} 列：{names}。用 -o 文件.xlsx 可看全部。",
    "common.company": "我方公司",
    "common.customer": "客户",
    "common.customer_code": "客户编码",
    "common.currency": "币种",
    "common.good": "正常",
    "common.warn": "预警",
    "common.unknown": "缺数据",
}
