"""Every number that a company may change, with the rule it comes from.

Rates are written as text ("0.05%", "15%"), amounts as text in major units of the
base currency ("100,000.00"), so that a TOML float can never blur a cent.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (pydantic reads annotations at run time)
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer


def _rate(value: object) -> Fraction:
    """A share as an exact fraction: "15%", "0.05%", "0.15" (万分之五 is "0.05%")."""
    text = str(value).strip().replace("％", "%")
    if isinstance(value, float | bool):
        raise ValueError("policy.rate_as_text")
    percent = text.endswith("%")
    return Fraction(Decimal(text.removesuffix("%").strip())) / (100 if percent else 1)


def _amount(value: object) -> Decimal:
    """An exact amount in major units: "100,000.00" or a whole number."""
    if isinstance(value, float | bool):
        raise ValueError("policy.amount_as_text")
    return Decimal(str(value).replace(",", "").replace("，", "").strip())


Rate = Annotated[Fraction, BeforeValidator(_rate), PlainSerializer(str)]
Amount = Annotated[Decimal, BeforeValidator(_amount), PlainSerializer(str)]


def rule(source: str) -> dict[str, str]:
    """Tag a field with the id of the rule it comes from (shown by `policy show`)."""
    return {"rule": source}


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class AgingPolicy(_Section):
    """How lateness is sorted (账龄)."""

    buckets: tuple[int, ...] = Field((30, 90, 180), json_schema_extra=rule("R000-03"))
    basis: Literal["due", "issue"] = Field("due", json_schema_extra=rule("U-10"))
    credits: Literal["auto", "separate", "fifo", "by-reference", "net"] = "auto"
    small_difference: Amount = Field(Decimal(100), json_schema_extra=rule("U-05"))


class RatioPolicy(_Section):
    """Thresholds and inputs of turnover, DSO and overdue ratio."""

    overdue_warn_above: Rate = Field(Fraction(15, 100), json_schema_extra=rule("R000-07"))
    turnover_gap: Rate = Field(Fraction(30, 100), json_schema_extra=rule("R000-06"))
    over_one_year_warn_above: Rate = Field(Fraction(5, 100), json_schema_extra=rule("R003-57"))
    dso_warn_above: Amount = Field(Decimal(60), json_schema_extra=rule("R001-27"))
    day_basis: Literal[360, 365] = Field(360, json_schema_extra=rule("X-04"))
    annual_revenue: Amount | None = None
    opening_receivables: Amount | None = None
    industry_turnover: Amount | None = None
    vat_rate: Rate | None = Field(None, json_schema_extra=rule("X-35"))


class GradePolicy(_Section):
    """Cut-offs of the grades A to D (U-13)."""

    scheme: Literal["abcd", "abc"] = Field("abcd", json_schema_extra=rule("R001-05"))
    lookback_months: int = Field(12, ge=1, json_schema_extra=rule("U-13"))
    late_share_c: Rate = Field(Fraction(1, 3), json_schema_extra=rule("U-13"))
    late_count_c: int = Field(3, json_schema_extra=rule("U-13"))
    long_days: int = Field(60, json_schema_extra=rule("R000-43"))
    long_count: int = Field(2, json_schema_extra=rule("U-13"))
    long_share: Rate = Field(Fraction(5, 100), json_schema_extra=rule("U-13"))
    middle_days: int = Field(30, json_schema_extra=rule("R000-42"))
    watch_share: Rate = Field(Fraction(20, 100), json_schema_extra=rule("U-13"))
    ratio_min_documents: int = Field(5, json_schema_extra=rule("U-13"))
    rebate_above: Amount = Field(Decimal(1_000_000), json_schema_extra=rule("R000-45"))
    rebate_rate: Rate = Field(Fraction(2, 100), json_schema_extra=rule("R000-45"))
    terms_a_days: int = Field(60, json_schema_extra=rule("R000-45"))
    terms_c_days: int = Field(30, json_schema_extra=rule("R000-47"))
    prepayment_c: Rate = Field(Fraction(30, 100), json_schema_extra=rule("R000-47"))


class PoolPolicy(_Section):
    """Who belongs to the focus pool (重点催收池)."""

    min_days: int = Field(91, json_schema_extra=rule("X-07"))
    large_min_days: int = Field(61, json_schema_extra=rule("X-07"))
    large_amount: Amount = Field(Decimal(100_000), json_schema_extra=rule("X-07"))
    share: Rate = Field(Fraction(80, 100), json_schema_extra=rule("U-14"))
    max_names: int = Field(30, json_schema_extra=rule("U-14"))


class LprRate(_Section):
    """One published one-year LPR: valid from that day on."""

    since: dt.date
    rate: Rate


class FeePolicy(_Section):
    """What lateness costs; nothing is claimed without a basis (U-22)."""

    basis: Literal["none", "contract"] = Field("none", json_schema_extra=rule("U-22"))
    scheme: Literal["flat", "tiered", "retroactive"] = Field(
        "flat", json_schema_extra=rule("X-02")
    )
    rate_per_day: Rate = Field(Fraction(5, 10_000), json_schema_extra=rule("R000-49"))
    tier_after_days: int = Field(30, json_schema_extra=rule("R000-49"))
    tier_rate_per_day: Rate = Field(Fraction(1, 1_000), json_schema_extra=rule("R000-49"))
    grace_days: int = Field(0, ge=0)
    clause: str = ""
    lpr: tuple[LprRate, ...] = ()


class LetterPolicy(_Section):
    """When which letter is written, and what it may say."""

    deadline_days: int = Field(7, ge=1, json_schema_extra=rule("R001-07"))
    min_demand: Amount = Field(Decimal(1_000), json_schema_extra=rule("U-26"))
    pre_due_days: int = Field(10, json_schema_extra=rule("R003-31"))
    grace_days: int = Field(3, json_schema_extra=rule("R003-23"))
    small_amount: Amount = Field(Decimal(10_000), json_schema_extra=rule("R002-05"))
    first_letter_max: Literal["L1", "L2", "L3"] = Field("L3", json_schema_extra=rule("U-20"))
    number_prefix: str = Field("催字", json_schema_extra=rule("U-25"))
    own_difficulty: str = Field("", json_schema_extra=rule("R000-13"))
    will_sue: bool = Field(False, json_schema_extra=rule("X-11"))
    hold_new_orders: bool = Field(True, json_schema_extra=rule("R000-28"))
    copies: int = Field(2, ge=1, json_schema_extra=rule("U-25"))
    language: Literal["", "zh", "en"] = ""


class Company(_Section):
    """One own company: letterhead, pay-to block, signer (U-06, R001-35)."""

    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    name_en: str = ""
    address: str = ""
    address_en: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    signer: str = ""
    signer_title: str = ""
    bank: str = ""
    bank_account: str = ""
    account_name: str = ""
    seal: str = "公章"
    sme: bool = False


class Exclusions(_Section):
    """What is listed apart: left out of grades and letters, never of totals (U-05)."""

    related_parties: tuple[str, ...] = ()
    retention_words: tuple[str, ...] = ("质保金", "质量保证金", "保证金", "retention")
    related_words: tuple[str, ...] = ("关联方", "内部往来", "related party", "intercompany")


class Books(_Section):
    """Files with typed-in facts, joined on every run (U-42); paths beside the policy."""

    customers: str = ""
    contacts: str = ""
    sales: str = ""


class Policy(_Section):
    """The whole policy; every default is the rule's own."""

    language: Literal["", "zh", "en"] = ""
    time_zone: str = Field("Asia/Shanghai", json_schema_extra=rule("D-6"))
    base_currency: str = "CNY"
    default_currency: str = "CNY"
    default_terms: str = Field("", json_schema_extra=rule("U-01"))
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
    rates: dict[str, Amount] = {}  # currency -> base currency units for one unit
    extra_workdays: tuple[dt.date, ...] = Field((), json_schema_extra=rule("T-39"))
    extra_holidays: tuple[dt.date, ...] = Field((), json_schema_extra=rule("T-39"))
    books: Books = Books()
