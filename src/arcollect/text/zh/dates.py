"""Dates that cannot be read, in Chinese."""

WORDS = {
    "dates.against_order": "“{raw}”与本列的日期顺序（{order}）不符",
    "dates.conflicting_orders": "本列既有只能按“日/月”理解的日期，"
    "也有只能按“月/日”理解的日期：“{first}”与“{second}”",
    "dates.destroyed": "“{raw}”只剩时间，日期在导出时已丢失；请把该列设为日期格式后重新导出",
    "dates.impossible": "“{raw}”不是真实存在的日期",
    "dates.no_day": "“{raw}”只有年月，没有日",
    "dates.no_order": "“{raw}”可以是“日/月”也可以是“月/日”；请用 --date-order dmy 或 mdy 说明",
    "dates.no_year": "“{raw}”没有年份",
    "dates.not_a_date": "“{raw}”不是日期",
    "dates.outside": "“{raw}”不在 1990 至 2079 年之间",
    "dates.two_digit_year": "“{raw}”的年份只有两位，无法确定哪一段是年；"
    "请用 --date-order ymd、dmy 或 mdy 说明",
}
