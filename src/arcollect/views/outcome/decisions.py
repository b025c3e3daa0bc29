"""The decisions a report asks for: stop supply, sue, settle, write off (U-16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.outcome.decisions import Known, decisions
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.outcome.decisions import Decision
    from arcollect.views.findings import Findings

MOST = 12


def decisions_table(found: Findings, lang: Lang) -> Table | None:
    """Candidates only: who, the money concerned, why; the box stays empty."""
    known = Known(found.grades, found.position.ledger, found.limits)
    every = decisions(found.aging, found.position.as_of, known, found.policy)
    rows, rest = every[:MOST], len(every) - MOST
    if not rows:
        return None

    def word(key: str) -> str:
        return text(f"boss.{key}", lang)

    several = len({company for company in found.aging.items["company"] if company}) > 1
    names = [_name(one, several=several) for one in rows]
    matters = [word(one.matter) for one in rows]
    amounts = [decimals([one.amount_minor], one.currency)[0] for one in rows]
    currencies = [one.currency for one in rows]
    columns = (
        Column("customer", word("customer"), Kind.TEXT, names, wide=True),
        Column("decision", word("decision"), Kind.TEXT, matters, [Tone.BAD] * len(rows)),
        Column("amount", word("amount"), Kind.MONEY, amounts),
        Column("currency", text("common.currency", lang), Kind.TEXT, currencies),
        Column("why", word("why"), Kind.TEXT, [say(one.why, lang) for one in rows], wide=True),
        Column("yes", word("answer"), Kind.TEXT, [word("box")] * len(rows)),
    )
    more = (text("boss.more", lang, count=rest),) if rest > 0 else ()
    return Table("decisions", word("decisions"), columns, (), (*more, word("note")))


def _name(one: Decision, *, several: bool) -> str:
    return f"{one.customer} · {one.company}" if several and one.company else one.customer
