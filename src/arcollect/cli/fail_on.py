"""What a user may ask to fail on (`--fail-on`, exit 1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import typer

from arcollect.cli.steps import Book, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.cli.words.findings import asked_findings
from arcollect.errors import ExitCode, Severity
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.position import Position

Finding = Callable[[Book, "Position"], bool]


def judge(book: Book, position: Position) -> None:
    """With `--fail-on`, exit 1 when one of the findings is there; says which."""
    asked = asked_findings(book.reading.fail_on)
    met = [name for name in asked if FOUND_BY[name](book, position)]
    if met:
        what = [text(f"cli.finding.{name}", book.lang) for name in met]
        tell(text("cli.failed_on", book.lang, what=what), "red")
        raise typer.Exit(ExitCode.FINDING)


def _ratio(key: str) -> Finding:
    """The verdict of one metric, in any currency."""

    def warns(book: Book, position: Position) -> bool:
        from arcollect.analysis.standing.aging import age
        from arcollect.analysis.standing.ratios import measure

        ratios = measure(position, age(position, book.policy), book.policy).ratios
        return any(r.key == key and r.verdict == "warn" for r in ratios)

    return warns


def _missing_facts(book: Book, position: Position) -> bool:
    """A customer that should get a letter cannot, for want of a mandatory fact (U-21)."""
    from arcollect.cli.chase.due import Asked, due
    from arcollect.cli.remembered import recall

    claimed = stand_documents(book) if book.policy.in_base_currency else position
    found = due(book, claimed, Asked(recall(book)))
    return any(silent.missing for silent in found.silent)


def _limitation(book: Book, position: Position) -> bool:
    """A claim or a guarantee has run out, or is near its end (R-LAW-05)."""
    from arcollect.analysis.claims.limits.limitation import limitation
    from arcollect.cli.remembered import recall

    return limitation(position, recall(book), book.policy).is_alarming


def _red(book: Book, position: Position) -> bool:
    """The whole or a customer is red (R003-60)."""
    from arcollect.cli.standing.scored import watched

    return watched(book, position).any_red


def _audit(book: Book, position: Position) -> bool:  # noqa: ARG001
    """The integrity check has a hint of the heaviest weight (R003-71…77)."""
    from arcollect.analysis.outcome.audit.audit import audit
    from arcollect.cli.remembered import recall

    return audit(stand_documents(book), recall(book), book.policy).is_alarming


def _problems(*severities: Severity) -> Finding:
    def any_of(book: Book, position: Position) -> bool:
        every = (*book.ledger.problems, *position.problems)
        return any(p.severity in severities for p in every)

    return any_of


def _totals(book: Book, position: Position) -> bool:  # noqa: ARG001
    """A total printed in the file is not the sum of its rows."""
    return any(t.printed_minor != t.computed_minor for t in book.ledger.control.printed)


FOUND_BY: Mapping[str, Finding] = {
    "overdue-ratio": _ratio("overdue_ratio"),
    "over-one-year": _ratio("over_one_year_share"),
    "dso": _ratio("dso"),
    "turnover": _ratio("turnover"),
    "red": _red,
    "missing-facts": _missing_facts,
    "limitation": _limitation,
    "audit": _audit,
    "warnings": _problems(Severity.WARNING, Severity.EXCLUDED),
    "exclusions": _problems(Severity.EXCLUDED),
    "totals": _totals,
}
