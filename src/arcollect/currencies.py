"""Which currency a word means, and how many decimals it has."""

from __future__ import annotations

import re
import unicodedata

from arcollect.numerals import simplified

_NO_DECIMALS = "JPY KRW VND CLP ISK XAF XOF XPF UGX RWF PYG KMF GNF"
_TWO_DECIMALS = (
    "CNY USD HKD MOP TWD EUR GBP SGD AUD NZD CAD CHF SEK NOK DKK PLN CZK HUF RON BGN "
    "RUB UAH KZT TRY ILS AED SAR QAR EGP MAD ZAR NGN KES GHS INR PKR BDT LKR NPR MMK "
    "THB MYR IDR PHP KHR LAK BND MNT BRL MXN ARS COP PEN"
)
_THREE_DECIMALS = "KWD BHD OMR JOD TND IQD LYD"
_EXPONENTS = {
    **dict.fromkeys(_NO_DECIMALS.split(), 0),
    **dict.fromkeys(_TWO_DECIMALS.split(), 2),
    **dict.fromkeys(_THREE_DECIMALS.split(), 3),
}
_SPELLINGS = {
    "CNY": "人民币|人民币元|人民幣|rmb|rmb¥|rmb yuan|cn¥|cnh|cn|yuan|¥|元|圆",
    "USD": "美元|美金|us$|$|usd$|us dollar|us dollars",
    "HKD": "港币|港元|港幣|hk$",
    "MOP": "澳门元|澳门币",
    "TWD": "新台币|新臺幣|台币|nt$",
    "EUR": "欧元|歐元|€|euro|euros",
    "GBP": "英镑|英鎊|£",
    "JPY": "日元|日圆|日円|円|jp¥",
    "KRW": "韩元|韩币|₩",
    "SGD": "新加坡元|新元|新币|s$",
    "AUD": "澳元|a$",
    "NZD": "新西兰元|nz$",
    "CAD": "加元|c$",
    "CHF": "瑞士法郎|瑞郎",
    "RUB": "卢布|₽",
    "INR": "印度卢比|₹|rs|rs.",
    "THB": "泰铢|฿",
    "MYR": "林吉特|马币|rm",
    "VND": "越南盾|₫",
    "BRL": "巴西雷亚尔|r$",
    "KWD": "科威特第纳尔",
    "AED": "阿联酋迪拉姆|迪拉姆",
    "SAR": "沙特里亚尔",
}
_WORDS = {word: code for code, row in _SPELLINGS.items() for word in row.split("|")}

CURRENCY = "|".join(re.escape(w) for w in sorted([*_EXPONENTS, *_WORDS], key=len, reverse=True))
"""A regular expression for every word that `currency_code` knows."""


def exponent(currency: str) -> int:
    """How many decimals a currency has by ISO 4217: CNY 2, JPY 0, KWD 3; else 2."""
    return _EXPONENTS.get(currency, 2)


def currency_code(word: str) -> str | None:
    """The ISO 4217 code of a currency word: 人民币, RMB, ￥ → CNY; US$ → USD.

    `￥` and `¥` are read as CNY, a bare `$` as USD. None for a word we do not
    know: a caller must not take it for the default currency (T-21).
    """
    tidy = " ".join(unicodedata.normalize("NFKC", word).split())
    if tidy.upper() in _EXPONENTS:
        return tidy.upper()
    return _WORDS.get(tidy.lower()) or _WORDS.get(simplified(tidy.lower()))
