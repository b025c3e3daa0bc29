"""Staged terms that a sheet spreads over columns (3331, 验收款付款天数, 质保期)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from arcollect.ledger.cells.texts import Texts, of_words
from arcollect.ledger.forms.items.build import ItemSheet

DAYS = {
    "预付": "deposit_days",
    "发货": "shipment_days",
    "验收": "acceptance_days",
    "质保": "retention_days",
}
"""The event that staged terms name, and the column with its days."""

WARRANTY = "warranty"
_HALF_YEAR = re.compile(r"半年|0\.5年")
_YEARS = re.compile(r"([一二两三四五1-5])年")
_COUNT = {"一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5"}
_MONTHS = re.compile(r"(\d{1,3})个?月")
_DAYS = re.compile(r"(\d{1,4})(?:天|日)?")
_STAGE = re.compile(r"(预付|发货|验收|质保)(?!\s*\d+\s*(?:天|日|个月|月|年))")


def with_columns(sheet: ItemSheet, terms: Texts, codes: Mapping[str, str]) -> Texts:
    """The terms of each row with the days and the warranty of its own columns put in.

    Only in a sheet that has such columns. A code such as 3331 or (2.5)(3.5)(3)(1) says
    the shares in tenths, in the order of the four columns; it must add up to ten.
    """
    body = sheet.body
    known = [f for f in (*DAYS.values(), WARRANTY) if body.has(f)]
    if not known:
        return terms
    is_coded = all(body.has(f) for f in DAYS.values())
    columns = {f: body.text(f).where(sheet.keep) for f in known}
    found = []
    for row in range(len(terms)):
        word = codes.get(terms[row], terms[row])
        word = (shares_of(word) or word) if is_coded else word
        found.append(_filled(word, {f: columns[f][row] for f in known}))
    return of_words(found)


def shares_of(code: str) -> str:
    """Staged terms from a code of tenths: 3331 is 30%预付 30%发货 30%验收 10%质保."""
    parts = re.findall(r"\((\d(?:\.\d)?)\)|(\d)", re.sub(r"[\s\-－—]", "", code))
    rest = re.sub(r"\((?:\d(?:\.\d)?)\)|\d|[\s\-－—]", "", code)
    tenths = [Decimal(a or b) for a, b in parts]
    if rest or len(tenths) != len(DAYS) or sum(tenths) != 10:
        return ""
    stages = zip(tenths, DAYS, strict=True)
    return " ".join(f"{(share * 10).normalize():f}%{event}" for share, event in stages if share)


def warranty_of(word: str) -> str:
    """A warranty as terms can say it: 一年, 12个月, 365, 半年; "" for anything else."""
    text = re.sub(r"\s", "", word)
    if _HALF_YEAR.fullmatch(text):
        return "6个月"
    if years := _YEARS.fullmatch(text):
        return f"{_COUNT.get(years[1], years[1])}年"
    if months := _MONTHS.fullmatch(text):
        return f"{months[1]}个月"
    days = _DAYS.fullmatch(text)
    return f"{days[1]}天" if days else ""


def _filled(word: str, cells: Mapping[str, str]) -> str:
    """Each stage without a period of its own gets that of its column."""
    if "%" not in word:
        return word

    def period(found: re.Match[str]) -> str:
        event = found[1]
        days = warranty_of(cells.get(WARRANTY, "")) if event == "质保" else ""
        days = days or warranty_of(cells.get(DAYS[event], ""))
        return f"{event}{days}" if days and days != "0天" else event

    return _STAGE.sub(period, word)
