"""Words of promises to pay."""

WORDS = {
    "promises.title": "Promises to pay",
    "promises.customer": "Customer",
    "promises.made_on": "Made on",
    "promises.due_on": "Promised for",
    "promises.until": "Moved to workday",
    "promises.currency": "Currency",
    "promises.amount": "Promised",
    "promises.state": "State",
    "promises.in_time": "Came in time",
    "promises.late": "Came late",
    "promises.missing": "Missing",
    "promises.days_late": "Days late",
    "promises.days_rolled": "Days late (moved)",
    "promises.why": "Because",
    "promises.document_no": "Document",
    "promises.id": "Id",
    "promises.state.open": "not due yet",
    "promises.state.kept": "kept",
    "promises.state.partly": "partly kept",
    "promises.state.broken": "broken",
    "promises.state.unknown": "cannot tell",
    "promises.state.withdrawn": "withdrawn",
    "promises.rule": "As of {as_of}. A day off moves to the next workday (in China: Civil Code 203);"
    " several promises use up receipts in the order of their days; bills and credit notes"
    " are no receipts.",
}
