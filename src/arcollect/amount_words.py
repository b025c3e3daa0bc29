"""An amount in words, so that nobody can add a digit (大写)."""

from __future__ import annotations

from arcollect.money import exponent
from arcollect.numerals import write_whole

_NAMES = {
    "CNY": ("人民币", "Chinese yuan"),
    "USD": ("美元", "US dollars"),
    "HKD": ("港元", "Hong Kong dollars"),
    "EUR": ("欧元", "euros"),
    "GBP": ("英镑", "pounds sterling"),
    "JPY": ("日元", "Japanese yen"),
    "KRW": ("韩元", "Korean won"),
    "TWD": ("新台币", "New Taiwan dollars"),
    "MOP": ("澳门元", "Macao patacas"),
    "SGD": ("新加坡元", "Singapore dollars"),
    "AUD": ("澳元", "Australian dollars"),
    "NZD": ("新西兰元", "New Zealand dollars"),
    "CAD": ("加元", "Canadian dollars"),
    "CHF": ("瑞士法郎", "Swiss francs"),
    "RUB": ("卢布", "Russian roubles"),
    "INR": ("印度卢比", "Indian rupees"),
    "THB": ("泰铢", "Thai baht"),
    "MYR": ("林吉特", "Malaysian ringgit"),
    "VND": ("越南盾", "Vietnamese dong"),
    "KWD": ("科威特第纳尔", "Kuwaiti dinars"),
    "AED": ("阿联酋迪拉姆", "UAE dirhams"),
    "SAR": ("沙特里亚尔", "Saudi riyals"),
    "BRL": ("巴西雷亚尔", "Brazilian reais"),
}
_BANKERS = "零壹贰叁肆伍陆柒捌玖"
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ONES = _SMALL.split()
_TENS = [
    "",
    "",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_SCALES = ("", " thousand", " million", " billion", " trillion", " quadrillion")


def in_chinese(minor: int, currency: str = "CNY") -> str:
    """大写 with its currency: 人民币壹拾贰万伍仟元整, 美元壹仟肆佰零玖元伍角 (U-26).

    支付结算办法 annex 1: 整 after 元, none after 角 or 分; 零 where 角 is missing
    before 分. A negative amount begins with 负, zero is 零元整.
    """
    whole, rest = divmod(abs(minor), 10 ** exponent(currency))
    yuan = f"{write_whole(whole)}元" if whole or not rest else ""
    yuan = "零元" if yuan == "元" else yuan
    parts = _decimals(rest, exponent(currency), after_whole=bool(whole)) if rest else "整"
    sign = "负" if minor < 0 else ""
    return f"{_name(currency, 0)}{sign}{yuan}{parts}"


def in_english(minor: int, currency: str = "USD") -> str:
    """The amount in words: US dollars twelve thousand five hundred and 50/100."""
    places = exponent(currency)
    whole, rest = divmod(abs(minor), 10**places)
    sign = "minus " if minor < 0 else ""
    cents = f" and {rest:0{places}d}/{10**places}" if places else ""
    return f"{_name(currency, 1)} {sign}{_english(whole)}{cents}"


def _name(currency: str, language: int) -> str:
    return _NAMES[currency][language] if currency in _NAMES else currency


def _decimals(rest: int, places: int, *, after_whole: bool) -> str:
    words = ""
    for digit, unit in zip(f"{rest:0{places}d}", "角分厘", strict=False):
        if digit != "0":
            words += _BANKERS[int(digit)] + unit
        elif (words or after_whole) and not words.endswith("零"):
            words += "零"
    return words.rstrip("零")


def _english(whole: int) -> str:
    if whole == 0:
        return _ONES[0]
    words: list[str] = []
    for scale in _SCALES:
        whole, group = divmod(whole, 1000)
        if group:
            words.insert(0, _english_group(group) + scale)
    return " ".join(words)


def _english_group(group: int) -> str:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    if rest < 20:
        small = _ONES[rest] if rest else ""
    else:
        small = _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return " ".join(filter(None, [f"{_ONES[hundreds]} hundred" if hundreds else "", small]))
