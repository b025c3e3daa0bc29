"""Why the figures of the standing are what they are."""

WORDS = {
    "standing_why.later_state": (
        "The file holds the balances of {day}; they cannot be rolled back to {as_of}, "
        "because it has no dated receipts or settlements."
    ),
    "standing_why.later_state_hint": (
        "Use --as-of {day} or later, add a receipts sheet to the workbook, or give "
        "--balances-as-of if the balances are really of an earlier day."
    ),
    "standing_why.cut_off_differs": (
        "The balances were cut off on {cutoff}, the analysis is as of {as_of}: balances are "
        "shown as exported."
    ),
    "standing_why.undated_payments": (
        "Balances were rolled back to {as_of}; {rows} {rows:|document was|documents were} part-paid without a "
        "date, taken as paid before."
    ),
    "standing_why.unknown_reference": "The receipt names {reference}, which this customer does not have in the ledger; {amount} stays unapplied.",
    "standing_why.unknown_reference_remedy": "Check the number, or export that document too.",
    "standing_why.unknown_references": "{count} more {count:|receipt names a document|receipts name documents} that the ledger does not have; they stay unapplied.",
    "standing_why.looks_old": "The newest date in the ledger is {day}, {days} days before the as-of date, and it states no cut-off: later receipts may be missing, and letters would ask for money that came.",
    "standing_why.looks_old_remedy": "Export it anew, or give the day of its balances with --balances-as-of.",
    "standing_why.no_due_dates": (
        "No open document has a due date, so nothing can be aged by due date."
    ),
    "standing_why.no_due_dates_hint": (
        "Give the payment terms (--terms 'net 30'), or age by document date (--basis issue)."
    ),
    "standing_why.no_issue_dates": (
        "No open document has a document date, so nothing can be aged by document date."
    ),
    "standing_why.no_issue_dates_hint": (
        "Export the document dates, or age by due date (--basis due)."
    ),
    "standing_why.credits_separate": "Credits stand apart and reduce no document. {receipts}",
    "standing_why.credits_by_reference": (
        "Credits reduce the document they name; the rest stands apart as unapplied. {receipts}"
    ),
    "standing_why.credits_fifo": (
        "Credits reduce the document they name, the rest the earliest due documents of the "
        "same company, customer and currency; what is left stands apart. {receipts}"
    ),
    "standing_why.credits_unmatched": "The file has no balances and no receipt names a document, so the oldest due is paid first (--credits separate shows receipts apart). {said}",
    "standing_why.credits_net": (
        "Credits reduce documents in the bucket of their own date, never below zero; the "
        "rest stands apart as an advance. {receipts}"
    ),
    "standing_why.receipts_twins": "{role} Of these, {count} also stand among the items "
    "(same customer, currency and amount, dates close) and count once.",
    "standing_why.too_much": "The sum of {column} is beyond anything possible: an id column was "
    "probably taken for the amount.",
    "standing_why.too_much_hint": "See the columns with arcollect check, and name the amount "
    "column with --map amount=HEADER.",
    "standing_why.receipts_none": "",
    "standing_why.receipts_paying": (
        "Receipts pay the document they name; others stand apart as unapplied."
    ),
    "standing_why.receipts_history": (
        "Balances already include the receipts, which serve as payment history."
    ),
    "standing_why.receipts_among_items": (
        "Unapplied receipts are among the items; the receipts sheet serves as payment history."
    ),
    "standing_why.receipts_unapplied": (
        "Balances already include receipts that name a document; receipts that name none "
        "stand apart as unapplied."
    ),
    "standing_why.pool_flag": "red flag: {flags}",
    "standing_why.pool_days": "up to {days} {days:|day|days} late",
    "standing_why.pool_large": "up to {days} {days:|day|days} late, {amount} overdue",
    "standing_why.flag_lost": "cannot be reached",
    "standing_why.flag_refuses": "refuses to pay",
    "standing_why.flag_bankrupt": "close to bankruptcy",
    "standing_why.flag_wilful": "withholds payment on purpose",
    "standing_why.flag_dishonest_list": "on the list of dishonest judgment debtors",
    "standing_why.flag_transfer_risk": "may move assets away",
    "standing_why.flag_litigation": "major litigation",
    "standing_why.bad_debt": "bad-debt record",
    "standing_why.ungraded_apart": "no document to judge by: disputed, small, retention and "
    "related-party items do not count ({count})",
    "standing_why.ungraded": "no document has fallen due yet: ungraded",
    "standing_why.none_late": "{documents} {documents:|document|documents} fell due, none late",
    "standing_why.some_late": "{late} of {documents} {documents:|document|documents} late, by {worst} {worst:|day|days} at most",
    "standing_why.often_late": "{late} of {documents} {documents:|document|documents} late, more than {share}",
    "standing_why.long_late": "{long} {long:|document|documents} more than {days} {days:|day|days} late",
    "standing_why.long_share": (
        "documents more than {days} {days:|day|days} late are {actual} of the amount, {share} or more"
    ),
    "standing_why.middle_few": (
        "up to {worst} {worst:|day|days} late; with fewer than {least} {least:|document|documents} due no ratio is tested: "
        "to be watched"
    ),
    "standing_why.middle_rare": (
        "up to {worst} {worst:|day|days} late, but only {late} of {documents} {documents:|document|documents}, not above "
        "{share}: to be watched"
    ),
    "standing_why.middle_often": (
        "up to {worst} {worst:|day|days} late, and {late} of {documents} {documents:|document|documents}, above {share}"
    ),
    "standing_why.related": "related party: not graded",
    "standing_why.not_counted": (
        "not counted: {count} disputed {count:|document|documents}, small differences, retention and the like"
    ),
    "standing_why.unknown_date": "not counted: {count} paid {count:|document|documents} without a payment date",
    "standing_why.no_rate": (
        "several currencies and no exchange rate: share of the amount not tested"
    ),
    "standing_why.terms_a": "option: extend terms to {days} {days:|day|days}",
    "standing_why.rebate": ("option: rebate of {rate} on annual purchases above {limit}: {amount}"),
    "standing_why.rebate_if": (
        "option: rebate of {rate} if annual purchases exceed {limit} (not known)"
    ),
    "standing_why.statement_b": (
        "business as usual; monthly statement to be returned signed or sealed"
    ),
    "standing_why.terms_c": "option: shorten terms to {days} {days:|day|days}",
    "standing_why.prepayment_c": "option: {share} prepayment before production",
    "standing_why.stop_d": "option: stop supply",
    "standing_why.cash_d": "option: cash before delivery",
    "standing_why.observe_d": (
        "debt cleared more than six months ago: observe, cash before delivery"
    ),
    "standing_why.not_computed": "not computed, inputs are missing",
    "standing_why.revenue_given": "annual revenue as given",
    "standing_why.revenue_months": "sales sheet, {first} to {last}",
    "standing_why.revenue_year": "sales sheet, year {year}",
    "standing_why.average_both": "average of opening and closing receivables",
    "standing_why.average_closing": (
        "no opening balance given: closing instead of average receivables"
    ),
    "standing_why.vat_added": "revenue grossed up by {rate} VAT",
    "standing_why.vat_as_given": "revenue as given, VAT not added",
    "standing_why.formula_turnover": "annual revenue / average receivables",
    "standing_why.formula_dso": "days x average receivables / annual revenue",
    "standing_why.formula_ar_to_sales": "closing receivables / annual revenue",
    "standing_why.formula_overdue_ratio": "overdue / open",
    "standing_why.formula_overdue_ratio_net": "net overdue / net open, after each one's credits",
    "standing_why.formula_best_possible_dso": "receivables not overdue x days / annual revenue",
    "standing_why.formula_average_days_delinquent": ("overdue receivables x days / annual revenue"),
    "standing_why.formula_cei": (
        "(opening + sales - closing) / (opening + sales - closing not overdue)"
    ),
    "standing_why.formula_countback_dso": "sales counted back from the newest month",
    "standing_why.formula_collection_rate": "collected / (overdue at the start + fell due)",
    "standing_why.formula_sales_collection_rate": "collected / sales including VAT",
    "standing_why.numbers_turnover": "{revenue} / {average}",
    "standing_why.numbers_dso": "{days} x {average} / {revenue}",
    "standing_why.numbers_share": "{part} / {whole}",
    "standing_why.numbers_days": "{part} x {days} / {revenue}",
    "standing_why.numbers_cei": (
        "({opening} + {sales} - {closing}) / ({opening} + {sales} - {current})"
    ),
    "standing_why.numbers_countback": "{open} counted back from the newest month",
    "standing_why.convention_turnover": "{revenue}; {average}; {vat}",
    "standing_why.convention_dso": "{days}-day year; {revenue}; {average}; {vat}",
    "standing_why.convention_ar_to_sales": "closing receivables; {revenue}; {vat}",
    "standing_why.convention_overdue_ratio": (
        "overdue open debits / all open debits, both after matched credits"
    ),
    "standing_why.convention_overdue_ratio_net": (
        "unapplied credits deducted per customer, down to zero, never across customers"
    ),
    "standing_why.convention_over_one_year_unknown": (
        "more than a calendar year since the document date (else the due date); "
        "{amount} has neither and is not counted"
    ),
    "standing_why.convention_over_one_year_share": (
        "more than one calendar year since the document date (else the due date)"
    ),
    "standing_why.convention_best_possible_dso": (
        "receivables not overdue (undated ones too); {revenue}; {vat}"
    ),
    "standing_why.convention_average_days_delinquent": (
        "DSO on closing receivables less best possible DSO; {revenue}; {vat}"
    ),
    "standing_why.convention_cei": (
        "sales of the whole year; current means not past due; {revenue}; {vat}"
    ),
    "standing_why.convention_countback_dso": (
        "real month lengths, the current month up to the as-of date; {vat}"
    ),
    "standing_why.convention_collection_rate": (
        "{first} to {last}: all money in / (overdue at the start + fell due); bills count "
        "when they mature"
    ),
    "standing_why.convention_sales_collection_rate": (
        "{first} to {last}: all money in / sales of the period; {vat}"
    ),
    "standing_why.threshold_turnover": (
        "warns at {limit} or less (industry {industry}, {gap} below)"
    ),
    "standing_why.threshold_dso": "warns above {limit} {limit:|day|days}",
    "standing_why.threshold_above": "warns above {limit}",
    "standing_why.advice_turnover": ("Turnover is well below the industry: shorten payment terms."),
    "standing_why.advice_dso": (
        "DSO is above the line: list the largest debtors and call each of them this week."
    ),
    "standing_why.advice_overdue": (
        "The overdue ratio is above the line: grade the customers, then work through the "
        "focus pool."
    ),
    "standing_why.advice_over_one_year": (
        "Much is older than a year: check limitation and evidence, and consider impairment."
    ),
    "standing_why.no_dates_hint": "There are no document dates either: export due dates, or document dates and the terms (--terms).",
    "standing_why.observe_c": "nothing is overdue any more: watch, no need to end the business",
}
