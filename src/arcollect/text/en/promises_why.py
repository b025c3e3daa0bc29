"""How a promise to pay was judged."""

WORDS = {
    "promises_why.open": "its day has not come yet",
    "promises_why.kept": "the amount promised came in time",
    "promises_why.partly": "only a part came in time; the rest is still missing",
    "promises_why.partly_paid_late": "a part came in time, the rest later",
    "promises_why.broken": "the day has passed and no money was seen",
    "promises_why.broken_paid_late": "the money came after the day promised",
    "promises_why.withdrawn": "withdrawn",
    "promises_why.no_ledger": "nobody can tell without the ledger; name it to see what came in",
    "promises_why.undated": "the debt has shrunk, but the ledger has no dates of receipts,"
    " so nobody can tell whether in time; add the receipts to the ledger",
    "promises_why.no_payments": "the ledger shows no receipts, so nobody can tell;"
    " add the receipts to the ledger",
    "promises_why.ledger_ends": "the ledger ends on {day}, so nobody can tell whether money came after that: export it again, or give the day of its balances with --balances-as-of",
}
