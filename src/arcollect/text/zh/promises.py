"""付款承诺的文字。"""

WORDS = {
    "promises.title": "付款承诺",
    "promises.customer": "客户",
    "promises.made_on": "承诺日",
    "promises.due_on": "承诺付款日",
    "promises.until": "顺延至工作日",
    "promises.currency": "币种",
    "promises.amount": "承诺金额",
    "promises.state": "状态",
    "promises.in_time": "按期到账",
    "promises.late": "逾期到账",
    "promises.missing": "尚缺",
    "promises.days_late": "迟延天数",
    "promises.days_rolled": "迟延天数（顺延后）",
    "promises.why": "依据",
    "promises.document_no": "单据编号",
    "promises.id": "编号",
    "promises.state.open": "未到期",
    "promises.state.kept": "已兑现",
    "promises.state.partly": "部分兑现",
    "promises.state.broken": "未兑现",
    "promises.state.unknown": "无法判断",
    "promises.state.withdrawn": "已撤回",
    "promises.rule": (
        "截至 {as_of}。承诺日逢休息日顺延到下一个工作日（民法典第203条）；"
        "几个承诺按日期先后使用到账金额；收到的票据和红字发票不算到账。"
    ),
}
