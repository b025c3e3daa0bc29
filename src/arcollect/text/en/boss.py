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
    "boss.why_stop": "grade D or marked as refusing or lost, with overdue debt",
    "boss.why_sue": "the part 181 or more days late (up to {days} {days:|day|days})",
    "boss.why_write_off": "the part over 3 years late; check limitation and evidence first",
    "boss.more": "{count} more {count:|is|are} not listed here; see the aging detail.",
    "boss.note": "Candidates only; a person decides. Check signed contracts before stopping supply; "
    "a write-off does not waive the claim.",
    "boss.settle": "Settle or instalments",
    "boss.why_settle": "customer is marked as short of cash",
    "boss.prepared": "Prepared:",
    "boss.checked": "Checked:",
    "boss.approved": "Approved:",
}
