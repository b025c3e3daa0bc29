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
    "claims_why.basis_agreed": "agreed for this contract or customer in the policy ({clause}): {scheme}{disputed}",
    "claims_why.basis_lpr": (
        "nothing agreed: art. 18(4) of the Supreme People's Court's interpretation on sales: "
        "{scheme}{disputed}"
    ),
    "claims_why.basis_sme": (
        "art. 17 of the regulation on payments to small and medium enterprises, no rate agreed: "
        "{rate} a day{disputed}"
    ),
    "claims_why.annual": "one-year LPR {lpr} (published {since}) plus {margin}, {per_year} a year over {basis} days",
    "claims_why.annual_plain": "one-year LPR {lpr} (published {since}) over {basis} days",
    "claims_why.scheme_floor": (
        "the agreed rate is below what art. 17 of the regulation on payments to small and medium "
        "enterprises allows; taken instead, as at signing: {annual}"
    ),
}
