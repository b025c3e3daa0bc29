"""Papers beside the letters, and short messages."""

WORDS = {
    "papers.blank_account": "The policy has no bank account in [[company]]: the agreement leaves lines for it, fill them in before it is signed.",
    "papers.kind_stop-supply": "Stop-supply notice",
    "papers.kind_repayment": "Repayment agreement",
    "papers.kind_assignment": "Notice of assignment",
    "papers.kind_reconciliation": "Confirmation of balance",
    "papers.kind_partial-payment": "Reply on part payment",
    "papers.kind_short": "Short messages",
    "papers.prefix_stop-supply": "SN",
    "papers.prefix_repayment": "RA",
    "papers.prefix_assignment": "NA",
    "papers.prefix_reconciliation": "CB",
    "papers.prefix_partial-payment": "PP",
    "papers.file": "{kind}_{customer}_{number}",
    "papers.index_file": "{kind}_list",
    "papers.print_file": "{kind}_to_print",
    "papers.lead": "As of {as_of}; {count} {count:|paper|papers}, {silent} {silent:|account|accounts} without one",
    "papers.short_lead": "{count} {count:|message|messages}, each for the person named and nobody else",
    "papers.note_stop-supply": (
        "Only orders not yet confirmed are held; signed ones need the conditions of article 526 or"
        " 527 of the PRC Civil Code and timely notice (528). For reference: ask a lawyer"
    ),
    "papers.note_repayment": (
        "The agreement shows principal only and reserves liability for late payment; it takes"
        " effect when both sides have signed or sealed it. Have a lawyer read it before signing"
    ),
    "papers.note_assignment": (
        "The assignment binds the debtor once the notice has arrived (in China: Civil Code 546); keep the"
        " proof of delivery. For reference: ask a lawyer"
    ),
    "papers.note_reconciliation": (
        "Amounts are open items less receipts not yet applied, with disputes, retention and small"
        " differences; a negative one is an advance. Finance seal; silence confirms nothing"
    ),
    "papers.note_partial-payment": (
        "Payment in parts is accepted; nothing is waived and no due date moves. Obtain the"
        " customer's confirmation in writing"
    ),
    "papers.note_short": (
        "No fee and no legal step; messages longer than two SMS are marked. Do not send between"
        " 22:00 and 08:00"
    ),
    "papers.col_reference": "Reference",
    "papers.col_company": "Own company",
    "papers.col_customer": "Customer",
    "papers.col_currency": "Currency",
    "papers.col_net": "Amount",
    "papers.col_addressee": "Addressee",
    "papers.col_why": "Why none",
    "papers.col_file": "File",
    "papers.col_level": "Level",
    "papers.col_text": "Text",
    "papers.col_length": "Characters",
}
