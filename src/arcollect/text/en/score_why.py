"""Why a score and a segment are what they are."""

WORDS = {
    "score_why.name_punctuality": "paid in time",
    "score_why.name_mean_late": "mean days late",
    "score_why.name_worst_late": "worst days late",
    "score_why.name_recent_late": "recently late (trend)",
    "score_why.name_overdue_share": "overdue share",
    "score_why.name_limit_use": "use of the limit",
    "score_why.name_tenure": "time as a customer",
    "score_why.name_volume": "sales of a year",
    "score_why.name_promises": "promises kept",
    "score_why.name_disputes": "disputes",
    "score_why.punctuality": "{in_time} of {documents} {documents:|document|documents} that fell due "
    "{in_time:|was|were} paid in time",
    "score_why.mean_late": "{mean} days late on average over {documents} "
    "{documents:|document|documents} (each counts {zero} days at most; no points from {zero})",
    "score_why.recent_late": "{mean} days late on average over the {documents} "
    "{documents:|document|documents} due in the last {months} {months:|month|months}, "
    "{year} over the year (each counts {zero} days at most)",
    "score_why.worst_late": "worst {worst} {worst:|day|days} late (no points from {zero})",
    "score_why.overdue_share": "overdue {late} / billed in a year {billed} = {share}",
    "score_why.limit_use": "credit limit {limit}, {use} of it used",
    "score_why.tenure": "{months} {months:|month|months} since {first} (full points from {full})",
    "score_why.tenure_least": "first document in the file {first}, at least {months} {months:|month|months} (full points from {full})",
    "score_why.volume": "sales of twelve months {sold} {base} (full points from {full})",
    "score_why.promises": "{kept} of {decided} {decided:|promise|promises} kept, of those whose day "
    "has passed",
    "score_why.disputes": "{count} {count:|dispute|disputes} in a year (no points from {zero})",
    "score_why.typed": "{points} points typed in on the customers sheet",
    "score_why.no_payments": "the file has no paid documents, so nobody can see how fast this customer "
    "pays: export settled dates, or add a receipts sheet",
    "score_why.no_documents": "no countable document fell due within the year",
    "score_why.no_recent": "no countable document fell due recently",
    "score_why.no_limit": 'no credit limit: fill in "Credit Limit" on the customers sheet',
    "score_why.no_first": 'no document dates: export them, or fill in "Customer since" on the '
    "customers sheet",
    "score_why.no_sales": 'sales of the year not known: add a sales sheet, or fill in "Annual '
    'Purchases" on the customers sheet',
    "score_why.no_promises": "no promise to pay whose day has passed: record them with arcollect log",
    "score_why.no_typed": 'no points for "{name}" in the column "Score inputs" of the customers sheet',
    "score_why.reweighted": "without {names}: made from the other {known}% of the weights",
    "score_why.stale": "credit data of {day} are {age} days old (more than {days}): update them",
    "score_why.cash": "cash on delivery or prepayment",
    "score_why.medium": "credit limit up to {limit} {base}, terms up to {days} days",
    "score_why.core": "may be eased: {days} days of grace, instalments possible",
    "score_why.approval": "the limit of {limit} is above {above}: it needs the general manager, and no approver is recorded",
    "score_why.approved": "the limit of {limit} is above {above}; approved by {by}",
    "score_why.held_risk": "a fair score, but a risk ({reasons}): treated as cash",
    "score_why.held": "a core score, but money is {late} days overdue: treated as medium",
    "score_why.segment_no_score": "only {known}% of the weights are known: no score, no segment",
    "score_why.segment_score": "score {score}",
    "score_why.segment_below": "below {line}",
    "score_why.segment_no_sales": "sales not known: core or potential cannot be told apart",
    "score_why.segment_large": "{share} of known sales ({sold}), among the largest that make {limit} "
    "together",
    "score_why.segment_small": "not among the largest that make {limit} of sales together",
    "score_why.bad_debt": "bad-debt record",
    "score_why.flag_lost": "cannot be reached",
    "score_why.flag_refuses": "refuses to pay",
    "score_why.flag_bankrupt": "near insolvency",
    "score_why.flag_litigation": "major litigation",
    "score_why.flag_dishonest_list": "on the list of dishonest debtors",
    "score_why.flag_wilful": "wilful delay",
    "score_why.flag_transfer_risk": "may move assets away",
    "score_why.flag_cash_tight": "short of cash",
    "score_why.flag_profit_down": "net profit down two quarters in a row",
    "score_why.flag_bank_overdue": "several overdue entries at its banks",
    "score_why.debt_ratio": "debt ratio {value}, above {limit}",
    "score_why.customers_lost": "lost {value} of its own core customers, above {limit}",
    "score_why.late_rate": "late rate of recent months {value}, above {limit}",
    "score_why.treat_recovery": "legal track: lawyer's letter, suit or enforcement; stop supply",
    "score_why.treat_risk": "stop new supply, ask for a payment plan and security, follow up daily, "
    "prepare preservation",
    "score_why.treat_core": "some days of grace, instalments possible; one call a week at most, "
    "monthly reconciliation",
    "score_why.treat_potential": "formal letter at 30 days, the CFO at 60",
}
