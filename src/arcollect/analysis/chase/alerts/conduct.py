"""How customers keep their word, counted for the scorecard."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from arcollect.analysis.chase.promises import Kept, Promises, judge
from arcollect.analysis.standing.scoring.facts import Account
from arcollect.analysis.standing.scoring.indicators import Promised
from arcollect.analysis.standing.scoring.score import Scores, score
from arcollect.analysis.standing.scoring.segment import Segments, sort_out

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History


def tally(promises: Promises) -> dict[Account, Promised]:
    """Promises kept and not kept by (own company, customer), all currencies together.

    Partly kept is not kept. Promises that are open, withdrawn or cannot be judged do not
    count.
    """
    counted: dict[Account, Counter[bool]] = {}
    for one in promises.judged:
        if one.state in {Kept.KEPT, Kept.PARTLY, Kept.BROKEN}:
            account = one.promise.company, one.promise.customer_key
            counted.setdefault(account, Counter())[one.state is Kept.KEPT] += 1
    return {account: Promised(found[True], found[False]) for account, found in counted.items()}


def scores_with(history: History, position: Position, policy: Policy) -> Scores:
    """Every score with what the register remembers: promises kept, disputes."""
    promised = tally(judge(history, position, policy)) if history.promises else {}
    return score(position, policy, history, promised)


def segments_with(history: History, position: Position, policy: Policy) -> Segments:
    """Every segment, from the scores with what the register remembers."""
    return sort_out(scores_with(history, position, policy), policy)
