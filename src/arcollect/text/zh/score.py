"""评分表的用词。"""

WORDS = {
    "score.title": "客户信用评分（1-100）",
    "score.card": "{customer}：评分 {score}",
    "score.none": "不评分",
    "score.lead": "截至 {as_of}；分数向下取整",
    "score.company": "我方公司",
    "score.customer": "客户",
    "score.score": "评分",
    "score.band": "档次",
    "score.band_core": "核心档",
    "score.band_medium": "中间档",
    "score.band_cash": "现款档",
    "score.band_none": "不评分",
    "score.losses": "主要扣分",
    "score.loss": "{name} -{lost}",
    "score.consequences": "账期与额度",
    "score.known": "有数据权重%",
    "score.notes": "说明",
    "score.indicator": "指标",
    "score.weight": "权重",
    "score.points": "得分（0-100）",
    "score.adds": "计入",
    "score.measured": "依据",
    "score.sum": "合计",
    "score.rule": "评分 = Σ（权重 × 得分）÷ 有数据的权重之和，向下取整，最低 1 分；"
    "{medium} 分以下现款现货或预付，{core} 分及以上为核心档。权重为默认值，可在策略文件 [score] 修改。",
    "score.rule_approval": "信用额度超过 {limit} {base} 须总经理审批；与信用等级的建议不同时从严。",
    "score.rule_careful": "争议、尾差、质保金等单据不计入；有数据的权重不足 {least} 的不评分；"
    "老板个人信用属个人信息，不作默认指标。",
    "score.never_updated": "{count} 户未注明信用资料更新日期：客户资料加“信用资料更新日期”，每 {days} 天应更新一次。",
    "score.untested": "缺“{name}”（{count} 户）：{why}",
}
