"""Words of the boss page."""

WORDS = {
    "boss.title": "Management page",
    "boss.decisions": "Decisions asked for",
    "boss.decision": "Matter",
    "boss.customer": "Customer",
    "boss.amount": "Amount",
    "boss.why": "Why",
    "boss.answer": "Agreed / not agreed",
    "boss.box": "□ yes  □ no",
    "boss.stop": "Stop supply",
    "boss.sue": "Consider suing",
    "boss.write_off": "Review for write-off",
    "boss.more": "{count} more {count:|is|are} not listed here; see the aging detail.",
    "boss.note": "Candidates only; a person decides. Check signed contracts before stopping supply; "
    "a write-off does not waive the claim.",
    "boss.settle": "Settle or instalments",
    "boss.prepared": "Prepared:",
    "boss.checked": "Checked:",
    "boss.approved": "Approved:",
}
