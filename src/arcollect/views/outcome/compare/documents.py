"""Every document that changed, and how many of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.moves import What
from arcollect.text import Lang, joined, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.words import (
    SHIFT_TONES,
    dispute_key,
    dispute_word,
    due_word,
    shift_word,
    way,
    what_key,
    what_tone,
    what_word,
)
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.outcome.compare.moves import Move

HAPPENED = (
    "what_new", "what_billed-and-paid", "what_unlisted", "what_bill", "what_back",
    "what_raised", "what_collected", "what_part-collected", "what_applied",
    "what_part-applied", "what_credited", "what_part-credited", "what_settled",
    "what_part-settled", "what_written-off", "what_gone", "shift_newly-overdue",
    "shift_worse", "shift_better", "shift_cured", "dispute_began", "dispute_ended",
)  # fmt: skip
"""Kinds of change in reading order: what came, what went, what moved."""


def happened_tables(found: Comparison, lang: Lang) -> list[Table]:
    """What happened, by currency."""
    tables = [happened_table(total.party[2], found, lang) for total in found.totals]
    return [table for table in tables if len(table)]


def happened_table(currency: str, found: Comparison, lang: Lang) -> Table:
    """How many documents, and how much money, of each kind of change.

    A document paid in part that also moved on stands in both lines; the amounts of
    payments are what was paid, those of moves what is still open.
    """
    count: Counter[str] = Counter()
    minor: Counter[str] = Counter()
    for move in _of(currency, found):
        for key, money in _events(move, found):
            count[key] += 1
            minor[key] += money
    keys = [key for key in HAPPENED if count[key]]
    words = [text(f"compare.{key}", lang) for key in keys]
    columns = (
        Column("what", text("compare.what", lang), Kind.TEXT, words, wide=True),
        Column("count", text("compare.count", lang), Kind.COUNT, [count[k] for k in keys]),
        Column(
            "amount", text("compare.amount", lang), Kind.MONEY,
            decimals([minor[k] for k in keys], currency),
        ),
    )  # fmt: skip
    title = text("compare.happened", lang, currency=currency)
    notes = (text("compare.happened_note", lang),)
    return Table(f"compare.happened.{currency}", title, columns, (), notes)


def _events(move: Move, found: Comparison) -> Iterator[tuple[str, int]]:
    money = move.money
    if move.what not in {What.OPEN, What.CREDIT}:
        changed = money.up if not money.opening else money.down or money.raised
        yield what_key(move), changed
    if shift := found.shift_of(move):
        yield f"shift_{shift}", money.closing
    if key := dispute_key(move):
        yield key, max(line.disputed_minor for line in (move.pair.old, move.pair.new) if line)


def documents_table(currency: str, found: Comparison, lang: Lang) -> Table:
    """One row per document that is not as it was; the largest changes first."""
    rows = sorted(
        (m for m in _of(currency, found) if _is_changed(m, found, lang)),
        key=lambda m: (-abs(m.money.closing - m.money.opening), -m.money.closing),
    )
    column = Columns("compare.", rows, lang, currency)
    shifts = [found.shift_of(m) for m in rows]
    columns = [
        column("customer", Kind.TEXT, lambda m: m.line.customer, wide=True),
        column("document_no", Kind.ID, lambda m: m.line.document_no),
        column("what", Kind.TEXT, lambda m: what_word(m, lang), [what_tone(m) for m in rows]),
        column(
            "shift", Kind.TEXT, lambda m: shift_word(found.shift_of(m), lang),
            [SHIFT_TONES.get(one, Tone.PLAIN) for one in shifts],
        ),
        column("way", Kind.TEXT, lambda m: way(m, found, lang)),
        column.money("old_open", lambda m: m.money.opening),
        column.money("new_open", lambda m: m.money.closing),
        column.money("change", lambda m: m.money.closing - m.money.opening, summed=True),
        column("due_date", Kind.DATE, lambda m: m.line.due_date),
        column("salesperson", Kind.TEXT, lambda m: m.line.salesperson, minor=True),
        column.words("remark", lambda m: _remark(m, lang), minor=True),
    ]  # fmt: skip
    if any(m.party[0] for m in rows):
        columns.insert(1, column("company", Kind.TEXT, lambda m: m.party[0], minor=True))
    title = text("compare.documents", lang, currency=currency)
    label = text("common.total", lang)
    return Table(f"compare.documents.{currency}", title, tuple(columns), total_label=label)


def _of(currency: str, found: Comparison) -> Iterator[Move]:
    return (m for m in found.moves if m.party[2] == currency)


def _is_changed(move: Move, found: Comparison, lang: Lang) -> bool:
    if move.what is What.CREDIT:
        return move.money.opening != move.money.closing
    moved = move.what is not What.OPEN or found.shift_of(move)
    return bool(moved or _remark(move, lang))


def _remark(move: Move, lang: Lang) -> str:
    said = (dispute_word(move, lang), due_word(move, lang))
    return joined(said, lang)
