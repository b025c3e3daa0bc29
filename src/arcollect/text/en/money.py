"""Amounts that cannot be read, in English."""

WORDS = {
    "money.about": '"{raw}" is an estimate, not an amount; enter the exact figure',
    "money.decimal_comma": '"{raw}" has a decimal comma; use a point for the decimals',
    "money.error_cell": '"{raw}" is a formula error; correct it and save again',
    "money.exponent": '"{raw}" is in scientific notation and may have lost digits; '
    "format the column as a number and export again",
    "money.not_a_number": '"{raw}" is not an amount',
    "money.percent": '"{raw}" is a percentage, not an amount',
    "money.point_or_thousands": '"{raw}" could mean three decimals or thousands '
    "(European 1.234 is 1,234); write two decimals",
    "money.too_large": '"{raw}" is too large to be an amount (an id, perhaps?)',
    "money.two_currencies": '"{raw}" names two currencies ({currencies})',
    "money.two_signs": '"{raw}" carries two signs, so its direction is unclear',
}
