"""Words of the focus pool."""

WORDS = {
    "pool.title": "Focus pool",
    "pool.rank": "No.",
    "pool.company": "Own company",
    "pool.customer": "Customer",
    "pool.currency": "Currency",
    "pool.overdue": "Overdue",
    "pool.worst_days": "Worst days past due",
    "pool.share": "Cumulative share",
    "pool.reason": "Why here",
    "pool.rule": "In the pool: 91 or more days overdue, or 61 or more with a large amount (100,000 by default), or a red flag; "
    "the list ends at 80% of all overdue money or 30 names (all in the policy file).",
    "pool.shares_of": "{currency}: the shares are of {counted}: {overdue} overdue less {apart} that is listed apart.",
    "pool.left_out": "{count} more {count:|qualifies, but falls|qualify, but fall} behind the cap of the list.",
    "pool.not_tested": "Not tested (no rate): {currencies}",
}
