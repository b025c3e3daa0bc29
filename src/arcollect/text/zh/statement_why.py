"""对账单：为什么。"""

WORDS = {
    "statement_why.no_payments": (
        "台账里看不出哪天收过款（没有收款记录表，也没有结清日期列），因此不列期初余额和本月收款"
        "；请在台账中加一张收款记录表，或加“结清日期”列"
    ),
    "statement_why.month_not_there": (
        "台账截至 {day}，还没有 {month} 的往来；请用该月末之后导出的台账"
    ),
}
