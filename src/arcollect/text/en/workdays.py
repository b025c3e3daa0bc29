"""Workdays, in English."""

WORDS = {
    "workdays.unknown_year": "the Chinese holidays of {year} are not known yet, so "
    "Monday to Friday count as workdays; list the exceptions in the policy",
}
