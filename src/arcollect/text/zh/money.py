"""Amounts that cannot be read, in Chinese."""

WORDS = {
    "money.about": "“{raw}”是约数，不能当作金额；请填写准确数字",
    "money.decimal_comma": "“{raw}”用逗号作小数点，含义不明；请改用点号作小数点",
    "money.error_cell": "“{raw}”是公式错误值，不是金额；请在 Excel 中修正公式后另存",
    "money.exponent": "“{raw}”是科学计数法，位数可能已丢失；请把该列设为数值格式后重新导出",
    "money.not_a_number": "“{raw}”不是金额",
    "money.percent": "“{raw}”是比例，不是金额",
    "money.point_or_thousands": "“{raw}”有三位小数，也可能是欧式千分位（1.234 即 1,234）；"
    "请写成两位小数",
    "money.too_large": "“{raw}”大得不像一笔金额（可能把编号当成了金额）",
    "money.two_currencies": "“{raw}”里有两种货币（{currencies}）",
    "money.two_signs": "“{raw}”里有两个正负标记，无法确定方向",
}
