"""What the register knows about money to come: promises and disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.chase.history.disputes import disputed, open_on
from arcollect.analysis.chase.promises import Kept, judge
from arcollect.analysis.keys import PARTY, group_codes
from arcollect.analysis.standing.payers.lines import Promised, Told
from arcollect.analysis.standing.payers.past import parties

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import DisputeEntry, History


def told(position: Position, history: History, policy: Policy) -> Told:
    """Open promises on their days with what is still missing, and open disputes.

    A promise that was broken, or whose fate the ledger cannot tell, is no forecast.
    Minor units; disputed amounts by item.
    """
    promised = tuple(
        Promised(one.promise.party, one.until, one.missing_minor, one.promise.document_no)
        for one in judge(history, position, policy).judged
        if one.state is Kept.OPEN and one.missing_minor > 0
    )
    return Told(promised, _disputed(position, open_on(history.disputes, position.as_of)))


def _disputed(position: Position, entries: list[DisputeEntry]) -> dict[int, int]:
    if not entries:
        return {}
    (account,), table = group_codes([position.open], PARTY)
    numbers = position.ledger.items.loc[position.open["item"], "invoice_no"].to_numpy()
    items = position.open.assign(account=account, invoice_no=numbers)
    minor = disputed(items, list(parties(table)), entries).tolist()
    return dict(zip(position.open["item"].tolist(), minor, strict=True))
