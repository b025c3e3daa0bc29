"""Which number a paper gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arcollect.analysis.chase.history.numbers import Number
from arcollect.register.entries import LetterState

if TYPE_CHECKING:
    from arcollect.analysis.chase.papers.paper import Papers
    from arcollect.register.entries import History, Party


def paper_numbers(papers: Papers, history: History) -> Mapping[Party, Number]:
    """The number of each paper by its party; every kind counts by itself, by year (U-25).

    A draft to the same party is written again under its number; the number of a
    paper that was sent or cancelled is never used again.
    """
    sequence = f"{papers.kind}/{papers.written.year}"
    past = [entry for entry in history.letters if entry.sequence == sequence]
    kept = {e.party: e.running for e in past if e.state is LetterState.DRAFTED}
    highest = max((entry.running for entry in past), default=0)
    found: dict[Party, Number] = {}
    for paper in papers.papers:
        if paper.notice.party not in kept:
            highest += 1
        found[paper.notice.party] = Number(sequence, kept.get(paper.notice.party, highest))
    return found
