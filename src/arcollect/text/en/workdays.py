"""Workdays, in English."""

WORDS = {
    "workdays.of_china": "Workdays are those of mainland China; for other countries name the days "
    "in the policy's extra_workdays and extra_holidays.",
    "workdays.of_weekdays": "Workdays are Monday to Friday; public holidays are not known: name "
    "them in the policy's extra_holidays.",
    "workdays.unknown_year": "The Chinese holidays of {year} are not known yet, so "
    "Monday to Friday count as workdays; list the exceptions in the policy.",
}
