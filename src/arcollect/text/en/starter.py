"""Words of the workbook to fill."""

WORDS = {
    "starter.items": "Open items",
    "starter.customers": "Customers",
    "starter.contacts": "Contacts",
    "starter.receipts": "Receipts",
    "starter.sales": "Sales",
    "starter.example.customer": "Example Customer Ltd (example row, delete it)",
    "starter.example.type": "Invoice",
    "starter.example.terms": "EOM+60",
    "starter.example.person": "Jane Doe",
    "starter.example.kind": "SME",
    "starter.example.contact": "John Smith",
    "starter.example.title": "Finance manager",
    "starter.example.role": "Finance",
    "starter.choices.types": "Invoice|Credit note|Receipt|Bill|Opening balance",
    "starter.choices.currencies": "USD|EUR|GBP|CNY|HKD|JPY",
    "starter.choices.yes_no": "Yes|No",
    "starter.choices.kinds": "Large|Public|SME|Other",
    "starter.choices.languages": "en|zh",
    "starter.choices.flags": "lost|refuses|wilful|transfer of assets|bankrupt|cash-tight|dishonest-list|litigation"
    "|profits down|bank overdue|core customer lost|production stopped|industry policy"
    "|legal rep change|equity change|tax irregular",
    "starter.choices.levels": "L0|L1|L2|L3|L4",
    "starter.choices.roles": "Purchasing|Finance|Owner|Executive|Other",
    "starter.choices.methods": "Transfer|Bank acceptance bill|Trade acceptance bill|Cash",
    "starter.hint.flags": "Several stand apart by semicolons: cash-tight; litigation",
    "starter.hint.customers_lost": "Share of its core customers lost within a year, such as 20%",
    "starter.hint.contact_changes": "How often its contact person changed in 180 days: a number",
    "starter.hint.assets_minor": "Assets found that can be enforced into: an amount",
    "starter.hint.recovery_chance": "How likely recovery is in your judgement, such as 60%",
    "starter.hint.score_inputs": "Points (0-100) that people give: management=80; goodwill=60. "
    "Names and weights stand in the policy under [score.typed]",
    "starter.log": "Log",
    "starter.log.customer": "Who",
    "starter.log.day": "When",
    "starter.log.channel": "How",
    "starter.log.answer": "Answer",
    "starter.log.promised_day": "Promised for",
    "starter.log.promised": "Promised",
    "starter.log.reason": "Why late",
    "starter.log.next_step": "Next step",
    "starter.choices.channels": "Phone|Mail|Visit|Letter|Chat",
    "starter.choices.answers": "Promises to pay|Wants a statement|Quality dispute|No "
    "cash now|Not reached",
    "starter.choices.reasons": "Short of cash|Statement differs|Quality "
    "dispute|Invoice missing|Approval|Other",
}
