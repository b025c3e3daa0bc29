"""诉讼时效与保证期间的文字。"""

WORDS = {
    "limits.sheet": "时效",
    "limits.title": "诉讼时效提醒",
    "limits.sums": "按提醒级别汇总",
    "limits.guarantees": "保证期间提醒",
    "limits.alarm": "级别",
    "limits.alarm.expired": "黑：已届满",
    "limits.alarm.urgent": "红：即将届满",
    "limits.alarm.near": "黄：临近届满",
    "limits.alarm.undated": "未起算：无到期日",
    "limits.alarm.far": "绿：尚早",
    "limits.company": "我方公司",
    "limits.customer": "客户",
    "limits.document_no": "单据编号",
    "limits.currency": "币种",
    "limits.open": "未收金额",
    "limits.due_date": "到期日",
    "limits.start": "起算日",
    "limits.by": "起算依据",
    "limits.end": "届满日",
    "limits.days_left": "剩余天数",
    "limits.to_do": "现在做什么",
    "limits.perhaps": "若能证明则届满日",
    "limits.unproven": "待补证据的中断事由",
    "limits.documents": "单据数",
    "limits.guarantor": "保证人",
    "limits.guarantee_end": "保证期间届满日",
    "limits.guarantee_from": "期间依据",
    "limits.guarantee.agreed": "约定",
    "limits.guarantee.by_law": "法定（未约定）",
    "limits.other": "其他（{count} 笔）",
    "limits.by.due": "到期日",
    "limits.by.last_part": "分期最后一期到期日（民法典第189条）",
    "limits.by.deadline": "首次催告给定的付款期限（时效规定第4条）",
    "limits.by.undated": "没有到期日",
    "limits.event.letter": "{day} 催款函",
    "limits.event.statement": "{day} 收回同意还款的对账单",
    "limits.event.promise": "{day} 付款承诺",
    "limits.event.payment": "{day} 部分付款",
    "limits.event.contact": "{day} 催收联系",
    "limits.event_of": "{said}（{detail}）",
    "limits.to_do.expired": "请律师评估；争取对方书面同意还款（民法典第192条）",
    "limits.to_do.prove": "先找齐右侧事由的证据，能证明则尚未届满；同时请律师评估",
    "limits.to_do.urgent": "本周寄出催款函并留存签收证明，或取得对方书面承诺；来不及就起诉或申请支付令",
    "limits.to_do.near": "寄催款函并留存签收证明，或取得盖章的还款承诺",
    "limits.to_do.undated": "补上到期日或付款条件；没有约定的，发函给出合理付款期限",
    "limits.to_do.far": "暂不需要",
    "limits.to_do.bill": "票据权利另有时效（票据法第17条），请单独核对",
    "limits.first": "{customer} 的 {document} 诉讼时效到 {end}（还剩 {days} 天），先发函并留存签收证明。",
    "limits.rule": (
        "截至 {as_of}。自到期日或最后一次有证据的中断之日起 {years} 年（民法典第188、195条），"
        "最长不超过 20 年；剩余 {warn} 天以内为黄，{urgent} 天以内为红，届满日当天仍在期内。"
    ),
    "limits.rule_elsewhere": (
        "截至 {as_of}。自到期日或最后一次有证据的中断之日起 {years} 年，按策略文件 [limits]，只是假设，"
        "不代表债权所适用的法律；剩余 {warn} 天以内为黄，{urgent} 天以内为红。请向律师确认适用哪国法律、"
        '期限多长、从何时起算、怎样中断，再填 limits.years；合同适用中国法的，写 law = "prc"。'
    ),
    "limits.careful": (
        "从严计算：从到期日当天起数，遇节假日不顺延。"
        "中断只认有证据的：已签收的催款函、盖章同意还款的对账单、有凭证的承诺或确认、指明单据的部分付款。"
    ),
    "limits.to_prove": "“待补证据”的事由可能已经中断时效，须由我方举证；补到证据后登记，届满日会更新。",
    "limits.undated": "没有到期日的：时效自我方给出的宽限期届满之日起算（时效规定第4条），对方明确拒付的，自拒付之日起算。",
    "limits.undated_elsewhere": "没有到期日的：自我方给出的宽限期届满之日、或对方明确拒付之日起算，只是假设，请咨询律师。",
    "limits.no_guarantors": "台账没有保证人一列；如有担保，请加“保证人”和“保证到期日”，本表会单独提醒保证期间。",
    "limits.guarantee_rule": (
        "保证期间不因催收而中断、中止或延长（民法典第692条）；没有约定的，为主债务到期后 {months} 个月。"
        "一般保证须在期内起诉或仲裁债务人，连带保证须在期内要求保证人承担责任（第693条）。"
    ),
    "limits.guarantee_elsewhere": (
        "没有约定的，按主债务到期后 {months} 个月提醒，只是假设；保证人受约束多久、期内须做什么，请咨询律师。"
    ),
    "limits.totals": "合计：{amounts}，与未收合计一致。",
    "limits.advice_elsewhere": "时效届满的后果各国不同，有的债权本身即告消灭。供参考，请尽早咨询律师。",
    "limits.advice": "时效届满只是对方的抗辩理由，债权并不消灭（民法典第192、193条）。供参考，请咨询律师。",
}
