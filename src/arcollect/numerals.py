"""Chinese signs: numerals both ways (壹拾贰万伍仟 is 125,000), traditional as simplified."""

from __future__ import annotations

import re

_ROWS = (
    "零〇",
    "一壹",
    "二贰貳两兩",
    "三叁參叄",
    "四肆",
    "五伍",
    "六陆陸",
    "七柒",
    "八捌",
    "九玖",
)
DIGITS = {sign: value for value, row in enumerate(_ROWS) for sign in row}
"""Every sign for a digit, ordinary and banker's (大写), and its value."""

PLAIN = str.maketrans("仟佰拾萬億圆圓正", "千百十万亿元元整")
"""Banker's units to ordinary ones, for `str.translate`."""

DIGIT = f"[{''.join(sign for sign, value in DIGITS.items() if value)}]"
_GROUP = re.compile(rf"(?:({DIGIT})千)?零?(?:({DIGIT})百)?零?(?:({DIGIT})?(十))?零?({DIGIT})?")
_BANKERS = "零壹贰叁肆伍陆柒捌玖"

TRADITIONAL = (
    "帳賬帐戶稱單據號碼發開應餘額幣別種備註業務員門區電話郵聯絡繫係條類貨買賣購銷貸約違總計數"
    "價稅實際驗書爭議關壞質訂採責職語級領點間時項報對憑證記錄轉專審匯歸屬團隊經辦處縣國產規網"
    "狀態結當還過齡週個後確認簽簡給詢贈傭訴訟費簿摯滯納欄釋離讓導賒雙紅藍沖銀彙機構師傳寫層強"
    "應該籍編繳調體餘預廢歐鎊韓臺萬億兌無沒頁張筆負進運達遲險執資託庫檔檢歷為爲現異監節組終統"
    "維續舊製複見訊設評詳財賠車軟較載農連適錯順須請與從協陳樣內並併貼擔債權畢圖廠東華"
)
SIMPLIFIED = (
    "账账账户称单据号码发开应余额币别种备注业务员门区电话邮联络系系条类货买卖购销贷约违总计数"
    "价税实际验书争议关坏质订采责职语级领点间时项报对凭证记录转专审汇归属团队经办处县国产规网"
    "状态结当还过龄周个后确认签简给询赠佣诉讼费簿挚滞纳栏释离让导赊双红蓝冲银汇机构师传写层强"
    "应该籍编缴调体余预废欧镑韩台万亿兑无没页张笔负进运达迟险执资托库档检历为为现异监节组终统"
    "维续旧制复见讯设评详财赔车软较载农连适错顺须请与从协陈样内并并贴担债权毕图厂东华"
)
_TO_SIMPLIFIED = str.maketrans(TRADITIONAL, SIMPLIFIED)


def read_whole(words: str) -> int | None:
    """The integer that `words` (units in ordinary signs) spell, None where in doubt.

    两万五 is 25,000 to some and 20,005 to others, so it is None; 零 may be left
    out wherever the next unit is named (壹拾万柒仟).
    """
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = words.rpartition(mark)
        if found:
            above, below = read_whole(head), read_whole(tail) if tail else 0
            loose = len(tail) == 1 and DIGITS.get(tail) != 0
            if not above or below is None or loose or below >= size:
                return None
            return above * size + below
    return _read_group(words.replace("\u3007", "零"))


def _read_group(words: str) -> int | None:
    if words == "零":
        return 0
    found = _GROUP.fullmatch(words.removeprefix("零"))
    if found is None or not words.removeprefix("零"):
        return None
    thousand, hundred, ten, has_ten, one = found.groups()
    if one and (thousand or hundred) and not has_ten and words[-2] != "零":
        return None  # 三千五
    tens = DIGITS[ten] if ten else int(bool(has_ten))
    thousands, hundreds, ones = (DIGITS[c] if c else 0 for c in (thousand, hundred, one))
    return 1000 * thousands + 100 * hundreds + 10 * tens + ones


def write_whole(number: int) -> str:
    """A positive integer in banker's numerals, 零 standing for every gap inside.

    支付结算办法 annex 1 leaves 零 optional where only the last digits of the group
    above are zero (壹拾万柒仟). A wholly empty 万 group gets its 零 (伍亿零伍仟),
    so that nothing can be inserted there.
    """
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    words = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            gap = bool(words) and (group < 1000 or groups[place + 1] == 0)
            words += "零" * gap + _write_group(group) + _place_name(place)
        elif place == 2 and words:
            words += "亿"
    return words


def _write_group(group: int) -> str:
    words = ""
    for digit, unit in zip(f"{group:04d}", ("仟", "佰", "拾", ""), strict=True):
        words += "零" if digit == "0" else _BANKERS[int(digit)] + unit
    return re.sub("零+", "零", words).strip("零")


def _place_name(place: int) -> str:
    return "万" * (place % 2) + "亿" * (place == 2)


def simplified(text: str) -> str:
    """The text with the traditional characters of accounts, and 帐, as simplified ones.

    One character for one, so that places stay. For comparing words only: a name is
    kept as it is written.
    """
    return text if text.isascii() else text.translate(_TO_SIMPLIFIED)
