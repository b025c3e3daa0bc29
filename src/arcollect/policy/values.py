"""How the policy writes rates, amounts, days and names, and how they are checked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import pairwise
from typing import Annotated
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


def _margin(share: Fraction) -> Fraction:
    if not Fraction(30, 100) <= share <= Fraction(50, 100):
        raise _refused("margin_range")
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
Margin = Annotated[Rate, AfterValidator(_margin)]
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


class Section(BaseModel):
    """One table of the policy: unknown keys are refused, nothing changes later.

    The rules of a table are built when there is something to check: a run without a
    policy file never pays for them (its defaults are made by `model_construct`).
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )
