"""Words of the summary."""

WORDS = {
    "summary.title": "Receivables at a glance",
    "summary.open": "Open ({currency})",
    "summary.overdue": "Of which overdue ({currency})",
    "summary.overdue_ratio": "Overdue ratio ({currency})",
    "summary.unapplied": "Unapplied credits ({currency})",
    "summary.balance": "Net balance ({currency})",
    "summary.no_due_date": "No due date ({currency})",
    "summary.no_issue_date": "No document date ({currency})",
    "summary.above": "▲ above the limit of {limit}",
    "summary.within": "within the limit of {limit}",
    "summary.counted": "customers: {customers} · documents: {documents}",
    "summary.nothing_open": "Nothing is open as of {as_of}: {count} {count:|document|documents} in the file, all settled.",
    "summary.by_bucket": "By age",
    "summary.top_debtors": "Ten largest overdue debtors",
    "summary.customer": "Customer",
    "summary.open_plain": "Open",
    "summary.overdue_plain": "Overdue",
    "summary.worst_days": "Worst days past due",
    "summary.share": "Share of overdue",
    "summary.excluded": "▲ {count} {count:|row|rows} cannot be used; their money is not in the figures (see Problems).",
    "summary.warnings": "{count} {count:|warning|warnings}; arcollect check lists them one by one.",
    "summary.first_data": "mend the rows that cannot be used (arcollect check names the cells)",
    "summary.first_pool": "call {customer}: {amount} overdue, up to {days} {days:|day|days}",
    "summary.first_late": "remind {customer} to pay",
    "summary.unknown_late": "no due date, so nobody can say what is overdue",
    "summary.first_undated": (
        "add due dates, or give the payment terms (such as --terms net30), to see who is overdue"
    ),
    "summary.first_none": "nothing is overdue; send the monthly statements",
}
