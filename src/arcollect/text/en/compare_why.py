"""Why two states cannot be compared."""

WORDS = {
    "compare_why.order": "The old ledger is as of {old}, later than the new one's {new}.",
    "compare_why.order_hint": "Swap the files, or give their dates with --old-as-of and --as-of.",
    "compare_why.no_cutoff": "{file} does not say as of which day it is.",
    "compare_why.no_cutoff_hint": "Add --old-as-of 2026-09-30.",
    "compare_why.too_many": "Two ledgers are compared at a time; here are {count}.",
    "compare_why.too_many_hint": "Write arcollect compare OLD NEW; where a ledger is several files, put them into a folder and name the folder.",
    "compare_why.nothing_kept": "The register holds no state from before {day}, so there is nothing to compare with.",
    "compare_why.kept": "Kept days: {days}.",
    "compare_why.nothing_kept_hint": "Name the old ledger (arcollect compare OLD NEW), or take the same ledger back to a day with --old-as-of; every arcollect report keeps a state.",
    "compare_why.base": "Kept states are in the documents' own currencies and cannot be compared in {base}.",
    "compare_why.base_hint": "Leave out --base, or name two ledgers.",
    "compare_why.both": "--since and an old ledger cannot both be given: each says what to compare with.",
    "compare_why.both_hint": "Keep one of them.",
}
