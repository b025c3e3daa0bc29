"""登记簿：发过什么函，客户说过什么。"""

WORDS = {
    "register.written": "已记入登记簿：{path}",
    "register.none": "还没有登记簿：{path}",
    "register.which": "不知道是哪一本登记簿。",
    "register.which_hint": "请给出台账文件，或用 --register 指定登记簿，或在策略文件的 [[company]] 中填写我方公司。",
    "register.newer": "登记簿 {path} 是用更新版本的 arcollect 写的，这个版本不认识。",
    "register.newer_hint": "请升级 arcollect；或用 --register 指定另一本登记簿。",
    "register.foreign": "{path} 不是 arcollect 的登记簿。",
    "register.damaged": "登记簿 {path} 不能读取（{why}）。",
    "register.other_hint": "请换回备份，或用 --register 指定另一本；旧函件清单可以用 arcollect register rebuild 重新登记。",
    "register.exists_hint": "请换一个文件名。",
    "register.contradicts": "登记簿 {path} 中已有同号的记录，没有写入（{why}）。",
    "register.number_used": "编号 {number} 已用于另一封函，或该函已发出、已作废，不能再用。",
    "register.no_number": "登记簿中没有编号 {number}。",
    "register.no_number_hint": "用 arcollect letters --history 查看全部编号。",
    "register.two_numbers": "编号 {number} 对应不止一封函，请写全编号（含字头）。",
    "register.is_cancelled": "{number} 已经作废，不能登记为已发出。",
    "register.sent_early": "{number} 的寄出日期 {day} 早于函件日期 {since}。",
    "register.arrived_early": "{number} 的签收日期 {day} 早于寄出日期 {since}。",
}
