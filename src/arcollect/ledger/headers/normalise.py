"""One spelling for what people type in many."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TRADITIONAL = (
    "帳賬帐戶稱單據號碼發開應餘額幣別種備註業務員門區電話郵聯絡繫係條類貨買賣購銷貸約違總計數價稅實際驗書"
    "爭議關壞質訂採責職語級領點間時項報對憑證記錄轉專審匯歸屬團隊經辦處縣國產規網狀態結當還過齡週個後確認"
    "簽簡給詢贈傭訴訟費簿摯滯納欄釋離讓導賒雙紅藍沖銀彙機構師傳寫層強應該籍編繳調體餘"
)
SIMPLIFIED = (
    "账账账户称单据号码发开应余额币别种备注业务员门区电话邮联络系系条类货买卖购销贷约违总计数价税实际验书"
    "争议关坏质订采责职语级领点间时项报对凭证记录转专审汇归属团队经办处县国产规网状态结当还过龄周个后确认"
    "签简给询赠佣诉讼费簿挚滞纳栏释离让导赊双红蓝冲银汇机构师传写层强应该籍编缴调体余"
)
_TO_SIMPLIFIED = str.maketrans(TRADITIONAL, SIMPLIFIED)

_CURRENCY = "人民币|rmb|cny|usd|美元|港币|港元|hkd|欧元|eur|日元|jpy|英镑|gbp"
_UNIT = rf"(?:单位:?)?(?:{_CURRENCY})?(?:百万|千万|亿|万|千)?(?:元|{_CURRENCY})?"
_UNIT_BRACKET = re.compile(rf"[(\[【{{]{_UNIT}[)\]】}}]")
_UNIT_TAIL = re.compile(r"(?<=[额款价])(?:/|-|,|单位)?(?:百万元|亿元|万元|千元|元)$")
_COPY = re.compile(r"(?<=\D)\.\d{1,2}$")
_NOISE = re.compile(r"[\s*:;.,_\-/\\'\"`()\[\]【】{}|、。“”‘’·]+")


@lru_cache(maxsize=8192)
def normal(header: str) -> str:
    """The spelling that a header is looked up by; "" for a blank one.

    Full width, case, spaces, line breaks, marks such as `*` and `：`, traditional
    characters and 帐/账 make no difference; nor does a unit in brackets (元, 万元),
    which `money.unit_factor` reads from the header itself. What stands in other
    brackets stays, because 金额(本位币) is not 金额(原币). A copy's number (`USD.1`)
    is dropped.
    """
    plain = unicodedata.normalize("NFKC", header).lower().translate(_TO_SIMPLIFIED)
    if not plain.isprintable():
        plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    if plain.isalnum() and not plain.endswith("元"):
        return plain  # nothing to strip: the usual spelling
    plain = _COPY.sub("", "".join(plain.split()))
    bare = _UNIT_TAIL.sub("", _UNIT_BRACKET.sub("", plain))
    return _NOISE.sub("", bare)


def language_of(headers: list[str]) -> str:
    """The language that most headers are written in: "zh" or "en"; a tie is "zh".

    A single English header does not turn a Chinese export English (ERPNext leaves
    "Due Date" as it is in Chinese).
    """
    chinese = sum(_is_chinese(h) for h in headers)
    latin = sum(not _is_chinese(h) and any(c.isalpha() for c in h) for h in headers)
    return "en" if latin > chinese else "zh"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)
