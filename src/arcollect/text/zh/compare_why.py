"""Why two states cannot be compared."""

WORDS = {
    "compare_why.order": "旧台账截至 {old}，比新台账的 {new} 还晚。",
    "compare_why.order_hint": "对调两个文件，或用 --old-as-of、--as-of 写明各自的日期。",
    "compare_why.no_cutoff": "{file} 没有写明截止日期，不知道它是哪一天的数据。",
    "compare_why.no_cutoff_hint": "加上 --old-as-of 2026-09-30。",
    "compare_why.too_many": "一次比较两份台账，这里给了 {count} 份。",
    "compare_why.too_many_hint": "写成 arcollect compare 旧台账 新台账；一份台账由几个文件组成时，放进一个文件夹再给文件夹。",
    "compare_why.nothing_kept": "登记簿里没有 {day} 之前保存的状态，没有可以比较的对象。",
    "compare_why.kept": "已保存的日期：{days}。",
    "compare_why.nothing_kept_hint": "给出旧台账（arcollect compare 旧台账 新台账），或用 --old-as-of 让同一份台账退回到那一天；arcollect report 每次都会保存一次状态。",
    "compare_why.base": "保存的状态按各单据自己的币种，不能折算成 {base} 再比。",
    "compare_why.base_hint": "去掉 --base，或给出两份台账。",
    "compare_why.both": "--since 与旧台账不能同时给：二者都在说和什么比。",
    "compare_why.both_hint": "只留一个。",
}
