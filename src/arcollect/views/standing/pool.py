"""The focus pool: the few names to start with, and why each is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    notes = [text("pool.rule", lang), *_other_shares(pool, lang)]
    if pool.left_out:
        notes.append(text("pool.left_out", lang, count=len(pool.left_out)))
    if pool.not_tested:
        notes.append(text("pool.not_tested", lang, currencies=pool.not_tested))
    return tuple(notes)


def _other_shares(pool: Pool, lang: Lang) -> Iterator[str]:
    """Of what the shares are, where of all overdue money they would be others (U-05)."""
    for one in pool.counted:
        counted = one.overdue_minor - one.apart_minor
        shown = [m.cumulative_share for m in pool.members if m.currency == one.currency]
        if all(round(s, 4) == round(s * counted / one.overdue_minor, 4) for s in shown):
            continue
        amounts = (counted, one.overdue_minor, one.apart_minor)
        shares_of, overdue, apart = (f"{a:,}" for a in decimals(amounts, one.currency))
        facts = {"counted": shares_of, "overdue": overdue, "apart": apart}
        yield text("pool.shares_of", lang, currency=one.currency, **facts)
