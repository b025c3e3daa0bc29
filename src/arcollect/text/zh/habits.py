"""Words of payment habits."""

WORDS = {
    "habits.title": "客户回款习惯（{currency}）",
    "habits.lead": "截至 {as_of}；依据此前 {months} 个月的回款和单据",
    "habits.company": "公司",
    "habits.customer": "客户",
    "habits.payday": "习惯回款日",
    "habits.next_on": "下次回款日",
    "habits.remind_on": "提醒日",
    "habits.action": "行动",
    "habits.payments": "回款天数（日）",
    "habits.hits": "其中落在习惯日",
    "habits.median": "逾期中位数（天）",
    "habits.mean": "加权平均逾期（天）",
    "habits.first_quarter": "四分之一付清（逾期天）",
    "habits.third_quarter": "四分之三付清（逾期天）",
    "habits.documents": "已结清单据",
    "habits.in_time": "按时付款率",
    "habits.last_on": "最近回款日",
    "habits.last": "当日回款额",
    "habits.open": "未收余额",
    "habits.day_of_month": "每月{day}日",
    "habits.month_end": "每月月末",
    "habits.act_today": "今天提醒",
    "habits.act_later": "到提醒日提醒",
    "habits.rule_day": "习惯回款日（R003-47）：至少 {least} 个回款日、分布在 {months} 个月以上，"
    "且 {share} 以上落在该日前后 {within} 天内（遇休息日，前后最近的工作日也算）。空白：看不出习惯日。",
    "habits.rule_remind": "下次回款日前 {days} 天提醒；提醒日已过的，今天就提醒。",
    "habits.rule_late": "逾期天数为结清日减到期日，负数为提前。争议单据、关联方和单列项目不计入；"
    "红字冲销不算付款。",
    "habits.no_payments": "台账没有回款日期。补上收款记录（日期、客户、金额、核销单号）或“结清日期”列后即可统计。",
    "habits.undated": "{count} 张已结清单据没有付款日期，未计入；收款记录写明核销单号后即可计入。",
}
