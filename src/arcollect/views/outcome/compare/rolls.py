"""The roll matrix: from which bucket to which."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.tiers import ADDED, GONE, UNDATED, roll_rates
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals, places
from arcollect.views.outcome.compare.words import tier_word
from arcollect.views.table import Column, Kind, Table, Value

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.outcome.compare.tiers import Rolls


def roll_tables(rolls: Rolls, found: Comparison, lang: Lang) -> list[Table]:
    """Amounts and counts: rows foot to the opening buckets, columns to the closing ones."""
    return [
        _matrix(rolls, found, lang, "minor"),
        _matrix(rolls, found, lang, "count"),
    ]


def _matrix(rolls: Rolls, found: Comparison, lang: Lang, what: str) -> Table:
    cells: Counter[tuple[int, int]] = getattr(rolls, what)
    buckets = range(len(found.edges) + 2)
    undated = [UNDATED] if any(UNDATED in way for way in cells) else []
    starts, ends = [*buckets, *undated, ADDED], [*buckets, *undated, GONE]
    kind = Kind.MONEY if what == "minor" else Kind.COUNT

    def shown(numbers: list[int]) -> list[Value]:
        return list(decimals(numbers, rolls.currency) if what == "minor" else numbers)

    def column(key: str, title: str, numbers: list[int]) -> Column:
        (total,) = shown([sum(numbers)])
        assert isinstance(total, Decimal | int)  # noqa: S101  (sums of numbers)
        return Column(key, title, kind, shown(numbers), (), total, sums=True)

    words = [tier_word(start, found.edges, lang) for start in starts]
    columns = (
        Column("from", text("compare.from", lang), Kind.TEXT, words, wide=True),
        *(
            column(_key(end), tier_word(end, found.edges, lang), [cells[s, end] for s in starts])
            for end in ends
        ),
        column(
            "all", text("common.total", lang),
            [sum(cells[s, end] for end in ends) for s in starts],
        ),
    )  # fmt: skip
    if what == "minor":
        rates = roll_rates(rolls, len(buckets))
        shares = [*map(share, rates), *([None] * (len(starts) - len(buckets)))]
        title = text("compare.rolled", lang)
        columns = (*columns, Column("rolled", title, Kind.PERCENT, shares))
    title = text(f"compare.rolls_{what}", lang, currency=rolls.currency)
    notes = (text("compare.rolls_note", lang),) if what == "minor" else ()
    label = text("common.total", lang)
    return Table(f"compare.rolls_{what}.{rolls.currency}", title, columns, (), notes, label)


def _key(tier: int) -> str:
    return {UNDATED: "to_no_due_date", GONE: "to_gone"}.get(tier, f"to_{tier}")


def share(value: Fraction | None) -> Decimal | None:
    """A share as a cell: rounded half up to a hundredth of a percent."""
    return None if value is None else places(value, 4)
