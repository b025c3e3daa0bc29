"""Every field and block a template may use: the one table behind check, docs and README."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arcollect.analysis.chase.ladder import RUNGS
from arcollect.analysis.chase.papers.wish import KINDS
from arcollect.analysis.chase.variant import VARIANTS
from arcollect.views.chase.fee_rows import STEP

LETTERS = (*RUNGS, "L1-cash-tight", "L2-cash-tight", *(f"L2-{v}" for v in VARIANTS[:1]))
SHORTS = tuple(f"short-{level}" for level in RUNGS if level != "L4")
TEMPLATES = (*LETTERS, *KINDS, *SHORTS)
"""The names of all templates; a file of such a name in the user's folder replaces ours."""


@dataclass(frozen=True, slots=True)
class Field:
    """One fact: a value, or a group (`lead.amount`), or a list of groups (`items`).

    kinds: the papers that alone know it; () = every template.
    """

    name: str
    parts: tuple[str, ...] = ()
    is_list: bool = False
    kinds: tuple[str, ...] = ()


_ITEM = (
    "document", "invoice", "order", "contract", "goods", "issued", "issued_iso", "delivered",
    "terms", "due", "due_iso", "days", "amount", "open", "demanded", "demanded_full",
    "has_part", "fee", "formula",
)  # fmt: skip
_OWN = (
    "name", "short", "address", "phone", "email", "contact", "signer", "signer_title", "bank",
    "bank_account", "account_name", "seal",
)  # fmt: skip
_PLAN = ("number", "due", "due_iso", "amount", "left")
_PAID_LATE = ("document", "due_iso", "paid_iso", "formula", "fee")
_PLAIN = (
    "level", "reference", "date", "as_of", "counted_to", "deadline", "appointment", "customer",
    "customer_address", "addressee", "salutation", "cc", "contracts", "count", "worst_days",
    "currency", "gross", "gross_bare", "unapplied", "credited", "unapplied_bare", "total",
    "total_bare", "total_words", "grand", "grand_words", "disputed", "bills", "has_basis",
    "ground", "clause", "rate", "fee_word",
    "fee", "fee_bare", "fee_lines", "fee_waits", "is_annexed", "enclosures", "plan_count",
    "plan_first", "own_difficulty", "hold_new_orders", "will_sue", "copies", "sme_debtor",
    "cites_prc_law", "good_practice", "tells_rating", "paid_late_count", "paid_late_ground",
    "paid_late_fee", "paid_late_bare", "paid_late_annexed", "fees_together", "earlier_date",
    "earlier_number", "earlier_deadline", "earlier_all", "promise_made", "promise_due",
    "promise_amount", "promise_missing", "offer", "offer_day",
)  # fmt: skip
FIELDS: tuple[Field, ...] = (
    Field("own", _OWN),
    *(Field(name) for name in _PLAIN),
    Field("lead", _ITEM),
    Field("items", _ITEM, is_list=True),
    Field("plan", _PLAN, is_list=True),
    Field("paid_late", _PAID_LATE, is_list=True),
    Field("fee_steps", STEP, is_list=True),
    *(Field(name, kinds=KINDS) for name in ("assignee", "orders", "stop_ground", "because")),
    Field("we_owe", kinds=("reconciliation",)),
)


def fields_of(template: str) -> Mapping[str, Field]:
    """The fields that a template may use; a part (`_total`) may use all of them."""
    is_part = template.startswith("_")
    return {f.name: f for f in FIELDS if is_part or not f.kinds or template in f.kinds}
