"""Where to try a change first, and whether it worked: `arcollect compare --pilot`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.cli.remembered import recall
from arcollect.cli.standing.scored import segmented
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.pilot import Past
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.views.table import Table


def candidate_tables(book: Book, position: Position) -> list[Table]:
    """Which groups are fit for a pilot, at the as-of date."""
    from arcollect.analysis.outcome.compare.pilot import candidates
    from arcollect.views.outcome.compare.pilot import candidates_table

    by_account = segmented(book, position).by_account()
    segments = {account: one.name for account, one in by_account.items()}
    found = candidates(position, book.policy, segments)
    return [candidates_table(found, book.as_of, book.policy, book.lang)]


def trial_tables(book: Book, position: Position, past: Past, asked: str) -> list[Table]:
    """Whether one group got better since the earlier day."""
    from arcollect.analysis.outcome.compare.pilot import trial
    from arcollect.views.outcome.compare.pilot import trial_table

    group = chosen(position, asked)
    return [
        trial_table(trial(position, past, group, book.policy, recall(book)), book.policy, book.lang)
    ]


def chosen(position: Position, asked: str) -> tuple[str, str]:
    """Grouping and name of `[BY=]NAME`; UsageError that names what there is to choose from."""
    from arcollect.analysis.outcome.compare.pilot import GROUPINGS, names_of

    by, sign, name = asked.partition("=")
    told = sign and by.strip() in GROUPINGS
    wanted = name.strip() if told else asked.strip()
    known = {one: names_of(position, one) for one in ([by.strip()] if told else GROUPINGS)}
    found = [one for one, names in known.items() if wanted in names]
    if len(found) == 1:
        return found[0], wanted
    if found:
        said = message("compare_why.pilot_several", asked=asked, known=found)
        raise UsageError(said, message("compare_why.pilot_several_hint", by=found[0], name=wanted))
    every = [f"{one}={name}" for one, names in known.items() for name in names]
    if not every:
        raise UsageError(message("compare_why.pilot_no_groups"))
    hint = message("compare_why.pilot_none_hint", known=every[:20])
    raise UsageError(message("compare_why.pilot_none", asked=asked), hint)
