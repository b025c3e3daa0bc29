"""What a person wants a paper to say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from arcollect.errors import UsageError, message

KINDS = ("stop-supply", "repayment", "assignment", "reconciliation", "partial-payment")
"""停供通知, 还款协议, 债权转让通知, 往来款项核对函, 分次付款复函."""

FOR_ALL = ("reconciliation",)
"""Papers that every customer may get in one run; the others are meant for one."""

GROUNDS = ("526", "527")
"""Articles of the Civil Code under which a signed order may be suspended (R-LAW-10)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One paper as asked for; what is None or empty is not said or taken from the policy.

    first: the day of the first payment; orders: signed orders to suspend on
    `ground`, for 527 because of `because` (U-24).
    """

    kind: str
    customer_key: str = ""  # "" = everybody
    documents: tuple[str, ...] = ()
    first: dt.date | None = None
    assignee: str = ""
    orders: tuple[str, ...] = ()
    ground: str = ""
    because: str = ""

    def check(self) -> None:
        """Raise UsageError where the paper would lack what makes it valid.

        A signed order is not stopped without naming the ground: that the customer
        had to pay first (526), or certain proof that it can no longer perform
        (527), which has to be said; the notice is due at once (528).
        """
        if self.kind not in KINDS:
            raise UsageError(message("papers_why.kind", asked=self.kind, known=KINDS))
        if not self.customer_key and self.kind not in FOR_ALL:
            raise UsageError(message("papers_why.customer"), message("papers_why.customer_hint"))
        if self.kind == "assignment" and not self.assignee.strip():
            raise UsageError(message("papers_why.assignee"))
        if self.orders and self.ground not in GROUNDS:
            raise UsageError(message("papers_why.ground"), message("papers_why.ground_hint"))
        if self.ground == "527" and not self.because.strip():
            raise UsageError(message("papers_why.because"))
