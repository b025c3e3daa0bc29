"""What payment terms say, once they are understood."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Start(StrEnum):
    """The event from which days are counted."""

    ISSUE = "issue"  # 开票
    INVOICE = "invoice"  # 票到: the customer has the invoice
    DELIVERY = "delivery"  # 货到
    ACCEPTANCE = "acceptance"  # 验收
    ORDER = "order"  # 下单、签约
    RETENTION = "retention"  # 质保期, which begins with acceptance


class Kind(StrEnum):
    """How the due date follows from the start."""

    NET = "net"  # start + days
    MONTH_END = "month_end"  # end of the start's month + days (月结)
    IMMEDIATE = "immediate"  # paid before or on delivery (款到发货): due when issued
    STAGED = "staged"  # several shares, each with terms of its own (预付30% 发货70%)


@dataclass(frozen=True, slots=True)
class Discount:
    """Less to pay for paying early: 2/10 is 2 % within 10 days."""

    percent: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One share of a staged payment, in percent, and its own terms."""

    share_percent: Decimal
    terms: Terms


@dataclass(frozen=True, slots=True)
class Terms:
    """Payment terms. `days` or `months` after the start or its month's end.

    pay_day: the day of the month on which the customer pays, 0 for none, 31 for
    the last; in the month after the computed day when `pays_next_month`, else the
    first such day on or after it.
    """

    kind: Kind
    days: int = 0
    months: int = 0
    start: Start = Start.ISSUE
    pay_day: int = 0
    pays_next_month: bool = False
    stages: tuple[Stage, ...] = ()
    discount: Discount | None = None
    raw: str = ""
