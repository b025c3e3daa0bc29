"""Every answer about one ledger, each found out once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli.remembered import recall
from arcollect.cli.steps import stand, stand_documents

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History
    from arcollect.views.findings import Findings


def find_out(book: Book, position: Position, history: History | None = None) -> Findings:
    """The answers that summary, report and explanations share.

    history: what is remembered, where it was asked for already. Claims, letters and
    segments are made in the currencies of the documents, whatever `--base` says.
    """
    from arcollect import __version__
    from arcollect.analysis.chase.alerts.conduct import segments_with
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.analysis.standing.aging import age
    from arcollect.analysis.standing.grade import grade
    from arcollect.analysis.standing.pool import focus
    from arcollect.analysis.standing.ratios import measure
    from arcollect.cli.chase.due import Asked, due
    from arcollect.views.findings import Findings

    policy, known = book.policy, recall(book) if history is None else history
    claimed = documents_of(book, position)
    aging, fees = age(position, policy), late_fee(claimed, policy)
    segments = segments_with(known, claimed, policy)
    asked = Asked(known, fees=fees, segments=segments)
    return Findings(
        position=position,
        policy=policy,
        aging=aging,
        ratios=measure(position, aging, policy),
        pool=focus(position, policy),
        grades=grade(position, policy),
        fees=fees,
        dunning=due(book, claimed, asked),
        segments=segments,
        audit=_audit(book),
        policy_path=book.policy_path,
        version=__version__,
    )


def documents_of(book: Book, position: Position) -> Position:
    """The position in the currencies of the documents: the same one without `--base`."""
    return stand_documents(book) if book.policy.in_base_currency else position


def _audit(book: Book) -> Aging | None:
    """The audit table by document date, where open documents have one (U-10)."""
    from arcollect.analysis.standing.aging import age

    basis = book.policy.aging.model_copy(update={"basis": "issue"})
    policy = book.policy.model_copy(update={"aging": basis})
    position = stand(replace(book, policy=policy))
    if position.open["issue_date"].isna().all():
        return None
    return age(position, policy, audit=True)
