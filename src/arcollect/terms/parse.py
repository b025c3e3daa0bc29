"""Payment terms as they are written, understood or refused, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from arcollect.dates import BLANK_MARKS
from arcollect.errors import Message, message
from arcollect.numerals import read_whole, simplified
from arcollect.patterns import Pattern
from arcollect.terms.model import Discount, Kind, Start, Terms
from arcollect.terms.stages import parse_stages

_NO_CODES: Mapping[str, str] = {}
_MAX_DAYS = 1_830
_MAX_MONTHS = 60

_IMMEDIATE = Pattern(
    r"款到发货|先款后货|现款现货|现款|现结|款到|全额?预付款?|预付款?|预付(?:款)?100%|100%预付款?"
    r"|cod|cashondelivery|prepaid|prepayment|prepay|cia|cashinadvance|paymentinadvance"
    r"|(?:100%)?(?:prepaid|prepayment|advance|inadvance|tt?inadvance)"
)
_ON_EVENT = {
    Start.INVOICE: r"见票即付|票到付款|票到即付|收票即付|收到发票(?:后)?(?:即)?付款"
    r"|(?:due|payable)?(?:up)?onreceipt(?:ofinvoice)?|immediate(?:ly)?|dueimmediately",
    Start.DELIVERY: r"货到付款|货到即付|到货付款|收货付款|dueondelivery",
    Start.ACCEPTANCE: r"验收(?:合格|通过)?后?(?:即)?付款|dueonacceptance",
    Start.ISSUE: r"开票(?:即|后)?付款|开票即付",
}
_STARTS = {
    Start.INVOICE: "票到|收票|收到发票|见票|发票签收|签收发票",
    Start.ISSUE: "开票|发票日期|发票日|发票开具|发票",
    Start.DELIVERY: "货到|到货|收货|收到货|交货|发货|送货|交付|(?:货物|客户)?签收",
    Start.ACCEPTANCE: "验收合格|验收通过|验收",
}
_EVENTS = "|".join(f"(?P<{start}>{words})" for start, words in _STARTS.items())
_AFTER = r"(?:之日起?|当日|日)?(?:起|后|以后|之后)?"
_LENGTH = r"(?P<n>\d+)(?:\.0)?(?P<unit>天|日|days?|d|个月|months?|年|years?)?"
_PAY = r"(?:前|内|后|之?内|以内)?(?:付款|付清|付|支付|结清|结算|结|到期)?"
_AFTER_EVENT = Pattern(rf"(?:{_EVENTS}){_AFTER}(?:第)?{_LENGTH}{_PAY}")
_PLAIN = Pattern(
    rf"(?:账期|帐期|信用期限?|付款期限?|赊销|赊账|(?:due|payable)?(?:with)?in|net|n/?|t\+|d)?[:\s]*{_LENGTH}"
    rf"(?:账期|帐期|信用期|net|netterms|(?:from|after)(?:dateof)?(?:the)?invoice(?:date)?|{_PAY})"
)
_AFTER_EVENT_EN = Pattern(
    rf"(?:net)?{_LENGTH}(?:from|after|of)(?:the)?"
    r"(?:(?P<delivery>delivery|shipment|goodsreceipt|receiptofgoods)(?:date)?"
    r"|(?P<acceptance>acceptance)(?:date)?|(?P<invoice>(?:invoicereceipt|receiptof(?:the)?invoice)))"
)
_MONTHLY = Pattern(
    rf"(?:(?:{_EVENTS}){_AFTER})?(?P<monthly>月结(?:{_LENGTH})?)?[,、;]?"
    r"(?:(?P<next>次月|下月|下个月)?(?:(?P<day>\d{1,2})[日号]|(?P<last>月?[底末]))"
    r"(?:前|之前)?(?:付款|付清|支付|付|结算|结清|结)?)?"
)
_EOM = Pattern(
    r"(?:net|n)?(?P<before>\d+)?(?:days?)?(?:from|after)?(?:the)?(?:eom|endof(?:the)?month)"
    r"[+,]?(?:net)?(?P<after>\d+)?(?:days?)?"
)
_NEXT_MONTH = Pattern(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:day)?(?:of)?(?:the)?(?:next|following)month"
)
_METHOD = Pattern(r"[(]?(?:电汇|银行转账|转账|现汇|t/t|汇款)[)]?")
_DISCOUNT = Pattern(
    r"(?P<percent>\d+(?:\.\d+)?)%?[/,]?(?<=[/%,])(?P<within>\d+)(?:days?)?[,;/-]?(?P<rest>(?:net|n).+)"
)
_MONTHLY_UNCLEAR = Pattern(r"(?:当月|次月|下月|隔月|按月)?(?:月结|结清|结算|结|付款)(?:清|算)?")
_RATIO = Pattern(r"[\d.]+%?(?:[-:/,][\d.]+%?){1,5}|(?:\([\d.]+\)){2,}|\d{4}")


def parse_terms(raw: str, codes: Mapping[str, str] = _NO_CODES) -> Terms | Message:
    """Understand written payment terms, or say why not (U-01).

    Read: 月结60, 月结60天次月15日付, 票到30天, 货到30天, 验收后30天, 款到发货, COD,
    预付30% 发货70%, net 30, EOM+30, 2/10 net 30, 账期30天, 30. `codes` are the
    company's own words for terms (ZB30 = "net 30") and come first. Refused: 月结
    without days, 3331, anything unknown.
    """
    own = {code.strip().casefold(): meaning for code, meaning in codes.items()}
    text = own.get(raw.strip().casefold(), raw)
    spaced = _tidy(text)
    if spaced in BLANK_MARKS:
        return message("terms.blank")
    compact = _METHOD.sub("", re.sub(r"\s+", "", spaced))
    for read in _READERS:
        if found := read(compact, raw.strip()):
            return found
    if "%" in spaced and not _RATIO.fullmatch(compact):
        return parse_stages(spaced, raw.strip())
    return _refusal(compact, raw.strip())


def _tidy(raw: str) -> str:
    text = simplified(unicodedata.normalize("NFKC", raw)).casefold().strip().strip("。.;")
    return re.sub(r"[一二两三四五六七八九十百零]+(?=天|日|号|个月|年)", _figures, text)


def _figures(found: re.Match[str]) -> str:
    number = read_whole(found[0])
    return found[0] if number is None else str(number)


def _immediate(text: str, raw: str) -> Terms | None:
    return Terms(Kind.IMMEDIATE, raw=raw) if _IMMEDIATE.fullmatch(text) else None


def _on_event(text: str, raw: str) -> Terms | None:
    for start, words in _ON_EVENT.items():
        if re.fullmatch(words, text):
            return Terms(Kind.NET, start=start, raw=raw)
    return None


def _discounted(text: str, raw: str) -> Terms | Message | None:
    found = _DISCOUNT.fullmatch(text)
    rest = parse_terms(found["rest"]) if found else None
    if not found or not isinstance(rest, Terms):
        return None
    discount = Discount(Decimal(found["percent"]), int(found["within"]))
    return Terms(rest.kind, rest.days, rest.months, rest.start, discount=discount, raw=raw)


def _monthly(text: str, raw: str) -> Terms | Message | None:
    found = _MONTHLY.fullmatch(text)
    if not found or not (found["n"] or found["next"] or (found["monthly"] and found["day"])):
        return None
    pay_day = 31 if found["last"] else int(found["day"] or 0)
    if (found["day"] and not 1 <= pay_day <= 31) or (found["last"] and not found["next"]):
        return None
    days, months = _length(found) if found["n"] else (0, 0)
    start = _start(found)
    paid_next = bool(found["next"])
    return _checked(Terms(Kind.MONTH_END, days, months, start, pay_day, paid_next, raw=raw))


def _end_of_month(text: str, raw: str) -> Terms | Message | None:
    found = _EOM.fullmatch(text)
    if not found or (found["before"] and found["after"]):
        return None
    return _checked(Terms(Kind.MONTH_END, int(found["before"] or found["after"] or 0), raw=raw))


def _next_month(text: str, raw: str) -> Terms | None:
    found = _NEXT_MONTH.fullmatch(text)
    if not found or not 1 <= int(found["day"]) <= 31:
        return None
    return Terms(Kind.MONTH_END, pay_day=int(found["day"]), pays_next_month=True, raw=raw)


def _net(text: str, raw: str) -> Terms | Message | None:
    forms = (_PLAIN, _AFTER_EVENT, _AFTER_EVENT_EN)
    found = next((f for form in forms if (f := form.fullmatch(text))), None)
    if not found or _is_code(text):
        return None
    days, months = _length(found)
    return _checked(Terms(Kind.NET, days, months, _start(found), raw=raw))


def _is_code(text: str) -> bool:
    """Bare figures that are no number of days: 0001 (a key), 3331, 361 (shares)."""
    shares = len(text) >= 3 and "0" not in text
    return text.isdigit() and (
        (len(text) > 1 and text[0] == "0") or (shares and sum(map(int, text)) == 10)
    )


def _length(found: re.Match[str]) -> tuple[int, int]:
    number, unit = int(found["n"]), found["unit"] or ""
    if unit.startswith(("年", "year")):
        return 0, 12 * number
    return (0, number) if unit.startswith(("个月", "month")) else (number, 0)


def _start(found: re.Match[str]) -> Start:
    groups = found.groupdict()
    return next((start for start in Start if groups.get(start)), Start.ISSUE)


def _checked(terms: Terms) -> Terms | Message:
    if terms.days > _MAX_DAYS or terms.months > _MAX_MONTHS:
        return message("terms.too_long", raw=terms.raw)
    return terms


def _refusal(text: str, raw: str) -> Message:
    if _MONTHLY_UNCLEAR.fullmatch(text):
        return message("terms.monthly_unclear", raw=raw)
    if _RATIO.fullmatch(text) or (text.isdigit() and _is_code(text)):
        return message("terms.ratio_code", raw=raw)
    return message("terms.unknown", raw=raw)


_READERS: tuple[Callable[[str, str], Terms | Message | None], ...] = (
    _immediate,
    _on_event,
    _discounted,
    _net,
    _monthly,
    _end_of_month,
    _next_month,
)
