"""Words of the grades."""

WORDS = {
    "grade.title_abcd": "Customer grades (A-D)",
    "grade.title_abc": "Customer grades (A-C)",
    "grade.customer": "Customer",
    "grade.grade": "Grade",
    "grade.reasons": "Reasons",
    "grade.consequences": "Suggested policy",
    "grade.documents": "Documents counted",
    "grade.late": "Late",
    "grade.worst_days": "Worst days late",
    "grade.long_late": "Over 60 days",
    "grade.not_counted": "Not counted",
    "grade.open": "Open",
    "grade.overdue": "Overdue",
    "grade.ungraded": "ungraded",
    "grade.watch": "{letter} (watch)",
    "grade.counts": "Customers: {counts}",
    "grade.rule": "Rule: documents that fell due in the last 12 months, plus every open overdue one; "
    "disputed, small and retention items are shown, not counted. Cut-offs: policy show.",
    "grade.means_A": "A never late",
    "grade.means_B": "B sometimes late",
    "grade.means_C": "C often or long late",
    "grade.means_D": "D bad-debt record",
    "grade.means_none": "ungraded",
    "grade.chart": "Customers per grade",
    "grade.chart_unit": "customers",
}
