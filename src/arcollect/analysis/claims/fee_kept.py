"""The late fee that stays when the principal is paid (货款已付清、违约金未付)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.years import years_before

if TYPE_CHECKING:
    from arcollect.analysis.claims.fee_steps import FeeStep
    from arcollect.analysis.claims.late_fee import Fees, ItemFee
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import DisputeEntry, Party


@dataclass(frozen=True, slots=True)
class KeptFee:
    """One document that was paid late: its fee, with the steps. Minor units."""

    item: int
    document_no: str
    due_date: dt.date
    paid_on: dt.date
    fee_minor: int
    fee_steps: tuple[FeeStep, ...]
    clause: str = ""


def kept_fees(
    fees: Fees,
    position: Position,
    policy: Policy,
    disputes: Iterable[DisputeEntry] = (),
) -> Mapping[Party, tuple[KeptFee, ...]]:
    """What may still be claimed beside the principal, by party, oldest due date first.

    Only the fee agreed in a contract (违约金): taking the price without a word about it does
    not give it up (买卖合同解释 第18条); U-22. Left out: documents without a number, those
    that the register says are disputed, and those whose last payment is older than the
    period of limitation. Nothing where `letters.paid_late` is off.
    """
    found: dict[Party, list[KeptFee]] = defaultdict(list)
    if not policy.letters.paid_late:
        return {}
    contested = {(d.party, d.document_no) for d in disputes}
    invoices = position.ledger.items["invoice_no"]
    since = years_before(position.as_of, policy.limits.years)
    for fee in fees.settled:
        party, invoice = (fee.company, fee.customer_key, fee.currency), str(invoices[fee.item])
        names = {fee.document_no, invoice, ""}
        is_contested = any((party, name) in contested for name in names)
        kept = _kept(fee, fee.document_no or invoice)
        if _is_claimed(fee, kept) and kept.paid_on >= since and not is_contested:
            found[party].append(kept)
    return {party: tuple(sorted(rows, key=_oldest)) for party, rows in found.items()}


def _kept(fee: ItemFee, document: str) -> KeptFee:
    paid_on = fee.steps[-1].last
    facts = (fee.fee_minor, fee.steps, fee.clause)
    return KeptFee(fee.item, document, fee.due_date, paid_on, *facts)


def _is_claimed(fee: ItemFee, kept: KeptFee) -> bool:
    return fee.ground == "contract" and fee.fee_minor > 0 and bool(kept.document_no)


def _oldest(kept: KeptFee) -> tuple[dt.date, str, int]:
    return kept.due_date, kept.document_no, kept.item
