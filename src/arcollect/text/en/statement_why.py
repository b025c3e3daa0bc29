"""Statements: why."""

WORDS = {
    "statement_why.no_payments": (
        "the ledger does not say on which days money came in (no receipts sheet, no settled-date"
        " column), so no opening balance and no receipts of the month are shown; add a sheet of"
        " receipts, or a column with the settled date"
    ),
    "statement_why.month_not_there": (
        "the ledger ends on {day} and knows nothing of {month} yet; use one exported after the"
        " end of that month"
    ),
}
