"""The aging table: customer by bucket, with totals that foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals, percent
from arcollect.views.table import Column, Kind, Table, Tone, Value

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging, Bucket, CurrencyTotal

TONES = (Tone.PLAIN, Tone.PLAIN, Tone.WATCH, Tone.BAD, Tone.BAD)


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a long table is shown; the rest becomes one row "other (n)"."""

    top: int | None = None
    minimum_minor: int = 0

    def keep(self, overdue: np.ndarray, total: np.ndarray) -> np.ndarray:
        """Positions of the rows to show; rows come sorted, largest overdue first."""
        shown = np.flatnonzero(np.maximum(overdue, total) >= self.minimum_minor)
        return shown if self.top is None else shown[: self.top]


def aging_tables(
    aging: Aging, position: Position, lang: Lang, cut: Cut | None = None
) -> list[Table]:
    """One table per currency: never a sum across currencies.

    Columns: who, not due, the buckets, no due date, open, unapplied credits, balance,
    overdue, over 1 and 3 years, worst days, documents, pool mark. A row "share" under
    the totals is a note, so that totals stay plain sums.
    """
    return [_table(aging, position, total, lang, cut or Cut()) for total in aging.totals]


def bucket_label(bucket: Bucket, lang: Lang) -> str:
    """The bucket in words: 未到期, 1-30天, >180天, 1年以内."""
    known = {"not_due": "aging.not_due", "<=1y": "aging.first_year"}
    if bucket.key in known:
        return text(known[bucket.key], lang)
    if bucket.key.endswith("y"):
        key = "aging.last_year" if bucket.key.startswith(">") else "aging.years"
        return text(key, lang, span=bucket.key.strip(">y"))
    if bucket.last is None:
        return text("aging.above", lang, days=(bucket.first or 1) - 1)
    return text("aging.between", lang, first=bucket.first, last=bucket.last)


def aging_title(aging: Aging, lang: Lang) -> str:
    """Never a bare 账龄表: the title names its basis (U-10)."""
    audit = any(bucket.key == "<=1y" for bucket in aging.buckets)
    return text("aging.title_audit" if audit else f"aging.title_{aging.basis}", lang)


def aging_lead(aging: Aging, position: Position, lang: Lang) -> tuple[str, ...]:
    """As-of date and, where the file has one, its own cut-off (U-04)."""
    source = position.ledger.source
    lead = [text("aging.as_of", lang, as_of=aging.as_of)]
    if source.cutoff:
        lead.append(text("aging.cutoff", lang, cutoff=source.cutoff, where=source.cutoff_from))
    return tuple(lead)


def aging_notes(
    total: CurrencyTotal, aging: Aging, position: Position, lang: Lang
) -> tuple[str, ...]:
    """Shares per bucket, both overdue ratios, how credits were treated, the bucket rule."""
    notes = [say(position.credits_why, lang), text(f"aging.rule_{aging.basis}", lang)]
    if total.open_minor:
        notes.insert(0, _shares(total, aging, lang))
        notes.insert(1, _both_ratios(total, lang))
    if position.left_out:
        rows = sum(position.left_out.values())
        notes.append(text("aging.left_out", lang, rows=rows, as_of=aging.as_of))
    if position.rolled_back:
        notes.append(text("aging.rolled_back", lang, as_of=aging.as_of))
    return tuple(notes)


def _shares(total: CurrencyTotal, aging: Aging, lang: Lang) -> str:
    labels = [bucket_label(bucket, lang) for bucket in aging.buckets]
    parts = [*zip(labels, total.bucket_minor, strict=True)]
    if total.no_due_date_minor:
        parts.append((text("aging.no_due_date", lang), total.no_due_date_minor))
    shown = [f"{label} {percent(Fraction(m, total.open_minor))}" for label, m in parts if m]
    return text("aging.shares", lang, shares=" · ".join(shown))


def _both_ratios(total: CurrencyTotal, lang: Lang) -> str:
    gross = percent(Fraction(total.overdue_minor, total.open_minor))
    rest = total.net_open_minor
    net = percent(Fraction(total.net_overdue_minor, rest)) if rest else "—"
    return text("aging.both_ratios", lang, gross=gross, net=net)


def _table(aging: Aging, position: Position, total: CurrencyTotal, lang: Lang, cut: Cut) -> Table:
    groups = aging.groups[aging.groups["currency"] == total.currency]
    sheet = _Sheet(groups, total, lang, cut)
    columns = [
        *sheet.who(aging.by),
        *_bucket_columns(sheet, aging, lang),
        *_foot_columns(sheet, lang),
    ]
    title = aging_title(aging, lang)
    return Table(
        key=f"aging.{total.currency}",
        title=f"{title} {total.currency}",
        columns=tuple(columns),
        lead=aging_lead(aging, position, lang),
        notes=aging_notes(total, aging, position, lang),
        total_label=text("common.total", lang),
    )


