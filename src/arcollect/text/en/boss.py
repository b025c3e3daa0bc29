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
    "boss.sue": "Sue, or settle in instalments",
    "boss.write_off": "Review for write-off",
    "boss.why_stop": "grade D with overdue debt",
    "boss.why_sue": "up to {days} days overdue and still not paid",
    "boss.why_write_off": "over 3 years overdue; check limitation and evidence first",
    "boss.note": "Candidates only; a person decides. Check signed contracts before stopping supply; "
    "a write-off does not waive the claim.",
    "boss.prepared": "Prepared:",
    "boss.checked": "Checked:",
    "boss.approved": "Approved:",
}
