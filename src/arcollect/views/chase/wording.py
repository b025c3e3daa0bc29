"""Dates, amounts, rates and names as a letter writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from arcollect.amount_words import in_chinese, in_english
from arcollect.analysis.chase.notice import Demand, Notice, Offer
from arcollect.analysis.claims.fee_kept import KeptFee
from arcollect.analysis.claims.fee_steps import FeeStep
from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.claims.fee_steps import step_rate

_CLAUSE = re.compile(r"(?:第\s*|[Cc]lause\s*)?([0-9]+(?:\.[0-9]+)*)\s*条?")
_POLITE = ("总", "先生", "女士", "小姐", "老师", "董", "工", "老板")
_RANK = re.compile(
    "(?:副?(?:董事长|总经理|总裁|总监|经理|主管|主任|部长|科长|处长|局长|厂长|院长|校长|所长|主席|会长"
    "|行长|店长|股长|组长|队长|社长|站长|书记|秘书长|董事)|总?(?:会计师|工程师)|会计|出纳|秘书|助理|专员)$"
)
_FIRST_POST = re.compile("[、，,;；/\\uff0f兼\\s（(]")
_HAN = re.compile("[一-鿿]")
_HAN_NAME = re.compile("[一-鿿·]{2,8}")


def long_date(day: dt.date, lang: Lang) -> str:
    """2026年11月21日; 21 November 2026."""
    month = text(f"letters.month_{day.month}", lang)
    return text("letters.date", lang, year=day.year, month=month, day=day.day)


def appointment(moment: dt.datetime, lang: Lang) -> str:
    """A day and an hour: 2026年11月23日（星期一）下午3点."""
    day = long_date(moment, lang)
    weekday = text(f"letters.weekday_{moment.weekday()}", lang)
    return text(f"letters.slot_{moment:%H}", lang, day=day, weekday=weekday)


def amount(minor: int, currency: str, lang: Lang) -> str:
    """An amount with its currency: 人民币125,000.00元, USD 1,250.00."""
    shown = show(minor, currency)
    key = "letters.amount_cny" if currency == "CNY" else "letters.amount"
    return text(key, lang, amount=shown, currency=currency)


def amount_in_words(minor: int, currency: str, lang: Lang) -> str:
    """The 大写 of an amount; in English the words of a cheque (U-26)."""
    if lang is Lang.ZH:
        return in_chinese(minor, currency)
    return in_english(minor, currency)


def percent(rate: Fraction) -> str:
    """A rate without rounding: 0.05%."""
    value = Decimal(rate.numerator * 100) / Decimal(rate.denominator)
    return f"{value.normalize():f}%"


def rate_in_words(rate: Fraction, lang: Lang) -> str:
    """每日万分之五, 每日千分之一; 0.05% per day."""
    for base in (1_000, 10_000):
        share = rate * base
        if lang is Lang.ZH and share.denominator == 1 and 1 <= share <= 10:
            number = text(f"letters.number_{share.numerator}", lang)
            return text(f"letters.rate_per_{base}", lang, number=number)
    return text("letters.rate", lang, percent=percent(rate))


def step_rate_in_words(step: FeeStep, lang: Lang) -> str:
    """The rate of a step; an annual one with its day basis: 年利率4.745%（按365天折算）."""
    if step.annual_rate is None:
        return rate_in_words(step.rate_per_day, lang)
    shown = percent(step.annual_rate)
    return text("letters.rate_annual", lang, percent=shown, basis=step.day_basis)


def ground(grounds: Sequence[str], clause: str, lang: Lang) -> str:
    """By which right: the contract and its clause, or the provision that says so."""
    names = [
        text("letters.ground_clause", lang, clause=clause)
        if name == "contract" and clause
        else text(f"letters.ground_{name}", lang)
        for name in grounds
    ]
    return text("letters.ground", lang, names=text("letters.and", lang).join(names))


def fee_word(grounds: Sequence[str], lang: Lang) -> str:
    """违约金 by contract, 逾期利息 by the SME regulation, 逾期付款损失 by LPR (U-22)."""
    words = dict.fromkeys(text(f"letters.fee_word_{name}", lang) for name in grounds)
    return text("letters.and", lang).join(words)


def fee_formula(item: Demand | KeptFee, currency: str, lang: Lang) -> str:
    """The sum that anyone can repeat: 180,000.00×0.05%×98天=8,820.00 (X-01)."""
    days = text("letters.fee_days", lang)
    steps = (
        f"{show(s.base_minor, currency)}×{step_rate(s)}×{s.days}{days}" for s in item.fee_steps
    )
    return f"{'+'.join(steps)}={show(item.fee_minor, currency)}"


def offer(held_out: Offer, lang: Lang) -> str:
    """贵司下一份订单的价款优惠5%; the price of your next order will be 5% lower (R000-16)."""
    facts = {"share": percent(held_out.share), "months": held_out.months}
    return text(f"letters.offer_{held_out.kind}", lang, **facts)


def clause(raw: str, lang: Lang) -> str:
    """A clause as it is cited: 第5条, clause 5; other wording as it is written."""
    number = _CLAUSE.fullmatch(raw.strip())
    return text("letters.clause", lang, number=number[1]) if number else raw.strip()


def salutation(notice: Notice, lang: Lang) -> str:
    """李经理, 李敏经理, 赵云先生/女士; Dear Ms Li Min; the customer where nobody is known.

    A rank follows the name as it is spoken (采购经理 is 经理), never in brackets, and is
    not said twice; a foreign name stays as it is.
    """
    name = notice.addressee
    if not name:
        return text("letters.dear_nobody", lang, customer=notice.customer)
    if lang is Lang.EN or not _HAN_NAME.fullmatch(name) or _has_rank(name):
        return text("letters.dear", lang, name=name)
    rank = _rank(notice.addressee_title)
    key = "letters.dear" if rank else "letters.dear_unknown"
    return text(key, lang, name=name + rank)


def titled(name: str, title: str, lang: Lang) -> str:
    """A person with their title in brackets; what the name says already is left out.

    赵厂长 with the title 厂长 is 赵厂长, 李经理 with 采购经理 is 李经理（采购）.
    """
    rank = _rank(title)
    rest = title.removesuffix(rank) if rank and name.endswith(rank) else title
    is_said = not rest or name.endswith(rest)
    return name if is_said else text("letters.titled", lang, name=name, title=rest)


def _rank(title: str) -> str:
    """How a title is spoken after a name: 经理 of 采购经理; "" where it is no rank."""
    found = _RANK.search(_FIRST_POST.split(title.strip())[0])
    return found.group() if found else ""


def _has_rank(name: str) -> bool:
    return name.endswith(_POLITE) or _RANK.search(name) is not None


def is_sealed(own_name: str, lang: Lang) -> bool:
    """Whether our paper bears a seal and goes by Chinese custom: 公章, copies, 骑缝章, PRC law.

    In Chinese always; in English where our own name is Chinese. A company abroad signs.
    """
    return lang is Lang.ZH or _HAN.search(own_name) is not None


def copies(count: int, lang: Lang) -> str:
    """一式两份; in 2 copies; nothing for a single one (U-25)."""
    if count == 1:
        return ""
    key = "letters.copies_2" if count == 2 else "letters.copies"
    return text(key, lang, count=count)
