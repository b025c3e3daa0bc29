"""付款承诺的判断依据。"""

WORDS = {
    "promises_why.open": "承诺日未到",
    "promises_why.kept": "承诺金额已按期到账",
    "promises_why.partly": "按期只到账一部分，其余仍未收到",
    "promises_why.partly_paid_late": "按期只到账一部分，其余逾期后到账",
    "promises_why.broken": "承诺日已过，没有看到到账",
    "promises_why.broken_paid_late": "承诺日之后才到账",
    "promises_why.withdrawn": "承诺已撤回",
    "promises_why.no_ledger": "没有给出台账，无法判断；加上台账文件再看一次",
    "promises_why.undated": "欠款已减少，但台账没有到账日期，无法判断是否按期；请在台账中加上回款明细",
    "promises_why.no_payments": "台账没有回款记录，无法判断；请在台账中加上回款明细",
    "promises_why.ledger_ends": "台账数据只到 {day}，之后有没有到账看不出来：请重新导出，或用 --balances-as-of 说明余额日期",
}
