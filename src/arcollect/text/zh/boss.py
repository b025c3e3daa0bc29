"""Words of the boss page."""

WORDS = {
    "boss.title": "老板页",
    "boss.decisions": "请决定",
    "boss.decision": "事项",
    "boss.customer": "客户",
    "boss.amount": "涉及金额",
    "boss.why": "理由",
    "boss.answer": "同意 / 不同意",
    "boss.box": "□ 同意  □ 不同意",
    "boss.stop": "停货",
    "boss.sue": "起诉评估",
    "boss.write_off": "核销评估",
    "boss.more": "另有 {count} 项未在此列出，见账龄明细。",
    "boss.note": "仅列候选，由负责人决定；停货须先看已签合同，核销不等于放弃债权。",
    "boss.settle": "折扣或分期",
    "boss.prepared": "编制：",
    "boss.checked": "审核：",
    "boss.approved": "批准：",
}
