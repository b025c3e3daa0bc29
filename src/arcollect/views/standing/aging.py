"""The aging table: customer by bucket, with totals that foot."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals, percent
from arcollect.views.fold import Cut, fold
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging, Bucket, CurrencyTotal
    from arcollect.ledger.schema import Source

_OF_THE_BASIS = ("no_due_date", "over_1_year", "over_3_years", "worst_days")
TONES = (Tone.PLAIN, Tone.PLAIN, Tone.WATCH, Tone.BAD, Tone.BAD)


def aging_tables(
    aging: Aging, position: Position, lang: Lang, cut: Cut | None = None
) -> list[Table]:
    """One table per currency: never a sum across currencies.

    Columns: who, not due, the buckets, no due date, open, unapplied credits, balance,
    overdue, over 1 and 3 years, worst days, documents, pool mark. A row "share" under
    the totals is a note, so that totals stay plain sums.
    """
    tables = (_table(aging, position, total, lang) for total in aging.totals)
    return [fold(table, cut or Cut(), lang) for table in tables]


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


def bucket_labels(aging: Aging, lang: Lang) -> list[str]:
    """All buckets in the words of the basis, and last what has no date (bucket -1).

    By document date nothing is "not due": the first bucket is of no days.
    """
    names = [bucket_label(bucket, lang) for bucket in aging.buckets]
    if aging.basis == "issue":
        today = text("aging.issue_not_due", lang)
        names = [
            today if b.key == "not_due" else n for b, n in zip(aging.buckets, names, strict=True)
        ]
        return [*names, text("aging.issue_no_due_date", lang)]
    return [*names, text("aging.no_due_date", lang)]


def aging_title(aging: Aging, lang: Lang) -> str:
    """Never a bare 账龄表: the title names its basis (U-10)."""
    audit = any(bucket.key == "<=1y" for bucket in aging.buckets)
    return text("aging.title_audit" if audit else f"aging.title_{aging.basis}", lang)


def aging_lead(aging: Aging, position: Position, lang: Lang) -> tuple[str, ...]:
    """As-of date and, where the file has one, its own cut-off (U-04)."""
    return (text("aging.as_of", lang, as_of=aging.as_of), *cutoff_line(position, lang))


def cutoff_line(position: Position, lang: Lang) -> tuple[str, ...]:
    """Whether the balances are those of the export or were taken back to the as-of date."""
    source, rates = position.ledger.source, converted_line(position, lang)
    if not source.cutoff:
        return rates
    key = "aging.cutoff_rolled" if position.rolled_back else "aging.cutoff"
    facts = {"cutoff": source.cutoff, "where": cutoff_place(source, lang), "as_of": position.as_of}
    return (text(key, lang, **facts), *rates)


def cutoff_place(source: Source, lang: Lang) -> str:
    """Where the cut-off stands: a cell, or in words the file's name or the command line."""
    words = {"flag": "ledger.by_flag", "file name": "ledger.by_file_name"}
    said_by = source.cutoff_from
    return text(words[said_by], lang) if said_by in words else said_by


def converted_line(position: Position, lang: Lang) -> tuple[str, ...]:
    """By which rates amounts were converted into the base currency; () when none were."""
    return (say(position.converted, lang),) if position.converted else ()


def aging_notes(
    total: CurrencyTotal, aging: Aging, position: Position, lang: Lang
) -> tuple[str, ...]:
    """Shares per bucket, both overdue ratios, how credits were treated, the bucket rule."""
    notes = [say(position.credits_why, lang), text(f"aging.rule_{aging.basis}", lang)]
    if total.open_minor:
        notes.insert(0, _shares(total, aging, lang))
        notes.insert(1, _both_ratios(total, lang))
    notes += apart_line(total.currency, aging, lang)
    if position.left_out:
        rows = sum(position.left_out.values())
        (money,) = decimals([position.left_out_minor.get(total.currency, 0)], total.currency)
        facts = {"rows": rows, "as_of": aging.as_of, "money": f"{total.currency} {money:,}"}
        notes.append(text("aging.left_out", lang, **facts))
    if position.rolled_back:
        notes.append(text("aging.rolled_back", lang, as_of=aging.as_of))
    return tuple(notes)


def apart_line(currency: str, aging: Aging, lang: Lang) -> tuple[str, ...]:
    """What is in the totals but neither graded nor dunned, by reason (U-03, U-05)."""
    items = aging.items[aging.items["currency"] == currency]
    reasons = items["apart"].astype(str).to_numpy(object)
    money = items["open_minor"].to_numpy()
    shown = []
    for reason in sorted({str(reason) for reason in reasons} - {""}):
        (amount,) = decimals([int(money[reasons == reason].sum())], currency)
        shown.append(f"{text(f'aging.apart_{reason}', lang)} {amount:,}")
    return (text("aging.apart_line", lang, parts=" · ".join(shown)),) if shown else ()


