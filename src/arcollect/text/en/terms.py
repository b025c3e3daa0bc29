"""Payment terms, in English."""

WORDS = {
    "terms.blank": "no payment terms given",
    "terms.discount": "{base}; {percent}% off within {days} {days:|day|days}",
    "terms.immediate": "payment before delivery (due when invoiced)",
    "terms.month_end_days": "{days} {days:|day|days} after the end of the month of {start}",
    "terms.month_end_months": "{months} {months:|month|months} after the end of the month of {start}",
    "terms.month_end_now": "end of the month of {start}",
    "terms.monthly_unclear": '"{raw}" does not say how many days; write it like "月结30" '
    "or explain the word under the policy's terms codes",
    "terms.net_days": "{days} {days:|day|days} after {start}",
    "terms.net_months": "{months} {months:|month|months} after {start}",
    "terms.net_now": "due on {start}",
    "terms.no_retention_period": '"{raw}" does not say how long the retention runs, '
    "so it has no due date",
    "terms.no_start": '"{raw}" counts from {start}, whose date is not in the ledger',
    "terms.pay_first_day": "{base}, then on the next day {day} of a month",
    "terms.pay_first_end": "{base}, then at the end of that month",
    "terms.pay_next_day": "{base}, then on day {day} of the following month",
    "terms.pay_next_end": "{base}, then at the end of the following month",
    "terms.ratio_code": '"{raw}" looks like shares without their events; spell it out '
    'under the policy\'s terms codes, e.g. "30%预付 60%验收 10%质保12个月"',
    "terms.shares": 'the shares of "{raw}" make {total}%, not 100%',
    "terms.stage": "{percent}% {rule}",
    "terms.stage_unknown": '"{stage}" in "{raw}" does not say when it is paid',
    "terms.staged": "in stages: {stages}",
    "terms.start_acceptance": "acceptance",
    "terms.start_delivery": "delivery",
    "terms.start_invoice": "receipt of the invoice",
    "terms.start_issue": "the invoice date",
    "terms.start_order": "the order (taken at the invoice date)",
    "terms.start_retention": "the start of the warranty (acceptance)",
    "terms.too_long": 'the payment period of "{raw}" is too long to be true',
    "terms.unknown": "this wording is not known.",
    "terms.why": "{terms}: {start} {from_date} → due {due}",
    "terms.why_from_issue": "{terms}: no date of receipt, so from {start} {from_date} → due {due}",
    "terms.why_staged": "{terms}; wholly due with the last stage: {last}",
}
