"""Why a receivable is not fit for factoring."""

WORDS = {
    "finance_why.apart_small": "尾差",
    "finance_why.apart_related": "关联方",
    "finance_why.apart_retention": "质保金，未到期",
    "finance_why.apart_red_blue": "已红蓝冲销",
    "finance_why.apart_bill": "票据：可贴现或背书",
    "finance_why.apart_written_off": "账销案存",
    "finance_why.disputed": "有争议：{amount}",
    "finance_why.no_due_date": "无到期日",
    "finance_why.late": "逾期 {days} 天",
    "finance_why.late_beyond": "逾期 {days} 天（最多 {most} 天）",
    "finance_why.too_soon": "{days} 天后到期（至少 {least} 天）",
    "finance_why.too_far": "{days} 天后才到期（最多 {most} 天）",
    "finance_why.bad_debt": "已标记坏账",
    "finance_why.no_grade": "债务人未评级：还没有单据到期",
    "finance_why.grade": "评级 {grade}（接受 {accepted}）",
    "finance_why.flag": "红色标记：{flag}",
    "finance_why.banned": "有禁止转让的标记：请查合同",
    "finance_why.covered": "已有未核销回款或红字可抵",
    "finance_why.no_rate": "金额未测：缺少 {currency} 折 {base} 的汇率（--rate）",
    "finance_why.small": "仅余 {amount}（至少 {least}，本位币）",
}
