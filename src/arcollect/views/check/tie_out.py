"""Does it tie out: to the sheet, to its printed totals, to the general ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.ledger.schema import ClassTotal, Ledger, RowClass
from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.check.found import field_word
from arcollect.views.table import Column, Figure, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.position import Position


@dataclass(frozen=True, slots=True)
class Stated:
    """A balance of the general ledger (总账余额) to compare with (U-08).

    company "" is all own companies together; account is only shown.
    """

    account: str
    currency: str
    minor: int
    company: str = ""


def classes_table(ledger: Ledger, lang: Lang) -> Table:
    """Rows by class with their money; every row of the file has exactly one class."""
    lines = list(_lines(ledger.control.classes))
    tones = [Tone.BAD if c.row_class is RowClass.UNUSABLE else Tone.PLAIN for c, _, _ in lines]
    money = [decimals([m], cur)[0] if cur else None for _, cur, m in lines]
    counts = [c.rows if first else None for c, first in _first_of_each(lines)]

    def word(key: str) -> str:
        return text(f"check.{key}", lang)

    names = [text(f"parameters.class_{c.row_class}", lang) for c, _, _ in lines]
    columns = (
        Column("sheet", word("sheet"), Kind.TEXT, [c.sheet or c.file for c, _, _ in lines]),
        Column("class", word("class"), Kind.TEXT, names, tones),
        Column("rows", word("rows"), Kind.COUNT, counts, tones),
        Column("currency", word("currency"), Kind.TEXT, [cur for _, cur, _ in lines]),
        Column("money", word("money"), Kind.MONEY, money, tones),
    )
    return Table("classes", word("classes"), columns, notes=(word("classes_note"),))


def tie_out_figures(
    ledger: Ledger, position: Position | None, stated: Sequence[Stated], lang: Lang
) -> tuple[Figure, ...]:
    """Each tie-out with its verdict in words: rows, printed totals, general ledger."""
    return (
        *_rows_tie(ledger, lang),
        *_money_ties(ledger, lang),
        *_printed(ledger, lang),
        *(_to_the_books(one, ledger, position, lang) for one in stated),
    )


def balances(ledger: Ledger, position: Position | None, company: str) -> dict[str, int]:
    """The ledger's own balance by currency, of one own company or of all ("").

    Open debits less unapplied credits where a position could be taken, else the plain
    sum of balances in the file.
    """
    if position is None:
        parts = [(ledger.items, "open_minor", 1)]
    else:
        parts = [(position.open, "open_minor", 1), (position.credits, "unapplied_minor", -1)]
    total: Counter[str] = Counter()
    for frame, column, sign in parts:
        kept = frame[frame["company"] == company] if company else frame
        for currency, minor in kept.groupby("currency", observed=True)[column].sum().items():
            total[str(currency)] += sign * int(minor)
    return dict(total)


def _lines(classes: Sequence[ClassTotal]) -> Iterator[tuple[ClassTotal, str, int]]:
    for one in classes:
        for currency, minor in sorted(one.money.items()) or [("", 0)]:
            yield one, currency, minor


def _first_of_each(
    lines: Sequence[tuple[ClassTotal, str, int]],
) -> Iterator[tuple[ClassTotal, bool]]:
    """A class with several currencies has several lines; its rows stand on the first."""
    before: ClassTotal | None = None
    for one, _, _ in lines:
        yield one, one is not before
        before = one


def _rows_tie(ledger: Ledger, lang: Lang) -> Iterator[Figure]:
    counted = sum(c.rows for c in ledger.control.classes)
    there = sum(ledger.control.sheet_rows.values())
    formula = text("check.rows_formula", lang, counted=f"{counted:,}", there=f"{there:,}")
    yield _verdict("rows_tie", f"{there:,}", formula, lang, ties=counted == there)


def _money_ties(ledger: Ledger, lang: Lang) -> Iterator[Figure]:
    """Per currency: used + left out = the sheet's money.

    Rows whose amount cannot be read belong to no currency: then nothing is "all used".
    """
    unread = any(c.rows and not c.money for c in _unusable(ledger))
    used, left_out = _money(ledger, RowClass.ITEM), _money(ledger, RowClass.UNUSABLE)
    for currency in sorted({*used, *left_out}):
        whole = used[currency] + left_out[currency]
        facts = {"used": show(used[currency], currency), "left": show(left_out[currency], currency)}
        label = text("check.money_tie", lang, currency=currency)
        formula = text("check.money_formula", lang, **facts)
        is_whole = not left_out[currency] and not unread
        tone = Tone.GOOD if is_whole else Tone.WATCH
        key = "check.all_used" if is_whole else "check.some_left_out"
        yield Figure(
            f"money.{currency}", label, show(whole, currency), tone, text(key, lang), formula
        )


def _unusable(ledger: Ledger) -> Iterator[ClassTotal]:
    return (c for c in ledger.control.classes if c.row_class is RowClass.UNUSABLE)


def _money(ledger: Ledger, wanted: RowClass) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in ledger.control.classes:
        if one.row_class is wanted:
            total.update(dict(one.money))
    return total


def _printed(ledger: Ledger, lang: Lang) -> Iterator[Figure]:
    """Totals that the file prints, against ours; real exports print wrong ones."""
    for one in ledger.control.printed:
        ties = one.printed_minor == one.computed_minor
        facts = {
            "ours": show(one.computed_minor, one.currency),
            "difference": show(one.printed_minor - one.computed_minor, one.currency),
        }
        formula = text("check.printed_formula", lang, **facts)
        where = f"{one.sheet}!{one.cell}"
        field = field_word(one.field, lang)
        label = text("check.printed", lang, label=one.label, field=field, where=where)
        shown = show(one.printed_minor, one.currency)
        yield _verdict("printed", shown, formula, lang, label, ties=ties)


def _to_the_books(one: Stated, ledger: Ledger, position: Position | None, lang: Lang) -> Figure:
    ours = balances(ledger, position, one.company).get(one.currency, 0)
    facts = {
        "ours": show(ours, one.currency),
        "difference": show(one.minor - ours, one.currency),
    }
    label = text("check.gl", lang, account=one.account, company=one.company, currency=one.currency)
    formula = text("check.gl_formula", lang, **facts)
    return _verdict(
        "gl", show(one.minor, one.currency), formula, lang, label, ties=ours == one.minor
    )


def _verdict(
    key: str, shown: str, formula: str, lang: Lang, label: str = "", *, ties: bool
) -> Figure:
    tone = Tone.GOOD if ties else Tone.BAD
    verdict = text("check.ties" if ties else "check.differs", lang)
    return Figure(key, label or text(f"check.{key}", lang), shown, tone, verdict, formula)
