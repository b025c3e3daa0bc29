"""How customers keep their word, counted for the scorecard."""

from __future__ import annotations

from collections import Counter

from arcollect.analysis.chase.promises import Kept, Promises
from arcollect.analysis.standing.scoring.facts import Account
from arcollect.analysis.standing.scoring.indicators import Promised


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
