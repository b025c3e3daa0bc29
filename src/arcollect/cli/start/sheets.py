"""What the report has besides the summary: sheets it always has, and those asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli.outcome.provision import chosen
from arcollect.cli.remembered import snapshot_of
from arcollect.cli.start.finding import documents_of
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.outcome.provision.provide import Provision
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History
    from arcollect.views.findings import Findings

SHEETS = ("recover", "provision")


def sheets_asked(raw: str | None, standard: str | None) -> dict[str, str]:
    """The sheets of `--with`, the provision with its standard; a standard alone asks too.

    UsageError for a sheet that is not known, and for a provision without a standard
    (there is no default, U-30): a typing mistake is told before the work.
    """
    names = [name.strip() for name in (raw or "").replace("，", ",").split(",") if name.strip()]
    for name in names:
        if name not in SHEETS:
            known = message("cli.no_sheet_hint", known=list(SHEETS))
            raise UsageError(message("cli.no_sheet", asked=name), known)
    asked = dict.fromkeys(names, "")
    if standard is not None or "provision" in asked:
        asked["provision"] = str(chosen(standard))
    return asked


def find_more(book: Book, found: Findings, history: History, asked: dict[str, str]) -> Findings:
    """The findings with whom to call, alerts and limitation, and what was asked for."""
    from arcollect.analysis.chase.worklist.known import Answers
    from arcollect.analysis.claims.limits.limitation import limitation
    from arcollect.analysis.outcome.recover.debts import Asked
    from arcollect.analysis.outcome.recover.weigh import recover
    from arcollect.cli.chase.worklist import planned
    from arcollect.cli.standing.scored import watched

    claimed, policy = documents_of(book, found.position), book.policy
    limits = limitation(claimed, history, policy)
    answers = Answers(found.segments, found.grades, found.dunning, limits)
    found = replace(
        found,
        worklist=planned(book, claimed, history, answers),
        alerts=watched(book, found.position, history, found.segments),
        limits=limits,
    )
    if "recover" in asked:
        weighed = recover(claimed, found.fees, policy, Asked(limits=limits))
        found = replace(found, recovery=weighed)
    if "provision" in asked:
        found = replace(found, provision=_provision(book, claimed, history, asked["provision"]))
    return found


def _provision(book: Book, position: Position, history: History, standard: str) -> Provision:
    from arcollect.analysis.outcome.provision.provide import Standard, old_enough, provide

    head = old_enough(history, position, book.policy)
    before = snapshot_of(book, head) if head else None
    return provide(position, book.policy, Standard(standard), before)
