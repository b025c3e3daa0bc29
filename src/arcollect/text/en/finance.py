"""Words of receivables financing."""

WORDS = {
    "finance.title": "Fit for factoring? ({currency})",
    "finance.lead": "A first sorting by our criteria; no factor has been asked",
    "finance.debtors": "What is fit, by debtor ({currency})",
    "finance.papers": "Papers a factor will ask for",
    "finance.benchmarks": "Receivables against assets",
    "finance.company": "Own company",
    "finance.customer": "Customer",
    "finance.document_no": "Document",
    "finance.due_date": "Due date",
    "finance.days_left": "Days left",
    "finance.grade": "Grade",
    "finance.fit": "Fit",
    "finance.why_not": "Why not",
    "finance.open": "Open",
    "finance.fit_amount": "Fit amount",
    "finance.missing": "Not named in the ledger",
    "finance.missing_contract_no": "contract number",
    "finance.missing_invoice_no": "invoice number",
    "finance.missing_delivery_proof": "proof of delivery",
    "finance.documents": "Documents",
    "finance.days": "Days left (by amount)",
    "finance.above": "Above the limit per debtor",
    "finance.within": "Within the limit",
    "finance.advance": "Indicative advance (our rate)",
    "finance.cost": "Indicative cost (our rate)",
    "finance.paper": "Paper",
    "finance.lacking": "Fit documents without it in the ledger",
    "finance.paper_contract": "sales contract with amount, terms and no ban on assignment",
    "finance.paper_invoice": "VAT invoice",
    "finance.paper_delivery": "signed proof of delivery or acceptance",
    "finance.paper_statement": "statement of account confirmed by the debtor",
    "finance.paper_notice": "notice of assignment to the debtor, with proof that it arrived",
    "finance.paper_register": "search and registration in the unified movable-property financing "
    "register",
    "finance.paper_authority": "resolution or authority of our own company to assign",
    "finance.criteria": "Criteria (R001-28): not overdue by more than {late} {late:|day|days}; if not due yet, "
    "{least} to {most} days to the due date; undisputed, no related party, no bill, retention or "
    "small difference; grade {grades} and no red flag; assignment not banned; at least {base} "
    "{amount} left after unapplied receipts and credits.",
    "finance.our_rules": "The criteria are ours and stand in the policy file under [finance]; every "
    "factor has its own.",
    "finance.unknown": "An unknown grade or due date counts as not fit. A ban on assignment is "
    "known only from a customer flag, a remark or the policy (not_assignable): look into the "
    "contracts.",
    "finance.rule_limit": "One debtor counts for at most {share} of everything fit of that own "
    "company and currency.",
    "finance.rule_advance": "Advance = amount within the limit x {advance}; cost = advance x {rate} "
    "a year x days left / {basis}. Both rates are ours, for orientation; fees are not included.",
    "finance.licensed": "Only banks and licensed commercial factors; no private lenders and no "
    "collection outfits.",
    "finance.notice": "Until the debtor has been notified, the assignment does not bind it (in China: Civil "
    "Code art. 546): arcollect paper --kind assignment writes the notice.",
    "finance.share": "Share",
    "finance.ours": "Ours",
    "finance.theirs": "Source article, unverified",
    "finance.formula": "How it is reckoned",
    "finance.share_current_assets": "receivables / current assets",
    "finance.share_total_assets": "receivables / total assets",
    "finance.share_overdue": "overdue / receivables",
    "finance.formula_shown": "{base} {part} / {whole} ({rule})",
    "finance.give_current_assets": "current assets are not in the ledger: --current-assets AMOUNT",
    "finance.give_total_assets": "total assets are not in the ledger: --total-assets AMOUNT",
    "finance.give_overdue": "nothing is open",
    "finance.no_rate": "Not computed: no rate from {currencies} to {base} (--rate).",
    "finance.unverified": "The source article's figures are quoted, not verified, and say nothing "
    "about your industry. Receivables: open items less unapplied receipts and credits of the same "
    "party, without bills and write-offs.",
    "finance.released": "What if (R003-04): a collection period shorter by {share} would free "
    "{released} of {owed}, all else equal. The saving of interest that the article claims is not "
    "computed.",
}
