"""Words that several chapters share."""

WORDS = {
    "common.total": "Total",
    "common.other": "Other ({count})",
    "common.wan": "{amount} (10k)",
    "common.none": "none",
    "common.yes": "yes",
    "common.no": "no",
    "common.first": "Do this first: {what}",
    "common.hidden_columns": "Narrow screen, columns not shown: {count} ({names}). "
    "Use -o file.xlsx to see all.",
    "common.company": "Own company",
    "common.customer": "Customer",
    "common.customer_code": "Customer code",
    "common.currency": "Currency",
    "common.good": "fine",
    "common.warn": "warning",
    "common.unknown": "data missing",
}
