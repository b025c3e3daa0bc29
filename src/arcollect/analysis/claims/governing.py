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
        names += items["company"].astype(str).unique().tolist()
    if any(map(_HAN.search, names)):
        return True
    if places := [w for c in policy.company for w in (c.address, c.address_en) if w]:
        return any(_HAN.search(place) or _CHINA.search(place) for place in places)
    if any(map(_CHINA.search, names)):
        return True
    if items is None:
        return policy.base_currency == "CNY"
    return _is_chinese_trade(items)


def _is_chinese_trade(items: pd.DataFrame) -> bool:
    names = items["customer"].astype(str).unique().tolist()
    chinese = sum(_HAN.search(name) is not None for name in names)
    return "CNY" in set(items["currency"].astype(str).unique()) or chinese * 2 > len(names)
