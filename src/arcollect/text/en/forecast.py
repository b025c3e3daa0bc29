"""Words of the cash forecast."""

WORDS = {
    "forecast.page": "Cash forecast",
    "forecast.details": "Forecast by item",
    "forecast.title": "Expected receipts, {count} weeks ({currency})",
    "forecast.items": "Expected day of every open item ({currency})",
    "forecast.chart": "Most likely receipts by week, by its Sunday",
    "forecast.lead": "As of {as_of}; weeks end on Sunday",
    "forecast.ties": "{whose}every week column adds up to the open items: {open}",
    "forecast.ties_bills": "{whose}every week column adds up to the open items, {open}, and bills in "
    "hand for documents booked as paid, {bills}",
    "forecast.of_company": "{company}: ",
    "forecast.first": "within {count} {count:|week|weeks} most likely {likely} "
    "(between {late} and {early})",
    "forecast.first_off": ", off by {off} at earlier month ends",
    "forecast.company": "Own company",
    "forecast.week": "Week",
    "forecast.week_no": "week {number}",
    "forecast.from": "From",
    "forecast.to": "To",
    "forecast.late": "Low (all late)",
    "forecast.likely": "Most likely",
    "forecast.early": "High (all early)",
    "forecast.running_late": "So far, low (all late)",
    "forecast.running_likely": "So far, most likely",
    "forecast.running_early": "So far, high (all early)",
    "forecast.week_likely": "This week, most likely",
    "forecast.week_late": "This week, if all late",
    "forecast.week_early": "This week, if all early",
    "forecast.total": "Total",
    "forecast.beyond": "after week {count}, or no day known",
    "forecast.customer": "Customer",
    "forecast.document_no": "Document",
    "forecast.due_date": "Due date",
    "forecast.days_past_due": "Days past due",
    "forecast.amount": "Open",
    "forecast.likely_on": "Most likely on",
    "forecast.early_on": "At the earliest",
    "forecast.late_on": "At the latest",
    "forecast.basis": "What it rests on",
    "forecast.by_own": "this customer's {count} paid {count:|document|documents} that were "
    "unpaid at the same age",
    "forecast.by_pooled": "{count} paid {count:|document|documents} of all customers that were "
    "unpaid at the same age (too few of its own)",
    "forecast.by_due": "the due date: the ledger shows no payment history",
    "forecast.by_older": "no day: older than almost everything that was paid so far",
    "forecast.by_promise": "the customer's promise; the latest day as without it",
    "forecast.by_bill": "the bill's maturity",
    "forecast.not_covered": "not forecast: covered by unapplied receipts or credits",
    "forecast.not_disputed": "not forecast: disputed",
    "forecast.not_bad_debt": "not forecast: marked as bad debt",
    "forecast.not_written_off": "not forecast: written off, still chased",
    "forecast.not_related": "not forecast: related party",
    "forecast.not_small": "not forecast: small difference",
    "forecast.not_red_blue": "not forecast: cancelled by a red-letter document",
    "forecast.not_no_due_date": "not forecast: no due date",
    "forecast.not_no_history": "not forecast: overdue, and no payments to learn from",
    "forecast.rule": "Expected day = due date + days late of documents that were unpaid at the "
    "same age: the customer's own where at least {least} such documents were paid, else all "
    "customers'. It rests on {count} paid documents; those still open count as unpaid so far. "
    "Moved to the usual pay day where there is one and to a workday; never earlier than the next "
    "workday.",
    "forecast.rule_cases": "Most likely: half of such documents were paid by then. High: all as "
    "early as the first {early}; low: all as late as {late}. A promise holds for most likely and "
    "high only.",
    "forecast.rule_weeks": "So far: what came from the as-of date to that Sunday; low, most likely "
    "and high never cross. This week: into which week the same money falls in each case; what came "
    "earlier in the early case is missing later, so a single week may show less for early than for "
    "late.",
    "forecast.no_history": "Paid documents with a payment date: {count}, too few to learn from. "
    "Items not yet due are shown on their due dates, overdue ones are not "
    "forecast. A receipts sheet or settlement dates would tell.",
    "forecast.no_new_sales": "What is open now, as receivables: sales to come are not in it.",
    "forecast.tested": "How far off the same rule was at earlier month ends: see the next table.",
    "forecast.error": "How far off it was ({currency})",
    "forecast.error_rule": "Shares of what really came. Whole span: sum of |most likely - received| "
    "of the trials; bias: the same with its sign, above zero too much was foreseen; week by week: "
    "sum of |most likely - received| of all weeks (WAPE). The trials stand below.",
    "forecast.trials": "Month ends tried",
    "forecast.error_total": "Off over the whole span",
    "forecast.bias": "Bias",
    "forecast.error_weekly": "Off week by week",
    "forecast.error_by_due": "The same by due dates alone",
    "forecast.within_count": "Between low and high",
    "forecast.untested": "Not tested on the past: too little history for it.",
    "forecast.backtest": "The same rule at earlier month ends ({currency})",
    "forecast.backtest_rule": "Only what was known on that day is used: documents issued and "
    "payments made until then. Compared with money on the documents that were open then. Marks and "
    "disputes have no date, so what is now disputed or bad counts here; bills and related parties "
    "do not. Difference = (most likely - received) / received.",
    "forecast.trial_day": "Month end",
    "forecast.trial_weeks": "Weeks",
    "forecast.trial_open": "Open then",
    "forecast.came": "Received",
    "forecast.missed": "Difference",
    "forecast.within": "Between low and high",
    "forecast.by_due_date": "By due dates alone",
}
