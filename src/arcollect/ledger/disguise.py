"""Made-up contents of the same shape: nobody's name, number or amount survives."""

from __future__ import annotations

import re
import secrets
import unicodedata
from decimal import Decimal, InvalidOperation

from arcollect.dates import parse_date
from arcollect.errors import Message
from arcollect.ledger.headers.names.fields import ROLES, index_of
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.headers.row_words import is_closing, is_ditto, is_opening, is_total
from arcollect.ledger.headers.samples import looks_like
from arcollect.money import currency_code
from arcollect.numerals import SIMPLIFIED, TRADITIONAL
from arcollect.terms import parse_terms

_FACTORS = (13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97)
_CHARACTERS = "梧桐榆柏杉枫楠檀桦椿槐樟棠栎柳桂竹兰菊荷梅松芦苇溪涧岭峰岗坡湾滩洲渚云霞霜露晴岚"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORDS = (
    "本页小计|本月合计|本期合计|本年累计|小计|合计|总计|累计|共计|期初|期末|余额|截止日期|截至|日期"
    "|期间|单位|万元|人民币|应收账款|应收票据|应收|账龄|分析表|明细表|明细账|明细|往来|收款|回款|退款"
    "|预收|发票|红字|蓝字|红冲|贷项|退货|折让|承兑|汇票|作废|取消|草稿|客户|联系人|资料|档案|销售|月报"
    "|年报|收入|统计|汇总|台账|记录|制表|审核|打印|导出|生成|时间|备注|中文|英文|元|借|贷|平|单"
    "|名称|姓名|户名|科目|对账|欠款|逾期|坏账准备|净额|净值|账面价值|其中(?=[:：])|减(?=[:：])|加(?=[:：])"
    "|制表人|制单人|审核人|复核人|制单|复核|填表|编制|以上数据|仅供参考|第|页|共|笔|上年|上期|年初|月初|结转|下年|次页|下页|前页|本日|本季|本月|本期"
)
_LATIN = (
    "sub-?total|grand|total|result|opening|closing|balances?|as|of|at|date|currency|page|aged|ageing"
    "|aging|receivables?|payables?|detail|summary|sheet\\d*|invoices?|customers?|contacts?|receipts?"
    "|sales|ledger|items?|for|journal|accounts?|report|period|from|to|transactions?|credit|debit"
    "|forward|brought|carried|down|names?|percent(?:age)?|less|thereof|allowance|net"
    "|note|payments?|refund|deposit|advance|void(?:ed)?|draft|cancell?ed|open|paid|zh|en|dr|cr|rv|dg|dz"
)
_TWINS = str.maketrans(
    {new: f"[{new}{old}]" for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
)
_LONGEST_FIRST = "|".join(sorted(_WORDS.split("|"), key=len, reverse=True)).translate(_TWINS)
_KEPT = re.compile(rf"({_LONGEST_FIRST}|(?<![A-Za-z])(?:{_LATIN})(?![A-Za-z]))", re.IGNORECASE)
_DAY = re.compile(
    r"((?:19|20)\d\d(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?|[01]\d[0-3]\d)(?!\d)"
    r"|\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(?:19|20)\d\d(?!\d))"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\D|\d{4}(?!\d)|$)")
_NUMBER = re.compile("\\d[\\d,\uff0c]*(?:[.\uff0e]\\d+)?")
_WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789,."}
_SHORT_YEAR = re.compile(r"(.*\D)(\d{1,2})(\D*)", re.DOTALL)
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_UNIT = re.compile(r"(?:人民币)?(?:百万|千万|万|千|亿)?元")
_BESIDE = re.compile(
    r"[\s\uffe5\u00a5$\u20ac\u00a3()\uff08\uff09,.+\-\u2014/%:\uff1a万萬亿億千百元圆整约借贷平负]*|[dc]r\.?",
    re.IGNORECASE,
)
"""Signs, units and sides that make a cell the amount that it is."""
_SMALL = 31  # a day, a month, a count of lines; more may be somebody's amount
_TRIES = 20


class Disguise:
    """One disguise for a whole file: equal things stay equal, sums still foot.

    Amounts are multiplied by one secret whole number, days moved by whole leap cycles,
    names and numbers replaced letter by letter. Signs, separators, zeros in front,
    spaces and spellings of dates stay: they are what a reader fails on.
    """

    def __init__(self) -> None:
        self._dice = secrets.SystemRandom()
        self._factor = self._dice.choice(_FACTORS)
        self._years = self._dice.choice((4, 8))
        self._made: dict[str, str] = {}
        self._taken: set[str] = set()

    def number(self, number: float, kind: str) -> float:
        """A number cell of a column of kind money, date, id, count, words or "" (unknown)."""
        if kind == "date" and number >= 32_874:
            return self.day(number)
        if kind == "money" and abs(number) < 1e300:
            return self._times(number)
        if kind == "count" or not 1 <= abs(number) < 1e300:
            return number
        is_whole = float(number).is_integer()
        if kind == "id" or (is_whole and abs(number) >= 1e15):
            return float(self._shaped(f"{number:.0f}")) if is_whole else self._times(number)
        if is_whole and 1990 <= number <= 2079:
            return number - self._years
        return self._unless_small(number)

    def _unless_small(self, number: float) -> float:
        return number if number.is_integer() and abs(number) <= _SMALL else self._times(number)

    def day(self, serial: float) -> float:
        """A date cell, moved by whole leap cycles: 29 February stays one."""
        moved = serial - self._years // 4 * 1_461
        return moved if moved >= 61 else serial

    def text(self, said: str, kind: str) -> str:
        """A text cell, in the same shape; words that are our own stay."""
        if not said.strip() or _is_own(said, kind):
            return said
        if kind == "words":
            return self.label(said)
        if kind == "count" and said.strip().isdecimal():
            return said
        if kind != "id" and (_is_day(said) or _DAY.fullmatch(said.strip())):
            return self._day_text(said)
        if _is_money(said, kind):
            return self._money_text(said)
        return self._name(said)

    def _money_text(self, said: str) -> str:
        """An amount with its signs, unit and currency; a word beside it is made up."""
        between = [p if _is_beside(p) else self.label(p) for p in _NUMBER.split(said)]
        figures = [self._amount(found) for found in _NUMBER.findall(said)]
        return "".join(a + b for a, b in zip(between, [*figures, ""], strict=True))

    def label(self, said: str) -> str:
        """A title, a total's label or a sheet's name: its known words and its days stay."""
        parts = _KEPT.split(said)
        return "".join(p if n % 2 else self._loose(p) for n, p in enumerate(parts))

    def _loose(self, part: str) -> str:
        pieces = _DAY.split(part)
        return "".join(self._day_text(p) if n % 2 else self._name(p) for n, p in enumerate(pieces))

    def _name(self, said: str) -> str:
        """Outer spaces and marks stay outside, so that a name is the same everywhere."""
        core = said.strip(" \t\r\n\u3000\xa0()（）[]【】:：-—*'\"")
        if not core:
            return said
        if core not in self._made:
            self._made[core] = self._fresh(core)
        return said.replace(core, self._made[core], 1)

    def _fresh(self, core: str) -> str:
        made = self._shaped(core)
        for _ in range(_TRIES):
            if made not in self._taken and not _is_own(made, ""):
                break
            made = self._shaped(core)
        self._taken.add(made)
        return made

    def _shaped(self, said: str) -> str:
        zeros = len(said) - len(said.lstrip("0"))
        return said[:zeros] + "".join(self._character(c) for c in said[zeros:])

    def _character(self, c: str) -> str:
        if c.isdecimal():
            wide = ord(c) - int(c)
            return chr(wide + self._dice.choice([n for n in range(1, 10) if n != int(c)]))
        if c.isascii() and c.isalpha():
            made = self._dice.choice(_LETTERS.replace(c.lower(), ""))
            return made.upper() if c.isupper() else made
        if unicodedata.category(c) in {"Lo", "Nl"} or c == "\u3007":
            return self._dice.choice(_CHARACTERS.replace(c, ""))
        return "x" if c.isalpha() or c.isnumeric() else c

    def _amount(self, said: str) -> str:
        plain = unicodedata.normalize("NFKC", said)
        if plain != said:
            return self._amount(plain).translate(_WIDE)
        try:
            times = Decimal(said.replace(",", "")) * self._factor
        except InvalidOperation:
            return self._shaped(said)
        if "," not in said:
            return str(times)
        return _indian(times) if _INDIAN.fullmatch(said) else f"{times:,}"

    def _times(self, number: float) -> float:
        return float(Decimal(repr(number)) * self._factor)

    def _day_text(self, said: str) -> str:
        """The year moved; of a two-digit one the last figures, whatever they are."""
        moved = _YEAR.sub(lambda found: str(int(found[0]) - self._years), said)
        if moved != said:
            return moved
        short = _SHORT_YEAR.fullmatch(said)
        if short is None or int(short[2]) <= 4:
            return said.replace("二〇二", "二〇一")
        return f"{short[1]}{int(short[2]) - 4:0{len(short[2])}d}{short[3]}"


def _is_beside(part: str) -> bool:
    """Whether what stands beside a figure may stay: it says what the figure is, not whose."""
    return bool(_BESIDE.fullmatch(part.strip()) or currency_code(part.strip()))


def _is_own(said: str, kind: str) -> bool:
    """Whether the whole cell is a word of our own tables, or a mark for nothing."""
    key = normal(said)
    if not key or any(index_of(role).knows(key) for role in ROLES):
        return True
    if is_ditto(said) or _UNIT.fullmatch(said.strip()):
        return True
    if is_total(said) or is_opening(said) or is_closing(said):
        return not any(c.isdigit() for c in said)
    is_term = kind == "terms" and not isinstance(parse_terms(said), Message)
    return is_term or bool(currency_code(said.strip())) or looks_like("flag", [said])


def _is_day(said: str) -> bool:
    return any(not isinstance(parse_date(said, order), Message) for order in ("ymd", "dmy", "mdy"))


def _is_money(said: str, kind: str) -> bool:
    if not any(c.isdigit() for c in said) or kind == "id":
        return False
    plain = unicodedata.normalize("NFKC", said).strip()
    is_figure = looks_like("money", [plain]) and not re.match(r"0\d", plain)
    return kind == "money" or (is_figure and any(c in plain for c in ".,"))


def _indian(number: Decimal) -> str:
    whole, _, part = str(number).partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = re.findall(r"\d{1,2}", head[::-1])
    joined = ",".join([*(p[::-1] for p in reversed(pairs)), tail])
    return f"{joined}.{part}" if part else joined
