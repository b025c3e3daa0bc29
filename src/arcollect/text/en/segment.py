"""Words of the customer segments."""

WORDS = {
    "segment.title": "Customer segments",
    "segment.lead": "As of {as_of}; sales of twelve months in {base}",
    "segment.company": "Own company",
    "segment.customer": "Customer",
    "segment.segment": "Segment",
    "segment.score": "Score",
    "segment.reasons": "Reasons",
    "segment.treatment": "Treatment",
    "segment.sold": "Sales of a year",
    "segment.sold_from": "Sales from",
    "segment.from_sheet": "customers sheet",
    "segment.from_sales": "sales sheet",
    "segment.from_documents": "invoices",
    "segment.name_recovery": "recovery",
    "segment.name_risk": "risk",
    "segment.name_core": "core",
    "segment.name_potential": "potential",
    "segment.name_none": "not known",
    "segment.treated": "Segment {segment}: {treatment}.",
    "segment.counts": "Customers: {counts}",
    "segment.rule": "The first that fits: recovery (dishonest debtors' list, cannot be reached, insolvent, "
    "major litigation, refuses to pay), risk (bad-debt record, risk flags, debt ratio above {debt}, more "
    "than {late} of {months} months' money late, score below {medium}), core (score {core} or more and "
    "among the largest that make {share} of sales), potential. Cut-offs: policy show.",
    "segment.need_score": "Customers without a segment lack payment history: export settled dates, or add "
    "a receipts sheet; letters use the default column for them.",
    "segment.need_sales": "A good score without known sales is neither core nor potential: add a sales "
    'sheet, or fill in "Annual Purchases" on the customers sheet.',
    "segment.type": "Type",
    "segment.type_project": "project",
    "segment.type_dealer": "dealer",
    "segment.type_manufacturer": "manufacturer",
    "segment.projects": "{count} {count:|project customer|project customers}, {missing} without progress or funding source; milestones and retention each have their own due date, see aging.",
}
