"""Words of the late fees."""

WORDS = {
    "fee.title": "Late payment fees",
    "fee.steps": "How the fees were computed",
    "fee.customer": "Customer",
    "fee.document_no": "Document no.",
    "fee.due_date": "Due date",
    "fee.days_past_due": "Days past due",
    "fee.base": "Base (unpaid)",
    "fee.fee": "Late fee",
    "fee.scheme": "Method",
    "fee.basis": "Basis",
    "fee.formula": "Formula",
    "fee.from": "From",
    "fee.to": "To",
    "fee.days": "Days",
    "fee.rate": "Rate per day",
    "fee.step_fee": "Fee of this step",
    "fee.scheme_flat": "flat daily rate",
    "fee.scheme_tiered": "tiered (higher rate on the excess)",
    "fee.scheme_retroactive": "retroactive (higher rate throughout)",
    "fee.rule": "Counted from the day after the due date, on the unpaid and undisputed amount; "
    "each document is rounded half up to the cent, then added.",
    "fee.rounding": "Steps keep more decimals; only the sum of a document is rounded.",
    "fee.none": "No contractual basis, so no fee is computed. Fill in the daily rate and clause in the "
    "ledger, or [fee] in the policy file.",
    "fee.without_basis": "{count} more overdue {count:|document has|documents have} no basis ({amounts}); none computed.",
    "fee.advice": "Computed as agreed; not legal advice. A court may reduce an excessive fee on request "
    "(Civil Code art. 585).",
}