def _shares(total: CurrencyTotal, aging: Aging, lang: Lang) -> str:
    amounts = (*total.bucket_minor, total.no_due_date_minor)
    parts = zip(bucket_labels(aging, lang), amounts, strict=True)
    shown = [f"{label} {percent(Fraction(m, total.open_minor))}" for label, m in parts if m]
    return text("aging.shares", lang, shares=" · ".join(shown))


def _both_ratios(total: CurrencyTotal, lang: Lang) -> str:
    if not total.knows_lateness:
        return text("aging.no_ratios", lang)
    gross = percent(Fraction(total.overdue_minor, total.open_minor))
    rest = total.net_open_minor
    net = percent(Fraction(total.net_overdue_minor, rest)) if rest else "—"
    return text("aging.both_ratios", lang, gross=gross, net=net)


def _table(aging: Aging, position: Position, total: CurrencyTotal, lang: Lang) -> Table:
    groups = aging.groups[aging.groups["currency"] == total.currency]
    sheet = _Sheet(groups, total, lang)
    columns = [
        *sheet.who(aging.by),
        *_bucket_columns(sheet, aging, lang),
        *_foot_columns(sheet, aging.basis, lang),
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
    columns, labels = [], bucket_labels(aging, lang)
    for number, bucket in enumerate(aging.buckets):
        tone = TONES[min(number, len(TONES) - 1)]
        total = sheet.total.bucket_minor[number]
        columns.append(sheet.money(f"b{number}", bucket.key, labels[number], total, tone))
    return columns


def _foot_columns(sheet: _Sheet, basis: str, lang: Lang) -> list[Column]:
    total = sheet.total

    def word(key: str) -> str:
        by_issue = basis == "issue" and key in _OF_THE_BASIS
        return text(f"aging.issue_{key}" if by_issue else f"aging.{key}", lang)

    money = [
        ("no_due_date", total.no_due_date_minor, Tone.WATCH, not total.no_due_date_minor),
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
    """The rows of one currency, ready to become columns."""

    def __init__(self, groups: pd.DataFrame, total: CurrencyTotal, lang: Lang) -> None:
        self.groups, self.total, self.lang = groups, total, lang

    def who(self, by: str) -> list[Column]:
        """Who owes: company and code where they say something, and the name."""
        columns = [
            self.words(key, key, kind, minor=True)
            for key, kind in (("company", Kind.TEXT), ("customer_code", Kind.ID))
            if key in self.groups and any(str(v) for v in self.groups[key].unique())
        ]
        label = text(f"aging.by_{by}", self.lang)
        return [*columns, self.words("label", by, Kind.TEXT, label)]

    def words(
        self, name: str, key: str, kind: Kind, title: str = "", *, minor: bool = False
    ) -> Column:
        """A text column; a group that no column names says so."""
        blank = text("aging.unnamed", self.lang) if name == "label" else ""
        values = [str(v) or blank for v in self.groups[name]]
        title = title or text(f"aging.{key}", self.lang)
        return Column(key, title, kind, values, wide=name == "label", minor=minor)

    def money(
        self, name: str, key: str, title: str, total: int, tone: Tone, *, minor: bool = False
    ) -> Column:  # fmt: skip
        """A money column whose total is the currency's own."""
        values = decimals(self.groups[name], self.total.currency)
        tones = () if tone is Tone.PLAIN else [tone if v > 0 else Tone.PLAIN for v in values]
        (foot,) = decimals([total], self.total.currency)
        return Column(key, title, Kind.MONEY, values, tones, foot, sums=True, minor=minor)

    def count(self, key: str, title: str, kind: Kind, *, maximum: bool = False) -> Column:
        """Worst days (the total is the maximum) or documents (the total is the sum)."""
        values = [int(v) for v in self.groups[key]]
        total = max(values, default=0) if maximum else sum(values)
        return Column(key, title, kind, values, (), total, sums=not maximum, minor=not maximum)

    def pool(self, title: str) -> Column:
        """A star for members of the focus pool (U-14)."""
        known = "in_pool" in self.groups
        marks = self.groups["in_pool"] if known else [False] * len(self.groups)
        return Column("in_pool", title, Kind.TEXT, ["★" if mark else "" for mark in marks])
