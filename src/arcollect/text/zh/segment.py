"""客户分层的用词。"""

WORDS = {
    "segment.title": "客户分层",
    "segment.lead": "截至 {as_of}；销售额按 {base}，为近 12 个月",
    "segment.company": "我方公司",
    "segment.customer": "客户",
    "segment.segment": "分层",
    "segment.score": "评分",
    "segment.reasons": "理由",
    "segment.treatment": "对待方式",
    "segment.sold": "年销售额",
    "segment.sold_from": "销售额来源",
    "segment.from_sheet": "客户资料",
    "segment.from_sales": "销售表",
    "segment.from_documents": "发票",
    "segment.name_recovery": "高风险清收",
    "segment.name_risk": "风险预警",
    "segment.name_core": "核心优质",
    "segment.name_potential": "潜力发展",
    "segment.name_none": "未分层",
    "segment.treated": "{segment}——{treatment}。",
    "segment.counts": "户数：{counts}",
    "segment.rule": "依次判断，先合者为准：高风险清收（失信、失联、破产、重大诉讼、拒付）→ "
    "风险预警（坏账记录、风险标记、资产负债率高于 {debt}、近 {months} 个月延迟率高于 {late}、评分低于 {medium}）→ "
    "核心优质（评分 {core} 及以上，且属于占销售额 {share} 的前几名）→ 潜力发展。门槛见 policy show。",
    "segment.need_score": "未分层的客户缺付款历史：导出结清日期，或在工作簿加收款记录表；催款函按默认一栏。",
    "segment.need_sales": "评分达标而不知销售额的客户分不清核心与潜力：加销售表，或在客户资料填写“年采购额”。",
    "segment.type": "类型",
    "segment.type_project": "工程项目型",
    "segment.type_dealer": "经销商",
    "segment.type_manufacturer": "厂商",
    "segment.projects": "工程项目型 {count} 户，其中 {missing} 户没有填工程进度或资金来源；按节点付款和质保金各自到期，见账龄表。",
}
