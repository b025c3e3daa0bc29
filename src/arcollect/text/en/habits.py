"""Words of payment habits."""

WORDS = {
    "habits.title": "When customers pay, and how late ({currency})",
    "habits.lead": "As of {as_of}; payments and documents of the {months} months before",
    "habits.company": "Own company",
    "habits.customer": "Customer",
    "habits.payday": "Usual pay day",
    "habits.next_on": "Next pay day",
    "habits.remind_on": "Remind on",
    "habits.action": "Action",
    "habits.payments": "Payment days",
    "habits.hits": "Of them on it",
    "habits.median": "Median days late",
    "habits.mean": "Mean days late (by amount)",
    "habits.first_quarter": "A quarter paid by (days late)",
    "habits.third_quarter": "Three quarters paid by (days late)",
    "habits.documents": "Paid documents",
    "habits.in_time": "Paid in time",
    "habits.last_on": "Last receipt",
    "habits.last": "Amount of that day",
    "habits.open": "Open",
    "habits.day_of_month": "day {day}",
    "habits.month_end": "month end",
    "habits.act_today": "remind today",
    "habits.act_later": "remind on that day",
    "habits.rule_day": "Usual pay day (R003-47): at least {least} payment days in {months} "
    "months, {share} of them within {within} {within:|day|days} of it (or on the workday next to "
    "it where it is a free day). Blank: no usual day.",
    "habits.rule_remind": "The reminder comes {days} days before the next pay day; where that "
    "day has passed, today.",
    "habits.rule_late": "Days late = day paid less due date; below zero is early. Disputed "
    "documents, related parties and what stands apart are left out, and credit notes are no "
    "payment.",
    "habits.no_payments": "The ledger does not say when anybody paid. A receipts sheet (date, "
    "customer, amount, document) or a column with the date of settlement would tell.",
    "habits.undated": "{count} paid {count:|document has|documents have} no payment date and "
    "{count:|is|are} not counted; receipts that name their document would tell.",
}
