"""What is said about the provision for bad debts."""

WORDS = {
    "provision_why.rates_count": "provision.loss_rates has {given} rates for {wanted} buckets (with not due): one each is needed.",
    "provision_why.rates_count_hint": "Write {wanted} rates from not due on, e.g. --rates 1%,5%,10%,30%,100%",
    "provision_why.not_rising": "loss rates do not rise with age: please check",
    "provision_why.no_loss": "no loss in the history, so the rates are 0: judge with what lies ahead, or fill in provision.loss_rates",
    "provision_why.few": "the rates rest on {lost} unpaid of {documents} documents, too few to rely on: judge, or fill in provision.loss_rates",
    "provision_why.gone": "the ledger keeps settled documents, but lacks {count} of that state: nobody knows whether {count:|it was|they were} collected, so {count:|it is|they are} not in the rates",
    "provision_why.no_rates": "too little history: fewer than {least} documents (provision.least_documents) ever got into some of the buckets, so those have no loss rate and nothing is booked: give --rates or provision.loss_rates",
    "provision_why.no_opening": "no opening balance, so no movement and no entries: add --opening AMOUNT (0 if there is none)",
    "provision_why.no_openings": "the ledger holds several own companies: put each opening balance into [[provision.account]] of the policy file; no movement and no entries",
    "provision_why.no_closing": "a bucket in {currency} has no loss rate, so there is no closing balance",
    "provision_why.no_rate": "no rate for {currency}, so it is not converted: fill in [rates] or use --rate",
    "provision_why.no_standard": "Say which accounting standard applies: --standard cas, ifrs or small.",
    "provision_why.no_standard_hint": "cas: Chinese Accounting Standards (expected credit loss); ifrs: IFRS 9; small: Chinese small-business standard (no provision, losses are booked when they happen). If unsure ask the accountant: the program does not choose for you.",
    "provision_why.internal": "{days} or more days overdue",
    "provision_why.books_years": "more than {years} years overdue",
    "provision_why.books_bankrupt": "the debtor is marked as near bankruptcy",
    "provision_why.books_bad_debt": "marked as bad debt",
    "provision_why.tax_years": "more than {years} years overdue, any amount",
    "provision_why.tax_small": "more than {years} {years:|year|years} overdue and at most CNY {limit}",
    "provision_why.tax_share": "more than {years} {years:|year|years} overdue and at most the given share of the year's income of {income}",
}
