"""Why this letter, and why none."""

WORDS = {
    "chase_why.soon_due": "nothing overdue; days until the next due date: {days}",
    "chase_why.by_days": "worst days past due: {days}",
    "chase_why.recovery": "worst days past due: {days}; customer in recovery ({flags})",
    "chase_why.flag_lost": "cannot be reached",
    "chase_why.flag_refuses": "refuses to pay",
    "chase_why.flag_bankrupt": "bankrupt",
    "chase_why.flag_litigation": "in litigation",
    "chase_why.flag_dishonest_list": "on the list of dishonest debtors",
    "chase_why.unanswered": "{level} was sent and the items are still open",
    "chase_why.consecutive": "two or more documents in a row are overdue",
    "chase_why.first_letter": "first letter: {table} by age, but no higher than {level}",
    "chase_why.one_step": (
        "{table} by age; the last letter sent was {last} and each letter goes up"
        " one step at most, so {level}"
    ),
    "chase_why.reset": "what {level} of {date} asked for is settled: start again",
    "chase_why.no_decider": (
        "no contact above purchasing and finance: L2 instead of L3;"
        " add the customer's decision maker"
    ),
    "chase_why.unapplied": (
        "unapplied receipts: the demand is net, and the level counts days as if"
        " they paid the oldest items"
    ),
    "chase_why.no_rate": "no rate for {currency}: minimum demand not tested",
    "chase_why.dated_before": "letters of {day} cannot speak of figures as of {as_of}",
    "chase_why.no_own_company": (
        'our own company is not in the policy: add [[company]] with the name "{company}"'
    ),
    "chase_why.covered": "unapplied receipts and credits cover the demand; apply them first",
    "chase_why.below_minimum": "net demand is below the minimum of {minimum}",
    "chase_why.no_document": "overdue items have no document or invoice number to quote",
    "chase_why.no_due_date": "no due date, so nothing can be called overdue",
    "chase_why.all_held": "nothing overdue may be demanded: {reasons}",
    "chase_why.held_small": "small difference",
    "chase_why.held_related": "related party",
    "chase_why.held_retention": "retention not due",
    "chase_why.held_red_blue": "reversed by a red-letter document",
    "chase_why.held_bill": "bill in hand",
    "chase_why.held_written_off": "written off",
    "chase_why.held_disputed": "disputed",
    "chase_why.held_no_document": "no document number",
    "chase_why.held_no_due_date": "no due date",
    "chase_why.in_credit": "nothing owed (credit balance or settled)",
    "chase_why.not_due": "not yet time for a reminder",
}
