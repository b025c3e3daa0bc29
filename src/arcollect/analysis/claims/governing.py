"""Whose law a claim may be measured by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.policy import Policy

_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHINA = re.compile(r"\bchina\b|\bP\.?\s?R\.?\s?C\b", re.IGNORECASE)


def is_prc(policy: Policy, items: pd.DataFrame | None = None) -> bool:
    """Whether Chinese law is taken to govern: statutes, court fees and tax rules of the PRC.

    `law` of the policy says it. Else it does where one of our own companies has a
    Chinese name or an address in China, and does not where all addresses are
    elsewhere. Where neither tells: where money is in yuan, or where most customers of
    `items` have Chinese names. A foreign claim is left to a lawyer.
    """
    if policy.law:
        return policy.law == "prc"
    names = [company.name for company in policy.company]
    if items is not None:
        names += map(str, items["company"].unique())
    if any(map(_HAN.search, names)):
        return True
    if places := [w for c in policy.company for w in (c.address, c.address_en) if w]:
        return any(_HAN.search(place) or _CHINA.search(place) for place in places)
    if any(map(_CHINA.search, names)):
        return True
    if items is None:
        return policy.base_currency == "CNY"
    return _is_chinese_trade(items)


def placed(policy: Policy, items: pd.DataFrame) -> Policy:
    """The policy with the workdays of where we are, unless it names a calendar.

    Abroad neither the holidays nor the make-up Saturdays of China move a day.
    """
    if policy.calendar or is_prc(policy, items):
        return policy
    return policy.model_copy(update={"calendar": "weekdays"})


def _is_chinese_trade(items: pd.DataFrame) -> bool:
    if "CNY" in set(map(str, items["currency"].unique())):
        return True
    names = [str(name) for name in items["customer"].unique()]
    return sum(_HAN.search(name) is not None for name in names) * 2 > len(names)
