"""`--fail-on WHAT,…`: what there is to fail on."""

from __future__ import annotations

from arcollect.errors import UsageError, message

FINDINGS = (
    "overdue-ratio", "over-one-year", "dso", "turnover", "red", "missing-facts", "limitation",
    "audit", "warnings", "exclusions", "totals",
)  # fmt: skip


def asked_findings(raw: str | None) -> list[str]:
    """The names after `--fail-on`; UsageError for one that is not known."""
    asked = [name.strip() for name in (raw or "").replace("，", ",").split(",") if name.strip()]
    for name in asked:
        if name not in FINDINGS:
            raise UsageError(
                message("cli.no_finding", asked=name),
                message("cli.no_finding_hint", known=list(FINDINGS)),
            )
    return asked
