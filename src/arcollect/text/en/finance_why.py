"""Why a receivable is not fit for factoring."""

WORDS = {
    "finance_why.apart_small": "small difference",
    "finance_why.apart_related": "related party",
    "finance_why.apart_retention": "retention, not due yet",
    "finance_why.apart_red_blue": "cancelled by a red-letter document",
    "finance_why.apart_bill": "a bill: discount or endorse it instead",
    "finance_why.apart_written_off": "written off",
    "finance_why.disputed": "disputed: {amount}",
    "finance_why.no_due_date": "no due date",
    "finance_why.late": "{days} {days:|day|days} overdue",
    "finance_why.late_beyond": "{days} {days:|day|days} overdue (at most {most})",
    "finance_why.too_soon": "due in {days} {days:|day|days} (at least {least})",
    "finance_why.too_far": "due in {days} days (at most {most})",
    "finance_why.bad_debt": "marked as bad debt",
    "finance_why.no_grade": "debtor not graded: no document has fallen due yet",
    "finance_why.grade": "grade {grade} (accepted: {accepted})",
    "finance_why.flag": "red flag: {flag}",
    "finance_why.banned": "assignment banned, says a mark: look into the contract",
    "finance_why.covered": "covered by unapplied receipts or credits",
    "finance_why.no_rate": "size not tested: no rate from {currency} to {base} (--rate)",
    "finance_why.small": "only {amount} left (at least {least} in base currency)",
}
