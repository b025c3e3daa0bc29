"""The focus pool: the few names to start with, and why each is there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.pool import Pool


def pool_table(pool: Pool, lang: Lang, ranks: Sequence[int] = ()) -> Table:
    """One row per member, worst first, with its cumulative share of overdue money.

    ranks: the places of the members in the whole list, where only some are shown.
    """
    rows = pool.members

    def title(key: str) -> str:
        return text(f"pool.{key}", lang)

    amounts = [decimals([m.overdue_minor], m.currency)[0] for m in rows]
    days = [m.worst_days for m in rows]
    shares = [Decimal(f"{m.cumulative_share:.6f}") for m in rows]
    columns = [
        Column("rank", title("rank"), Kind.COUNT, list(ranks or range(1, len(rows) + 1))),
        Column(
            "customer",
            title("customer"),
            Kind.TEXT,
            [m.customer for m in rows],
            wide=True,
        ),
        Column("currency", title("currency"), Kind.TEXT, [m.currency for m in rows]),
        Column("overdue", title("overdue"), Kind.MONEY, amounts, [Tone.BAD] * len(rows)),
        Column("worst_days", title("worst_days"), Kind.DAYS, days),
        Column("share", title("share"), Kind.PERCENT, shares),
        Column(
            "reason",
            title("reason"),
            Kind.TEXT,
            [say(m.reason, lang) for m in rows],
            wide=True,
        ),
    ]
    if any(m.company for m in rows):
        companies = [m.company for m in rows]
        columns.insert(1, Column("company", title("company"), Kind.TEXT, companies, minor=True))
    return Table("pool", title("title"), tuple(columns), (), _notes(pool, lang))


def _notes(pool: Pool, lang: Lang) -> tuple[str, ...]:
    notes = [text("pool.rule", lang)]
    if pool.left_out:
        notes.append(text("pool.left_out", lang, count=len(pool.left_out)))
    if pool.not_tested:
        notes.append(text("pool.not_tested", lang, currencies=pool.not_tested))
    return tuple(notes)
