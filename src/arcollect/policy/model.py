"""Every number that a company may change, with the rule it comes from.

Rates are written as text ("0.05%", "15%"), amounts as text in major units of the
base currency ("100,000.00"), so that a TOML float can never blur a cent.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
)


def _refused(why: str) -> ValueError:
    """Pydantic wants a ValueError; it carries a key of the text chapter `policy`."""
    return ValueError(f"policy.{why}")


def _rate(value: object) -> Fraction:
    """A share as an exact fraction: "15%", "1/3", "0.15" (万分之五 is "0.05%")."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, float | bool):
        raise _refused("rate_as_text")
    text = str(value).strip().replace("％", "%")
    try:
        share = Fraction(text.removesuffix("%").strip())
    except (ValueError, ZeroDivisionError):
        raise _refused("rate_unreadable") from None
    if share < 0:
        raise _refused("negative")
    return share / 100 if text.endswith("%") else share


def _amount(value: object) -> Decimal:
    """An exact amount in major units: "100,000.00" or a whole number."""
    if isinstance(value, float | bool):
        raise _refused("amount_as_text")
    text = str(value).replace(",", "").replace("，", "").strip()
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise _refused("amount_unreadable") from None
    if not amount.is_finite():
        raise _refused("amount_unreadable")
    if amount < 0:
        raise _refused("negative")
    return amount


def _above_zero(factor: Decimal) -> Decimal:
    if factor <= 0:
        raise _refused("not_positive")
    return factor


def _part(share: Fraction) -> Fraction:
    if share > 1:
        raise _refused("above_all")
    return share


def _filled(name: str) -> str:
    if not name.strip():
        raise _refused("empty")
    return name.strip()


def _rising(days: tuple[int, ...]) -> tuple[int, ...]:
    if not days or days[0] < 1 or any(a >= b for a, b in pairwise(days)):
        raise _refused("buckets_rise")
    return days


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise _refused("time_zone_unknown") from None
    return name


def _day(value: object) -> dt.date:
    """A date as TOML writes it or as ISO text; a bare number is no date."""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date | str):
        raise _refused("want_date")
    try:
        return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
    except ValueError:
        raise _refused("want_date") from None


def _currency(code: str) -> str:
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise _refused("currency_code")
    return code.upper()


