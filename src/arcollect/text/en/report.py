"""Words of the weekly report."""

WORDS = {
    "report.title": "Receivables report {as_of}",
    "report.lead": "As of {as_of} · source: {files}",
    "report.nothing": "Nothing here this time.",
    "report.footer": "arcollect {version} · data {sha} · as of {as_of}",
    "report.overview": "Overview",
    "report.aging": "Aging",
    "report.detail": "Aging detail",
    "report.audit": "Audit aging",
    "report.ratios": "Ratios",
    "report.grades": "Grades",
    "report.pool": "Focus pool",
    "report.fees": "Late fees",
    "report.letters": "Letters",
    "report.problems": "Problems",
    "report.parameters": "Parameters and tie-out",
}
