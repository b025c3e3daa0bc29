"""The form for customers without a history: what was found out, and what is still to ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.figures import places
from arcollect.analysis.standing.scoring.newcomers import CHECKS, newcomers
from arcollect.text import Lang, joined, text
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.newcomers import Newcomer
    from arcollect.analysis.standing.scoring.score import Scores
    from arcollect.policy import Policy


def newcomers_table(
    scores: Scores, policy: Policy, lang: Lang, customer: str | None = None
) -> Table | None:
    """One row per customer with few documents (R001-03); None where there is none."""
    rows = [
        one
        for one in newcomers(scores, policy)
        if is_asked_for(customer, one.facts.customer, one.facts.customer_key)
    ]
    if not rows:
        return None
    column = Columns("score.new_", rows, lang)
    columns = [
        column("customer", Kind.TEXT, lambda one: one.facts.customer, wide=True),
        column("documents", Kind.COUNT, lambda one: one.facts.paid.documents),
        column("since", Kind.DATE, lambda one: one.facts.first_document),
        *(column(name, Kind.TEXT, _points(name)) for name in CHECKS),
        column("missing", Kind.TEXT, lambda one: _missing(one, lang), wide=True),
    ]
    if len({one.facts.company for one in rows}) > 1:
        columns.insert(1, column("company", Kind.TEXT, lambda one: one.facts.company, minor=True))
    note = text("score.new_note", lang, least=policy.segment.core_documents)
    return Table("newcomers", text("score.new_title", lang), tuple(columns), (), (note,))


def _points(name: str) -> Callable[[Newcomer], str]:
    def shown(one: Newcomer) -> str:
        points = one.found[name]
        return "" if points is None else places(points, 0)

    return shown


def _missing(one: Newcomer, lang: Lang) -> str:
    return joined([text(f"score.new_{name}", lang) for name in one.missing], lang)
