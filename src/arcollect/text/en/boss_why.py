"""Why a decision is asked for."""

WORDS = {
    "boss_why.sue": "the part {least} or more days late (up to {days})",
    "boss_why.write_off": "the part over {years} years late; check limitation and evidence first",
    "boss_why.with_end": "{why}; limitation of {document} ends on {end} "
    "({days} {days:|day|days} left)",
    "boss_why.disputed": "{why}; {amount} in dispute is not counted",
    "boss_why.settle": "customer is marked as short of cash",
    "boss_why.stop_flags": "marked in the customers sheet: {flags}; still overdue",
    "boss_why.stop_grade": "grade D, still overdue",
}
