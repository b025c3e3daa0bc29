"""Why the figures of the standing are what they are."""

WORDS = {
    "standing_why.later_state": (
        "文件反映的是 {day} 的余额，无法还原到 {as_of}：表中没有带日期的收款或结清记录。"
    ),
    "standing_why.later_state_hint": (
        "请改用 --as-of {day} 或之后的日期；或在工作簿中加入收款记录表；如余额确为较早日期，"
        "请用 --balances-as-of 指明。"
    ),
    "standing_why.cut_off_differs": (
        "余额的截止日期是 {cutoff}，分析基准日是 {as_of}：两者不同，表中余额按导出数列示。"
    ),
    "standing_why.undated_payments": (
        "余额已还原到 {as_of}，但有 {rows} 笔单据的部分付款没有日期，按此前已付处理。"
    ),
    "standing_why.unknown_reference": "收款注明核销 {reference}，但台账里这个客户没有这张单据；{amount} 列为未核销。",
    "standing_why.unknown_reference_remedy": "核对单据号是否写错，或这张单据没有导出。",
    "standing_why.unknown_references": "另有 {count} 笔收款注明的单据在台账里找不到，同样列为未核销。",
    "standing_why.looks_old": "台账里最晚的日期是 {day}，比截至日早 {days} 天，也没有写截止日期：之后的收款可能没有导出，催款会催错。",
    "standing_why.looks_old_remedy": "重新导出一份，或用 --balances-as-of 说明余额是哪一天的。",
    "standing_why.no_due_dates": "所有未清单据都没有到期日，无法按到期日分析账龄。",
    "standing_why.no_due_dates_hint": (
        "请用 --terms 给出付款条件（如 --terms 月结60），或用 --basis issue 按单据日期分析。"
    ),
    "standing_why.no_issue_dates": "所有未清单据都没有单据日期，无法按单据日期分析账龄。",
    "standing_why.no_issue_dates_hint": "请导出单据日期列，或用 --basis due 按到期日分析。",
    "standing_why.credits_separate": "贷项与预收单列，未冲减任何单据。{receipts}",
    "standing_why.credits_by_reference": (
        "贷项按单据号、发票号对应冲减，对应不上的单列为未核销。{receipts}"
    ),
    "standing_why.credits_fifo": (
        "贷项先按单据号对应，其余在同一公司、客户、币种内按到期日先后冲减，冲减不完的单列为未"
        "核销。{receipts}"
    ),
    "standing_why.credits_unmatched": "没有余额、已收或结清列，收款也不注明单据，故按先到期先冲减（--credits separate 可单列）。{said}",
    "standing_why.credits_net": (
        "贷项冲减其自身日期所在账龄段内的单据，不冲成负数，余额单列为预收。{receipts}"
    ),
    "standing_why.receipts_twins": "{role}其中 {count} 笔在明细表中已有（同客户、币种、金额，日期相近），只计一次。",
    "standing_why.too_much": "金额合计超出可能的范围（{column}）：很可能把编号列当成了金额列。",
    "standing_why.too_much_hint": "运行 arcollect check 查看列的对应，用 --map amount=列名 指定金额列。",
    "standing_why.receipts_none": "",
    "standing_why.receipts_paying": "收款记录冲减所注明的单据，未注明的单列为未核销。",
    "standing_why.receipts_history": "余额已反映收款，收款记录只作付款历史。",
    "standing_why.receipts_among_items": "未核销收款已在明细中，收款记录只作付款历史。",
    "standing_why.receipts_unapplied": ("余额已反映注明单据的收款；未注明单据的收款单列为未核销。"),
    "standing_why.pool_flag": "红色信号：{flags}",
    "standing_why.pool_days": "最长逾期 {days} 天",
    "standing_why.pool_large": "最长逾期 {days} 天，逾期金额 {amount}",
    "standing_why.flag_lost": "失联",
    "standing_why.flag_refuses": "明确拒付",
    "standing_why.flag_bankrupt": "濒临破产",
    "standing_why.flag_wilful": "恶意拖欠",
    "standing_why.flag_dishonest_list": "失信被执行人",
    "standing_why.flag_transfer_risk": "有转移资产风险",
    "standing_why.flag_litigation": "重大诉讼",
    "standing_why.bad_debt": "有坏账记录",
    "standing_why.ungraded_apart": "没有可计入的到期单据（{count} 张争议、尾差、质保金或关联方单据不计入），未评级",
    "standing_why.ungraded": "尚无到期单据，未评级",
    "standing_why.none_late": "近期到期 {documents} 笔，无逾期",
    "standing_why.some_late": "到期 {documents} 笔中逾期 {late} 笔，最长 {worst} 天",
    "standing_why.often_late": "到期 {documents} 笔中逾期 {late} 笔，超过 {share}",
    "standing_why.long_late": "逾期超过 {days} 天的单据有 {long} 笔",
    "standing_why.long_share": "逾期超过 {days} 天的单据占金额 {actual}，达到 {share}",
    "standing_why.middle_few": (
        "最长逾期 {worst} 天；到期单据不足 {least} 笔，不作比例判断，列为观察"
    ),
    "standing_why.middle_rare": (
        "最长逾期 {worst} 天，但 {documents} 笔中只逾期 {late} 笔，未超过 {share}，列为观察"
    ),
    "standing_why.middle_often": (
        "最长逾期 {worst} 天，且 {documents} 笔中逾期 {late} 笔，超过 {share}"
    ),
    "standing_why.related": "关联方，不参与评级",
    "standing_why.not_counted": "另有 {count} 笔争议、尾差、质保金等单据未计入",
    "standing_why.unknown_date": "另有 {count} 笔已结清但结清日期不明，未计入",
    "standing_why.no_rate": "多币种且缺少折算汇率，未作金额占比判断",
    "standing_why.terms_a": "可选：账期延长到 {days} 天",
    "standing_why.rebate": "可选：年采购额超过 {limit}，返点 {rate}，计 {amount}",
    "standing_why.rebate_if": "可选：年采购额超过 {limit} 时返点 {rate}（缺年采购额）",
    "standing_why.statement_b": "正常合作，每月发对账单并要求盖章回传",
    "standing_why.terms_c": "可选：账期收紧到 {days} 天",
    "standing_why.prepayment_c": "可选：预付 {share} 货款后再生产",
    "standing_why.stop_d": "可选：停止合作",
    "standing_why.cash_d": "可选：现款现货，钱到账再发货",
    "standing_why.observe_d": "欠款已结清六个月以上：观察，现款现货",
    "standing_why.not_computed": "缺数据，未计算",
    "standing_why.revenue_given": "给定的年销售收入",
    "standing_why.revenue_months": "销售表 {first} 至 {last} 合计",
    "standing_why.revenue_year": "销售表 {year} 年全年",
    "standing_why.average_both": "平均应收取（期初＋期末）÷2",
    "standing_why.average_closing": "未给期初余额，以期末余额代替平均余额",
    "standing_why.vat_added": "收入按 {rate} 换算为含税",
    "standing_why.vat_as_given": "收入按所给口径，未换算增值税",
    "standing_why.formula_turnover": "年销售收入÷平均应收账款",
    "standing_why.formula_dso": "天数×平均应收账款÷年销售收入",
    "standing_why.formula_ar_to_sales": "期末应收账款÷年销售收入",
    "standing_why.formula_overdue_ratio": "逾期未收÷未收合计",
    "standing_why.formula_overdue_ratio_net": "净逾期÷净未收（逐户扣除未核销收款）",
    "standing_why.formula_best_possible_dso": "未逾期应收×天数÷年销售收入",
    "standing_why.formula_average_days_delinquent": "逾期应收×天数÷年销售收入",
    "standing_why.formula_cei": "（期初＋销售－期末）÷（期初＋销售－期末未逾期）",
    "standing_why.formula_countback_dso": "从最近月份起逐月倒推销售额",
    "standing_why.formula_collection_rate": "本期回款÷（期初逾期＋本期到期）",
    "standing_why.formula_sales_collection_rate": "本期回款÷本期含税销售",
    "standing_why.numbers_turnover": "{revenue}÷{average}",
    "standing_why.numbers_dso": "{days}×{average}÷{revenue}",
    "standing_why.numbers_share": "{part}÷{whole}",
    "standing_why.numbers_days": "{part}×{days}÷{revenue}",
    "standing_why.numbers_cei": (
        "（{opening}＋{sales}－{closing}）÷（{opening}＋{sales}－{current}）"
    ),
    "standing_why.numbers_countback": "{open} 从最近月份起逐月倒推",
    "standing_why.convention_turnover": "{revenue}；{average}；{vat}",
    "standing_why.convention_dso": "按 {days} 天；{revenue}；{average}；{vat}",
    "standing_why.convention_ar_to_sales": "期末应收；{revenue}；{vat}",
    "standing_why.convention_overdue_ratio": ("逾期未清借方÷全部未清借方，均为冲减已核销贷项之后"),
    "standing_why.convention_overdue_ratio_net": ("逐个客户再扣除未核销收款，扣至零为止，不跨客户"),
    "standing_why.convention_over_one_year_unknown": (
        "自单据日期起超过一个日历年（无单据日期的按到期日）；另有 {amount} 两个日期都没有，未计入"
    ),
    "standing_why.convention_over_one_year_share": (
        "自单据日期起超过一个日历年（无单据日期的按到期日）"
    ),
    "standing_why.convention_best_possible_dso": ("只计未逾期应收（含无到期日）；{revenue}；{vat}"),
    "standing_why.convention_average_days_delinquent": (
        "期末口径 DSO 减理想周转天数；{revenue}；{vat}"
    ),
    "standing_why.convention_cei": "销售取全年合计，“未逾期”为到期日未过；{revenue}；{vat}",
    "standing_why.convention_countback_dso": "各月按实际天数，当月计到基准日；{vat}",
    "standing_why.convention_collection_rate": (
        "{first} 至 {last}：全部回款÷（期初逾期＋期内到期）；票据到期才算回款"
    ),
    "standing_why.convention_sales_collection_rate": (
        "{first} 至 {last}：全部回款÷同期销售；{vat}"
    ),
    "standing_why.threshold_turnover": "不高于 {limit} 次预警（行业 {industry} 次，低 {gap}）",
    "standing_why.threshold_dso": "超过 {limit} 天预警",
    "standing_why.threshold_above": "超过 {limit} 预警",
    "standing_why.advice_turnover": "周转明显慢于同行：收紧账期",
    "standing_why.advice_dso": "周转天数超过警戒线：列出最大欠款户，本周逐户催收",
    "standing_why.advice_overdue": "逾期率超过预警线：先做客户信用分级，再按重点催收池逐户处理",
    "standing_why.advice_over_one_year": "一年以上账款偏多：核对诉讼时效与证据，评估减值",
    "standing_why.no_dates_hint": "文件里也没有单据日期：请导出到期日，或导出单据日期并用 --terms 给出付款条件。",
    "standing_why.observe_c": "旧款已清、没有逾期：观察，不必终止合作",
}