def _bucket_columns(sheet: _Sheet, aging: Aging, lang: Lang) -> list[Column]:
    columns = []
    for number, bucket in enumerate(aging.buckets):
        tone = TONES[min(number, len(TONES) - 1)]
        total = sheet.total.bucket_minor[number]
        columns.append(
            sheet.money(f"b{number}", bucket.key, bucket_label(bucket, lang), total, tone)
        )
    return columns


def _foot_columns(sheet: _Sheet, lang: Lang) -> list[Column]:
    total = sheet.total

    def word(key: str) -> str:
        return text(f"aging.{key}", lang)

    money = [
        ("no_due_date", total.no_due_date_minor, Tone.WATCH, True),
        ("open", total.open_minor, Tone.PLAIN, False),
        ("unapplied", total.unapplied_minor, Tone.PLAIN, True),
        ("balance", total.balance_minor, Tone.PLAIN, True),
        ("overdue", total.overdue_minor, Tone.WATCH, False),
        ("over_1_year", total.over_1_year_minor, Tone.BAD, True),
        ("over_3_years", total.over_3_years_minor, Tone.BAD, True),
    ]
    columns = [
        sheet.money(key, key, word(key), sum_, tone, minor=minor)
        for key, sum_, tone, minor in money
    ]
    columns.append(sheet.count("worst_days", word("worst_days"), Kind.DAYS, maximum=True))
    columns.append(sheet.count("documents", word("documents"), Kind.COUNT))
    return [*columns, sheet.pool(word("pool"))]


class _Sheet:
    """The rows of one currency, cut to what is shown, ready to become columns."""

    def __init__(self, groups: pd.DataFrame, total: CurrencyTotal, lang: Lang, cut: Cut) -> None:
        self.groups, self.total, self.lang = groups, total, lang
        overdue, open_ = groups["overdue"].to_numpy(), groups["open"].to_numpy()
        self.shown = cut.keep(overdue, open_)
        self.rest = np.setdiff1d(np.arange(len(groups)), self.shown)

    def who(self, by: str) -> list[Column]:
        """Who owes: company and code where they say something, and the name."""
        columns = [
            self.words(key, key, kind, minor=True)
            for key, kind in (("company", Kind.TEXT), ("customer_code", Kind.ID))
            if key in self.groups and any(str(v) for v in self.groups[key].unique())
        ]
        label = text(f"aging.by_{by}", self.lang)
        columns.append(
            self.words("label", "customer" if by == "customer" else by, Kind.TEXT, label)
        )
        return columns

    def words(
        self, name: str, key: str, kind: Kind, title: str = "", *, minor: bool = False
    ) -> Column:
        """A text column; the folded rest says how many it holds."""
        values: list[Value] = [str(v) for v in self._take(name)]
        if len(self.rest):
            other = text("common.other", self.lang, count=len(self.rest))
            values.append(other if name == "label" else "")
        title = title or text(f"aging.{key}", self.lang)
        return Column(key, title, kind, values, wide=name == "label", minor=minor)

    def money(
        self,
        name: str,
        key: str,
        title: str,
        total: int,
        tone: Tone,
        *,
        minor: bool = False,
    ) -> Column:
        """A money column whose total is the currency's own."""
        values = decimals(self._numbers(name, np.sum), self.total.currency)
        tones = () if tone is Tone.PLAIN else [tone if v > 0 else Tone.PLAIN for v in values]
        (foot,) = decimals([total], self.total.currency)
        return Column(key, title, Kind.MONEY, values, tones, foot, sums=True, minor=minor)

    def count(self, key: str, title: str, kind: Kind, *, maximum: bool = False) -> Column:
        """Worst days (the total is the maximum) or documents (the total is the sum)."""
        fold: Callable[..., int] = np.max if maximum else np.sum
        values = [int(v) for v in self._numbers(key, fold)]
        everything = self.groups[key].to_numpy()
        total = int(fold(everything)) if len(everything) else 0
        return Column(key, title, kind, values, (), total, sums=not maximum, minor=not maximum)

    def pool(self, title: str) -> Column:
        """A star for members of the focus pool (U-14)."""
        marks = (
            ["★" if mark else "" for mark in self._take("in_pool")]
            if "in_pool" in self.groups
            else []
        )
        marks += [""] * (len(self.shown) + bool(len(self.rest)) - len(marks))
        return Column("in_pool", title, Kind.TEXT, marks)

    def _take(self, name: str) -> list[object]:
        return list(self.groups[name].iloc[self.shown])

    def _numbers(self, name: str, fold: Callable[..., int]) -> list[int]:
        numbers = self.groups[name].to_numpy()
        values = [int(v) for v in numbers[self.shown]]
        return [*values, int(fold(numbers[self.rest]))] if len(self.rest) else values
