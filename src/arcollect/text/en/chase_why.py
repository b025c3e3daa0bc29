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
    "chase_why.reset_items": (
        "none of the documents that {level} of {date} asked for is demanded now: start again"
    ),
    "chase_why.promise_broken": "payment promised for {on} did not come: {level}",
    "chase_why.identical": "the same letter ({number}) was sent on {on}, for figures of the same week",
    "chase_why.complaint": "the complaint of {on} is being dealt with: no letter up to {until}",
    "chase_why.complaint_open": "the complaint of {on} is being dealt with: no letter for now",
    "chase_why.promised": "on {on} the customer promised payment by {until}: no letter up to that day",
    "chase_why.too_soon": "{level} was sent on {on}; at least {days} days between two letters",
    "chase_why.deadline_runs": "the day that {level} gave for payment, {deadline}, has not come",
    "chase_why.wait": "{why}; next possible on {until}",
    "chase_why.forced": "written all the same, with --force ({why})",
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
    "chase_why.no_company_at_all": (
        "our own company is not in the policy: add [[company]] with its name"
    ),
    "chase_why.which_company": (
        "the ledger does not say which of our companies is owed ({known}): add a column Company"
    ),
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
    "chase_why.held_promised": "promised for a day that has not passed",
    "chase_why.held_disputed": "disputed",
    "chase_why.held_no_document": "no document number",
    "chase_why.held_no_due_date": "no due date",
    "chase_why.in_credit": "nothing owed (credit balance or settled)",
    "chase_why.not_due": "not yet time for a reminder",
    "chase_why.by_column": "{days} {days:|day|days} past due at most; the ladder of {column} customers",
    "chase_why.call_only": "a core customer, {days} {days:|day|days} past due, still in grace: a call only (once a week at most), no letter",
    "chase_why.column_core": "core",
    "chase_why.column_potential": "potential",
    "chase_why.column_risk": "risk",
    "chase_why.column_recovery": "recovery",
    "chase_why.beside": "beside it: {steps}",
    "chase_why.beside_limits": "check limitation",
    "chase_why.beside_l4_draft": "a lawyer's letter may be drafted",
    "chase_why.beside_stop_supply": "send a stop-supply notice",
    "chase_why.beside_cfo": "speak to the customer's CFO",
    "chase_why.beside_decider": "write to a decision maker",
    "chase_why.beside_evidence": "complete the evidence",
    "chase_why.beside_suit_check": "weigh a lawsuit",
    "chase_why.beside_recover": "compare the ways to recover",
    "chase_why.offer": "held out if all arrives by {day}: {what} (approved by {by})",
    "chase_why.offer_discount": "{share} off the next order",
    "chase_why.offer_warranty": "{months} {months:|month|months} of longer warranty on the next order",
    "chase_why.no_offer": "nothing held out: {why}",
    "chase_why.no_offer_level": "{level} offers nothing (only {levels} do)",
    "chase_why.no_offer_flags": "warning flags ({flags})",
    "chase_why.no_offer_bad_debt": "bad-debt mark",
    "chase_why.no_offer_risk": "segment risk",
    "chase_why.no_offer_recovery": "segment recovery",
    "chase_why.no_offer_cash_tight": "short of cash, the letter proposes instalments",
    "chase_why.no_offer_wilful": "the log says it withholds on purpose",
    "chase_why.no_offer_public": "a public body: terms have to be agreed apart",
    "chase_why.no_offer_unknown": "the ledger does not say this customer's industry",
    "chase_why.no_offer_industry": "no offer is set for the industry {industry}: ask the customer first (words in the policy, incentive)",
    "chase_why.no_offer_off": "{setting} is 0 in the policy",
}
