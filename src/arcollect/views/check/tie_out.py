"""Does it tie out: to the sheet, to its printed totals, to the general ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.tied import balances, bridges
from arcollect.ledger.schema import ClassTotal, Ledger, RowClass
from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.check.found import field_word
from arcollect.views.table import Column, Figure, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.position import Position

_BRIDGE = ("in_file", "later", "paid", "balance", "open", "unapplied")


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
        *_bridge(ledger, position, lang),
        *_printed(ledger, lang),
        *(_to_the_books(one, ledger, position, lang) for one in stated),
    )


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
    """Per currency: used + left out = the sheet's money; of the items, then of receipts.

    Rows whose amount cannot be read belong to no currency: then nothing is "all used".
    """
    for role in ("items", "receipts"):
        mine = [c for c in ledger.control.classes if c.role == role]
        unread = any(c.rows and not c.money for c in _of(mine, RowClass.UNUSABLE))
        used = _money(_of(mine, RowClass.ITEM))
        left_out = _money(_of(mine, RowClass.UNUSABLE))
        for currency in sorted({*used, *left_out}):
            both = (used[currency], left_out[currency])
            yield _money_tie(role, currency, both, lang, unread=unread)


def _money_tie(
    role: str, currency: str, money: tuple[int, int], lang: Lang, *, unread: bool
) -> Figure:
    used, left_out = money
    facts = {"used": show(used, currency), "left": show(left_out, currency)}
    is_whole = not left_out and not unread
    return Figure(
        f"money.{currency}" if role == "items" else f"{role}.{currency}",
        text(f"check.{role}_tie", lang, currency=currency),
        show(used + left_out, currency),
        Tone.GOOD if is_whole else Tone.WATCH,
        text("check.all_used" if is_whole else "check.some_left_out", lang),
        text("check.money_formula", lang, **facts),
    )


def _of(classes: Sequence[ClassTotal], wanted: RowClass) -> Iterator[ClassTotal]:
    return (c for c in classes if c.row_class is wanted)


def _money(classes: Iterable[ClassTotal]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in classes:
        total.update(dict(one.money))
    return total


def _bridge(ledger: Ledger, position: Position | None, lang: Lang) -> Iterator[Figure]:
    """From the money of the file to the balance at the as-of date, where they differ."""
    for way in bridges(ledger, position) if position else ():
        currency = way.currency
        parts = {name: show(getattr(way, f"{name}_minor"), currency) for name in _BRIDGE}
        yield Figure(
            f"balance.{currency}",
            text("check.balance", lang, currency=currency),
            show(way.balance_minor, currency),
            Tone.PLAIN,
            text("check.balance_apart", lang, **parts) if way.unapplied_minor else "",
            text("check.balance_formula", lang, **parts),
        )


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
        key = "check.printed" if one.label else "check.printed_bare"
        label = text(key, lang, label=one.label, field=field, where=where)
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
