"""What to do about every debt, why, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.outcome.recover.debts import BAD_DEBT
from arcollect.analysis.outcome.recover.weigh import way_said
from arcollect.text import Lang, joined, say, text
from arcollect.views.columns import Columns
from arcollect.views.outcome.recover.options import company_column
from arcollect.views.table import Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.outcome.recover.debts import Debt
    from arcollect.analysis.outcome.recover.weigh import Weighed


def advice_table(weighed: Sequence[Weighed], currency: str, lang: Lang) -> Table:
    """One row per debt: how the claim is made up, the pick, and what would change it."""
    column = Columns("recover.", weighed, lang, currency)
    tones = [Tone.BAD if w.debt.flags else Tone.PLAIN for w in weighed]
    columns = [
        column("customer", Kind.TEXT, lambda w: w.debt.customer, wide=True),
        column("worst_days", Kind.DAYS, lambda w: w.debt.worst_days),
        column("flags", Kind.TEXT, lambda w: flags_said(w.debt, lang), tones),
        column.money("overdue", lambda w: w.debt.overdue_minor, summed=True),
        column.money("disputed", lambda w: w.debt.disputed_minor, summed=True),
        column.money("credits", lambda w: w.debt.credits_minor, summed=True),
        column.money("principal", lambda w: w.debt.principal_minor, summed=True),
        column.money("fee", lambda w: w.debt.fee_minor, summed=True),
        column.money("claim", lambda w: w.debt.claim_minor, summed=True),
        column("best", Kind.TEXT, lambda w: say(way_said(w.best.way), lang) if w.best else ""),
        column.money("break_even", lambda w: w.break_even_minor),
        column.words("what", lambda w: joined(w.advice, lang)),
        column.words("changes", lambda w: joined(w.changes, lang), minor=True),
    ]
    if company := company_column(weighed, [(w, None) for w in weighed], lang):
        columns.insert(0, company)
    title = text("recover.advice", lang, currency=currency)
    key = f"recover.advice.{currency}"
    return Table(key, title, tuple(columns), total_label=text("common.total", lang))


def flags_said(debt: Debt, lang: Lang) -> str:
    """The red flags in words."""
    return joined((_flag(flag, lang) for flag in debt.flags), lang)


def _flag(flag: str, lang: Lang) -> str:
    if flag == BAD_DEBT:
        return text("recover.flag_bad_debt", lang)
    return text(f"standing_why.flag_{flag.replace('-', '_')}", lang)
