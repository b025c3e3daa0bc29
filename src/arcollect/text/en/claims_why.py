"""By what right a late fee is claimed."""

WORDS = {
    "claims_why.basis_row": "clause of the document ({clause}): {scheme}{disputed}",
    "claims_why.basis_customer": (
        "contract clause on the customers sheet ({clause}): {scheme}{disputed}"
    ),
    "claims_why.basis_policy": "contract clause in the policy ({clause}): {scheme}{disputed}",
    "claims_why.no_number": "no clause number given",
    "claims_why.scheme_flat": "{rate} a day",
    "claims_why.scheme_tiered": "{rate} a day, {later} a day for what is beyond day {after}",
    "claims_why.scheme_retroactive": (
        "{rate} a day, {later} for all days once {after} {after:|day has|days have} passed"
    ),
    "claims_why.nothing_disputed": "",
    "claims_why.disputed_out": "; disputed amount of {amount} left out",
}
