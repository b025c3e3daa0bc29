"""Why a paper cannot be written."""

WORDS = {
    "papers_why.text_alone": "Short messages are written as plain text (txt), not as {asked}. Leave"
    " --as out.",
    "papers_why.kind": 'There is no paper "{asked}"; known: {known}',
    "papers_why.customer": "This paper is meant for one customer: say which",
    "papers_why.customer_hint": "Add --customer NAME or code",
    "papers_why.assignee": "A notice of assignment needs the assignee: --assignee NAME",
    "papers_why.ground": "Suspending signed orders needs a ground: --ground 526 or 527",
    "papers_why.ground_hint": (
        "526: the customer had to pay first and has not; 527: certain proof that its business has"
        " gravely worsened, that it moves assets away or has lost its good name"
    ),
    "papers_why.because": "Suspension under article 527 must state the facts: --because TEXT (with certain proof)",
    "papers_why.too_many": "{total} is too little for {count} payments",
    "papers_why.document": "No document that payment may be asked for: {missing}",
    "papers_why.nothing": "nothing to put in (not due, disputed or listed apart)",
    "papers_why.no_balance": "no balance in our books",
}