Rate = Annotated[Fraction, BeforeValidator(_rate), PlainSerializer(str)]
Part = Annotated[Rate, AfterValidator(_part)]
Name = Annotated[str, AfterValidator(_filled)]
Amount = Annotated[Decimal, BeforeValidator(_amount), PlainSerializer(str)]
Factor = Annotated[Amount, AfterValidator(_above_zero)]
Buckets = Annotated[tuple[int, ...], AfterValidator(_rising)]
Currency = Annotated[str, AfterValidator(_currency)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Zone = Annotated[str, AfterValidator(_zone)]
Days = Annotated[int, Field(ge=0)]
Whole = Annotated[int, Field(ge=0)]


@dataclass(frozen=True, slots=True)
class Rule:
    """The id of the rule a value comes from (shown by `policy show`)."""

    source: str


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class AgingPolicy(_Section):
    """How lateness is sorted (账龄)."""

    buckets: Annotated[Buckets, Rule("R000-03")] = (30, 90, 180)
    basis: Annotated[Literal["due", "issue"], Rule("U-10")] = "due"
    credits: Literal["auto", "separate", "fifo", "by-reference", "net"] = "auto"
    small_difference: Annotated[Amount, Rule("U-05")] = Decimal(100)


class RatioPolicy(_Section):
    """Thresholds and inputs of turnover, DSO and overdue ratio."""

    overdue_warn_above: Annotated[Rate, Rule("R000-07")] = Fraction(15, 100)
    turnover_gap: Annotated[Rate, Rule("R000-06")] = Fraction(30, 100)
    over_one_year_warn_above: Annotated[Rate, Rule("R003-57")] = Fraction(5, 100)
    dso_warn_above: Annotated[Amount, Rule("R001-27")] = Decimal(60)
    day_basis: Annotated[Literal[360, 365], Rule("X-04")] = 360
    annual_revenue: Amount | None = None
    opening_receivables: Amount | None = None
    industry_turnover: Amount | None = None
    vat_rate: Annotated[Part | None, Rule("X-35")] = None


class GradePolicy(_Section):
    """Cut-offs of the grades A to D (U-13)."""

    scheme: Annotated[Literal["abcd", "abc"], Rule("R001-05")] = "abcd"
    lookback_months: Annotated[int, Field(ge=1), Rule("U-13")] = 12
    late_share_c: Annotated[Rate, Rule("U-13")] = Fraction(1, 3)
    late_count_c: Annotated[Whole, Rule("U-13")] = 3
    long_days: Annotated[Days, Rule("R000-43")] = 60
    long_count: Annotated[Whole, Rule("U-13")] = 2
    long_share: Annotated[Rate, Rule("U-13")] = Fraction(5, 100)
    middle_days: Annotated[Days, Rule("R000-42")] = 30
    watch_share: Annotated[Rate, Rule("U-13")] = Fraction(20, 100)
    ratio_min_documents: Annotated[Whole, Rule("U-13")] = 5
    rebate_above: Annotated[Amount, Rule("R000-45")] = Decimal(1_000_000)
    rebate_rate: Annotated[Part, Rule("R000-45")] = Fraction(2, 100)
    terms_a_days: Annotated[Days, Rule("R000-45")] = 60
    terms_c_days: Annotated[Days, Rule("R000-47")] = 30
    prepayment_c: Annotated[Part, Rule("R000-47")] = Fraction(30, 100)


class PoolPolicy(_Section):
    """Who belongs to the focus pool (重点催收池)."""

    min_days: Annotated[Days, Rule("X-07")] = 91
    large_min_days: Annotated[Days, Rule("X-07")] = 61
    large_amount: Annotated[Amount, Rule("X-07")] = Decimal(100_000)
    share: Annotated[Part, Rule("U-14")] = Fraction(80, 100)
    max_names: Annotated[Whole, Rule("U-14")] = 30


class FeePolicy(_Section):
    """What lateness costs; nothing is claimed without a basis (U-22)."""

    basis: Annotated[Literal["none", "contract"], Rule("U-22")] = "none"
    scheme: Annotated[Literal["flat", "tiered", "retroactive"], Rule("X-02")] = "flat"
    rate_per_day: Annotated[Rate, Rule("R000-49")] = Fraction(5, 10_000)
    tier_after_days: Annotated[Days, Rule("R000-49")] = 30
    tier_rate_per_day: Annotated[Rate, Rule("R000-49")] = Fraction(1, 1_000)
    grace_days: Annotated[Days, Rule("R-LAW-01")] = 0
    clause: str = ""


class LetterPolicy(_Section):
    """When which letter is written, and what it may say."""

    deadline_days: Annotated[int, Field(ge=1), Rule("R001-07")] = 7
    min_demand: Annotated[Amount, Rule("U-26")] = Decimal(1_000)
    pre_due_days: Annotated[Days, Rule("R003-31")] = 10
    grace_days: Annotated[Days, Rule("R003-23")] = 3
    first_letter_max: Annotated[Literal["L1", "L2", "L3"], Rule("U-20")] = "L3"
    number_prefix: Annotated[str, Rule("U-25")] = "催字"
    own_difficulty: Annotated[str, Rule("R000-13")] = ""
    will_sue: Annotated[bool, Rule("X-11")] = False
    hold_new_orders: Annotated[bool, Rule("R000-28")] = True
    copies: Annotated[int, Field(ge=1), Rule("U-25")] = 2
    language: Literal["", "zh", "en"] = ""


class Company(_Section):
    """One own company: letterhead, pay-to block, signer (U-06, R001-35)."""

    name: Name
    short: str = ""
    aliases: tuple[str, ...] = ()
    name_en: str = ""
    address: str = ""
    address_en: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    contact_en: str = ""
    signer: str = ""
    signer_en: str = ""
    signer_title: str = ""
    signer_title_en: str = ""
    bank: str = ""
    bank_en: str = ""
    bank_account: str = ""
    account_name: str = ""
    account_name_en: str = ""
    seal: str = "公章"


class Exclusions(_Section):
    """What is listed apart: left out of grades and letters, never of totals (U-05)."""

    related_parties: tuple[str, ...] = ()
    retention_words: tuple[str, ...] = ("质保金", "质量保证金", "保证金", "retention")
    related_words: tuple[str, ...] = (
        "关联方",
        "内部往来",
        "related party",
        "intercompany",
    )


class Books(_Section):
    """Files with typed-in facts, joined on every run (U-42)."""

    customers: str = ""
    contacts: str = ""
    sales: str = ""


class Policy(_Section):
    """The whole policy; every default is the rule's own."""

    language: Literal["", "zh", "en"] = ""
    as_of: Annotated[Day | None, Rule("U-04")] = None
    time_zone: Annotated[Zone, Rule("D-6")] = "Asia/Shanghai"
    base_currency: Currency = "CNY"
    in_base_currency: bool = False
    default_currency: Currency = "CNY"
    default_terms: Annotated[str, Rule("U-01")] = ""
    aging: AgingPolicy = AgingPolicy()
    ratios: RatioPolicy = RatioPolicy()
    grade: GradePolicy = GradePolicy()
    pool: PoolPolicy = PoolPolicy()
    fee: FeePolicy = FeePolicy()
    letters: LetterPolicy = LetterPolicy()
    exclude: Exclusions = Exclusions()
    company: tuple[Company, ...] = ()
    columns: dict[str, str] = {}
    terms: dict[str, str] = {}  # SAP-like codes -> written terms
    rates: dict[Currency, Factor] = {}  # currency -> base currency units for one unit
    extra_workdays: Annotated[tuple[Day, ...], Rule("T-39")] = ()
    extra_holidays: Annotated[tuple[Day, ...], Rule("T-39")] = ()
    books: Books = Books()
