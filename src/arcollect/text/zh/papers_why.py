"""文书为什么写不成。"""

WORDS = {
    "papers_why.text_alone": "短信、微信文本只写成 txt 文本，不能写成 {asked}。请去掉 --as。",
    "papers_why.kind": "没有“{asked}”这种文书；可选：{known}",
    "papers_why.customer": "这种文书只能写给一个客户，请指明是谁",
    "papers_why.customer_hint": "加上 --customer 客户名称或编号",
    "papers_why.assignee": "债权转让通知书需要受让人：--assignee 名称",
    "papers_why.ground": "暂停已签订的合同需要依据：--ground 526 或 527",
    "papers_why.ground_hint": (
        "526：合同约定对方先付款而对方未付；527：有确切证据证明对方经营状况严重恶化、转移财产、丧失商业信誉等"
    ),
    "papers_why.because": "依据第527条中止履行，须写明事实：--because 说明（须有确切证据）",
    "papers_why.too_many": "{total} 不够分成 {count} 期",
    "papers_why.document": "没有可以要求付款的单据：{missing}",
    "papers_why.nothing": "没有可以列入的款项（未到期、有争议或单独列示）",
    "papers_why.no_balance": "账面没有余额",
}
