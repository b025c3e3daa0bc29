"""函件以外的文书与短信。"""

WORDS = {
    "papers.blank_account": "策略文件的 [[company]] 没有收款账户：协议中留了空行，盖章前请填写。",
    "papers.kind_stop-supply": "停供通知",
    "papers.kind_repayment": "还款协议",
    "papers.kind_assignment": "债权转让通知书",
    "papers.kind_reconciliation": "往来款项核对函",
    "papers.kind_partial-payment": "分次付款复函",
    "papers.kind_short": "短信、微信文本",
    "papers.prefix_stop-supply": "停字",
    "papers.prefix_repayment": "协字",
    "papers.prefix_assignment": "转字",
    "papers.prefix_reconciliation": "核字",
    "papers.prefix_partial-payment": "复字",
    "papers.file": "{kind}_{customer}_{number}",
    "papers.index_file": "{kind}_清单",
    "papers.print_file": "{kind}_打印合集",
    "papers.lead": "数据截至 {as_of}；写成 {count} 份，不写 {silent} 户",
    "papers.short_lead": "{count} 条，每条只发给所列收件人本人",
    "papers.note_stop-supply": (
        "只暂缓未确认的订单；已签订的合同须具备民法典第526条或第527条的条件，并及时通知对方（第528条）。供参考，请咨询律师"
    ),
    "papers.note_repayment": (
        "协议只列货款本金，保留逾期付款责任；双方盖章后生效，签署前请经律师审阅"
    ),
    "papers.note_assignment": (
        "通知到达债务人后转让才对其生效（民法典第546条）；请留存送达凭证。供参考，请咨询律师"
    ),
    "papers.note_reconciliation": (
        "金额为账面未付款减已付未核销，含有争议、质保金和尾差；为负数的是我方预收。加盖财务专用章，未回复不视为确认"
    ),
    "papers.note_partial-payment": "同意分次受领，不免除余款，也不变更付款期限；请取得对方的书面确认",
    "papers.note_short": "不含违约金和法律程序；超过两条短信长度的已标出；发送时间避开22:00至次日8:00",
    "papers.col_reference": "编号",
    "papers.col_company": "我方公司",
    "papers.col_customer": "客户",
    "papers.col_currency": "币种",
    "papers.col_net": "金额",
    "papers.col_addressee": "收件人",
    "papers.col_why": "为什么不写",
    "papers.col_file": "文件",
    "papers.col_level": "级别",
    "papers.col_text": "文本",
    "papers.col_length": "字数",
}
