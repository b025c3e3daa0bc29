"""Words of the problems table."""

WORDS = {
    "problems.title": "Problems",
    "problems.severity": "Severity",
    "problems.where": "Where",
    "problems.raw": "What stands there",
    "problems.message": "Problem",
    "problems.remedy": "What to do",
    "problems.amount": "Amount",
    "problems.excluded": "▲ left out",
    "problems.warning": "● warning",
    "problems.notice": "notice",
    "problems.none": "No problems found.",
}
