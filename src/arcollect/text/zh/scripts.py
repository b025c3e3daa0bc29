"""沟通要点：按未付原因，给打电话的人参考。"""

WORDS = {
    "scripts.unknown": "核对欠款：{documents}，共 {amount}，最长逾期{days}天。问：单据是否收齐？是否有异议？"
    "卡在哪个环节？请对方说出付款日期和金额，当场复述确认。",
    "scripts.cash-tight": "先认清欠款 {amount}，再谈安排：本周能先付多少，其余分几期、每期哪天。"
    "谈成的分期写成书面，双方盖章；不口头延期。",
    "scripts.wilful": "只讲事实和约定：{documents}，{amount}，已逾期{days}天。告知付款期限和合同约定的后果，"
    "不争执、不施压；随后发书面催款函并保留送达证明。",
    "scripts.stretching": "念合同约定：{documents}，{amount}，已逾期{days}天，请按约付款。"
    "说明付款记录会影响信用额度和以后的账期；已到期的款不再给折扣。请对方当场定日期。",
    "scripts.quality": "先记下异议的批次和现象，告知48小时内由质量部门答复。同时确认无异议部分的付款日期，"
    "有异议的部分不催。",
    "scripts.invoice": "问清缺哪几张发票：{documents}。当天补寄或重发电子发票，并约定收到后几天内付款。",
    "scripts.reconcile": "今天发对账单，约定两天内逐笔核对。对得上的部分先付，差异单列，写明由谁、哪天查清。",
    "scripts.approval": "问清审批人、走到哪一步、哪天能批完；请对方财务回一封邮件确认 {amount} 和预计付款日，到日再联系。",
    "scripts.downstream": "付款以双方合同约定的到期日为准，与对方何时收到下游的钱无关，除非合同另有写明。"
    "如对方是机关、事业单位或大型企业而我方是中小企业，《保障中小企业款项支付条例》（2025年6月1日起施行）"
    "不允许以收到第三方付款作为付款条件。请对方定一个不依赖下游的日期。",
    "scripts.delivery": "核对发货和签收：缺哪一笔的签收单，当天补齐。已签收的部分约定付款日期。",
    "scripts.price": "对照合同或订单确认单价，争议只限差价；无争议部分 {amount} 约定付款日期，差价由业务三天内答复。",
    "scripts.forgotten": "客气提醒：{documents}，{amount}，已逾期{days}天。请对方今天列入付款，"
    "并问清每月哪天付款，便于以后提前提醒。",
    "scripts.other": "把对方的原话记下来，复述欠款 {amount}，请对方给出付款日期和金额，并约定下次联系时间。",
    "scripts.ahead": "确认发票和收货单据都已收到，{amount} 是否已列入付款安排，哪天付。",
    "scripts.own": "不必联系客户，先在我方内部处理。",
    "scripts.promised": "承诺付款日之前不再催；到期当天查账，没到账再联系。",
    "scripts.failed": "说出原来的承诺日期和金额，问清为什么没有付；新的日期和金额请对方书面确认，由能拍板的人签字。",
    "scripts.placeholder": "{where} 里有不认识的占位符：{said}",
    "scripts.placeholder_hint": "可以用的有 {known}；花括号要成对。",
    "scripts.no_reason": "{where} 里的“{reason}”不是已知的原因",
    "scripts.no_folder": "找不到沟通要点的文件夹：{path}",
    "scripts.folder_hint": "先生成一份：arcollect worklist --init-scripts 沟通要点",
    "scripts.copied": "已复制 {count} 个文件到 {path}；保留原有 {kept} 个。改好后用 worklist 台账 --scripts {path}",
    "scripts.when_unknown": "已逾期，原因还不清楚",
    "scripts.when_ahead": "还没到期",
    "scripts.when_own": "已逾期，但先在我方内部处理",
    "scripts.when_promised": "已承诺付款，日期未到",
    "scripts.when_failed": "承诺没有兑现",
    "scripts.readme": "# 沟通要点\n\n"
    "`zh/` 是中文，`en/` 是英文，每个原因一个文件。用记事本打开，改文字，保存即可。"
    "同名文件替换自带的；没有改动的文件可以删掉。"
    "`{{customer}}`、`{{amount}}`、`{{days}}`、`{{documents}}` 会按台账填入。\n\n"
    "使用：`arcollect worklist 台账.xlsx --scripts 沟通要点`；要长期使用，在策略文件 `[worklist]` 下写 `scripts_folder`。\n\n"
    "{list}\n",
    "scripts.no_reason_hint": "可以用的有 {known}。",
    "scripts.documents_more": "{first} 等{count}笔",
    "scripts.documents_none": "{count}笔",
}
