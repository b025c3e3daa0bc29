"""What the trend and targets lack."""

WORDS = {
    "trend_why.need_open": "nothing is open, no figure",
    "trend_why.need_base": "no state to start from: keep one with arcollect report, then compare",
    "trend_why.need_sales": "no sales of a year: fill in ratios.annual_revenue, or add a sales sheet",
    "trend_why.need_written_off": "no sales of a year, or no column that marks what is written off",
    "trend_why.need_receipts": "no dated receipts",
    "trend_why.need_old": "no state to start from, no dated receipts, or no such debts at the start",
    "trend_why.need_cost": "no cost (targets.cost), no state to start from, or no dated receipts",
    "trend_why.need_contacts": "the log has no contact with these customers",
    "trend_why.need_signed": "no document has both a signing date and a settled date",
    "trend_why.inconsistent": "These targets contradict each other: a turnover of {turnover} is {days} days, but the DSO target is {dso} days (a turnover of {times}).",
    "trend_why.no_sales": "There are no sales of a year, so no DSO and no released cash.",
    "trend_why.no_sales_hint": "Fill in ratios.annual_revenue in the policy, or add a sales sheet to the ledger.",
    "trend_why.nothing": "The register holds no state yet.",
    "trend_why.nothing_hint": "Run arcollect report LEDGER first; every run keeps a state.",
    "trend_why.needs_ledger": "{flag} looks at the ledger's present figures.",
    "trend_why.needs_ledger_hint": "Write arcollect trend ledger.xlsx {flag}.",
    "trend_why.period": "“{asked}” is no period.",
    "trend_why.period_hint": "Known: {known} (day, week, month, quarter).",
    "trend_why.dso": "--what-if-dso takes a number of days from 0, not “{raw}”.",
}
