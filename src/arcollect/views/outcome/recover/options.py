"""The options of every debt, one row each."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from arcollect.analysis.outcome.recover.option import Way
from arcollect.analysis.outcome.recover.weigh import way_said
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import places
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.outcome.recover.option import Option
    from arcollect.analysis.outcome.recover.weigh import Weighed

Row = tuple["Weighed", "Option"]

SOURCES = {
    Way.ASSIGNMENT: "R000-34", Way.HAIRCUT: "R000-35", Way.PLAN: "R003-84", Way.WAIVER: "R001-13",
    Way.DISCOUNT: "R003-36", Way.GOODS: "R000-36", Way.PAYMENT_ORDER: "R-LAW-07",
    Way.SMALL_CLAIMS: "R-LAW-07", Way.LAWSUIT: "R000-39", Way.SET_OFF: "R003-90",
    Way.INSURANCE: "R003-64",
}  # fmt: skip
"""Where each way comes from (docs/rules.md)."""


def options_table(weighed: Sequence[Weighed], currency: str, lang: Lang) -> Table:
    """Every way of every debt in one currency; ★ marks the pick, grey what is unknown."""
    rows: list[Row] = [(w, option) for w in weighed for option in w.options]
    column, tones = Columns("recover.", rows, lang, currency), [_tone(r) for r in rows]
    columns = [
        column("customer", Kind.TEXT, lambda r: r[0].debt.customer, wide=True),
        column("way", Kind.TEXT, lambda r: say(way_said(r[1].way), lang), tones),
        column("best", Kind.TEXT, lambda r: "★" if r[1] is r[0].best else "", tones),
        column.money("expected", lambda r: r[1].expected_minor),
        column.money("nominal", lambda r: r[1].nominal_minor),
        column("share", Kind.PERCENT, _share),
        column.money("now", lambda r: r[1].now_minor if r[1].nominal_minor else None),
        column("months", Kind.COUNT, lambda r: r[1].months),
        column.money("cost", lambda r: r[1].cost_minor if r[1].nominal_minor else None),
        column("chance", Kind.PERCENT, _chance),
        column("chance_from", Kind.TEXT, lambda r: chance_source(r[1], lang), minor=True),
        column.words("how", lambda r: _how(r[1], lang)),
        column.words("notes", lambda r: joined(r[1].notes, lang), minor=True),
        column("source", Kind.ID, lambda r: SOURCES[r[1].way], minor=True),
    ]
    if company := company_column(weighed, rows, lang):
        columns.insert(0, company)
    title = text("recover.title", lang, currency=currency)
    return Table(f"recover.{currency}", title, tuple(columns))


def company_column(
    weighed: Sequence[Weighed], rows: Sequence[tuple[Weighed, Any]], lang: Lang
) -> Column | None:
    """Whose receivable, where the ledger names own companies."""
    if not any(w.debt.company for w in weighed):
        return None
    companies = [w.debt.company for w, _ in rows]
    return Column("company", text("recover.company", lang), Kind.TEXT, companies, minor=True)


def chance_source(option: Option, lang: Lang) -> str:
    """Assumed by the program, by the policy, or typed in for this customer."""
    return text(f"recover.chance_{option.chance.source}", lang) if option.chance else ""


def _how(option: Option, lang: Lang) -> str:
    return joined([m for m in (option.missing, option.how) if m is not None], lang)


def _share(row: Row) -> Decimal | None:
    debt, option = row[0].debt, row[1]
    if option.nominal_minor is None:
        return None
    return places(Fraction(option.nominal_minor, debt.principal_minor), 4)


def _chance(row: Row) -> Decimal | None:
    return None if row[1].chance is None else places(row[1].chance.share, 4)


def _tone(row: Row) -> Tone:
    if row[1] is row[0].best:
        return Tone.GOOD
    return Tone.MUTED if row[1].expected_minor is None else Tone.PLAIN
