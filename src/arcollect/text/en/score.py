"""Words of the scores."""

WORDS = {
    "score.title": "Credit scores (1-100)",
    "score.card": "{customer}: score {score}",
    "score.none": "none",
    "score.lead": "As of {as_of}; scores are rounded down",
    "score.company": "Own company",
    "score.customer": "Customer",
    "score.score": "Score",
    "score.band": "Band",
    "score.band_core": "core",
    "score.band_medium": "medium",
    "score.band_cash": "cash",
    "score.band_none": "no score",
    "score.losses": "Most points lost",
    "score.loss": "{name} -{lost}",
    "score.consequences": "Terms and limit",
    "score.remarks": "Note",
    "score.remark_held_risk": "risk signals: stricter band",
    "score.remark_held": "money long overdue: stricter band",
    "score.remark_held_few": "few documents: stricter band",
    "score.remark_held_new": "too few documents: no band",
    "score.remark_too_little": "too little data",
    "score.remark_approval": "limit not approved",
    "score.band_means": "Band {band}: {terms}.",
    "score.known": "Known weights %",
    "score.notes": "Notes",
    "score.indicator": "Indicator",
    "score.weight": "Weight",
    "score.points": "Points (0-100)",
    "score.adds": "Adds",
    "score.measured": "Measured",
    "score.sum": "Sum",
    "score.rule": "Score = sum of (weight x points) / weights with data, rounded down, 1 at least; below "
    "{medium} cash or prepayment, from {core} the core band. The weights are defaults of ours: change "
    "them under [score] in the policy file.",
    "score.rule_approval": "A credit limit above {limit} {base} needs the general manager's approval. Where grade and score advise differently, take the stricter.",
    "score.rule_careful": "Disputed, small and retention items are not counted; no score where less than "
    "{least} of the weights is known; the owner's personal credit is personal data and no default "
    "indicator.",
    "score.never_updated": '{count} {count:|customer has|customers have} no date of credit data: fill in "Credit data updated" on the customers sheet; due every {days} days.',
    "score.untested": "Without {name} ({count} {count:|customer|customers}): {why}",
}
