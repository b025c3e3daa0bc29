"""What the report has besides the summary: sheets it always has, and those asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli.outcome.provision import chosen
from arcollect.cli.remembered import snapshot_of
from arcollect.cli.start.finding import documents_of
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.outcome.provision.provide import Provision
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History
    from arcollect.views.findings import Findings

SHEETS = ("recover", "provision", "compare", "audit")


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
    """The findings with what every report has besides, and with the sheets asked for.

    Always: whom to call, alerts, limitation, expected receipts.
    """
    from arcollect.cli.standing.forecast import foreseen
    from arcollect.cli.standing.scored import watched

    claimed = documents_of(book, found.position)
    found = replace(
        with_list(book, found, claimed, history),
        alerts=watched(book, found.position, history, found.segments),
        forecast=foreseen(book, claimed, history),
    )
    return _with_asked(book, found, claimed, history, asked)


def with_list(book: Book, found: Findings, position: Position, history: History) -> Findings:
    """The findings with whom to call and what ends when; position: in the documents' currencies."""
    from arcollect.analysis.chase.worklist.known import Answers
    from arcollect.analysis.claims.limits.limitation import limitation
    from arcollect.cli.chase.worklist import planned

    limits = limitation(position, history, book.policy)
    answers = Answers(found.segments, found.grades, found.dunning, limits)
    listed = planned(book, position, history, answers) if _has_dues(position) else None
    return replace(found, worklist=listed, limits=limits)


def _has_dues(position: Position) -> bool:
    """Whether anybody can be late at all; `--basis issue` reads ledgers that say nothing."""
    return bool(position.open["has_due_date"].any()) or position.open.empty


def _with_asked(
    book: Book, found: Findings, position: Position, history: History, asked: dict[str, str]
) -> Findings:
    from arcollect.analysis.outcome.audit.audit import audit
    from arcollect.analysis.outcome.recover.debts import Asked
    from arcollect.analysis.outcome.recover.weigh import recover

    policy = book.policy
    if "recover" in asked:
        weighed = recover(position, found.fees, policy, Asked(limits=found.limits))
        found = replace(found, recovery=weighed)
    if "provision" in asked:
        found = replace(found, provision=_provision(book, position, history, asked["provision"]))
    if "audit" in asked:
        found = replace(found, integrity=audit(position, history, policy))
    return found


def miss_changes(book: Book, found: Findings, asked: dict[str, str]) -> None:
    """Say on stderr why there is no sheet of changes although it was asked for."""
    if "compare" in asked and found.changes is None and not book.reading.quiet:
        key = "cli.no_earlier" if book.policy.records.keep else "cli.no_memory"
        tell(text(key, book.lang, day=book.as_of), "yellow")


def _provision(book: Book, position: Position, history: History, standard: str) -> Provision:
    from arcollect.analysis.outcome.provision.provide import Standard, old_enough, provide

    head = old_enough(history, position, book.policy)
    before = snapshot_of(book, head) if head else None
    return provide(position, book.policy, Standard(standard), before)
