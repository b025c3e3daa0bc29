"""Policy: its keys explained, and what can be wrong with it."""

WORDS = {
    # mistakes
    "policy.lines": "{first}\n{rest}",
    "policy.at": "{where} {entry}: {why}",
    "policy.variable": "environment variable {name}: {why}",
    "policy.mistakes_hint": "All keys and what they mean: arcollect policy show. "
    "A commented file to start from: arcollect policy init.",
    "policy.unknown_key": "there is no such key.",
    "policy.unknown_key_like": "there is no such key; did you mean {nearest}?",
    "policy.missing": "is required and not there.",
    "policy.want_whole": 'must be a whole number, not "{raw}".',
    "policy.want_bool": 'must be true or false, not "{raw}".',
    "policy.want_text": "must be text in quotes, not {raw}.",
    "policy.want_list": 'must be a list such as [30, 90] or ["A", "B"], not "{raw}".',
    "policy.want_table": 'must be a section (a table), not "{raw}".',
    "policy.want_date": 'must be a date such as 2026-10-31, not "{raw}".',
    "policy.want_choice": '"{raw}" is not one of {choices}.',
    "policy.too_small": "must be at least {least}, not {raw}.",
    "policy.bad_value": 'cannot be read: "{raw}".',
    "policy.negative": 'must not be negative: "{raw}".',
    "policy.rate_as_text": 'write a rate as text in quotes, "15%" or "0.05%", '
    "not as the decimal number {raw} (it would lose precision).",
    "policy.rate_unreadable": '"{raw}" is no rate. Write "15%", "0.05%" or "1/3".',
    "policy.amount_as_text": 'write an amount as text in quotes, "100,000.00", '
    "not as the decimal number {raw} (it would lose cents).",
    "policy.amount_unreadable": '"{raw}" is no amount. Write a number such as '
    '"100,000.00".',
    "policy.buckets_rise": "bucket limits must be rising whole numbers, "
    "such as [30, 90, 180], not {raw}.",
    "policy.time_zone_unknown": 'there is no time zone "{raw}"; for example '
    '"Asia/Shanghai".',
    "policy.currency_code": 'a currency is a code of three letters such as "CNY" or '
    '"USD", not "{raw}".',
    "policy.syntax": "{where} cannot be read: {line}",
    "policy.syntax_hint": "Each line is name = value; text and rates stand in quotes, "
    "lists in square brackets.",
    "policy.quote_key": 'A name that is not plain ASCII needs quotes: "{entry}" = …',
    "policy.quote_percent": 'A percentage needs quotes: "{value}".',
    "policy.cannot_read": "The policy file {path} cannot be read: {reason}.",
    "policy.cannot_read_hint": "Check the path given with --config, or leave it out.",
    "policy.not_utf8": "The policy file {path} is not UTF-8 text.",
    "policy.not_utf8_hint": "Open it in a text editor and save it with the encoding "
    "UTF-8.",
    # policy show and the template
    "policy.title": "Policy",
    "policy.file": "Policy file: {path}",
    "policy.no_file": "No policy file: every value is the default. "
    "To change some: arcollect policy init",
    "policy.key": "Key",
    "policy.value": "Value",
    "policy.origin": "From",
    "policy.rule": "Rule",
    "policy.meaning": "Meaning",
    "policy.default": "default",
    "policy.unset": "(not set)",
    "policy.tables": "{count} given",
    "policy.precedence": "Precedence: options, then ARCOLLECT_* variables, "
    "then the policy file, then defaults.",
    "policy.head": "The policy of arcollect. Every value below is the default; "
    "change what differs, delete what does not.",
    "policy.head_rates": 'Rates are written "15%", amounts "100,000.00" (in quotes); '
    "Chinese names need quotes too.",
    "policy.head_place": "Keep it beside the ledger or in the current folder: it is "
    "found there.",
    "policy.section.aging": "Aging",
    "policy.section.ratios": "Turnover, DSO, overdue ratio: warning lines and inputs",
    "policy.section.grade": "Customer grades A to D",
    "policy.section.pool": "The focus pool",
    "policy.section.fee": "Late fee: without a contractual basis nothing is computed "
    "or claimed",
    "policy.section.letters": "Letters",
    "policy.section.exclude": "Listed apart: not graded, not dunned, always in the "
    "totals",
    "policy.section.books": "Files kept by people, joined on every run (paths beside "
    "this file)",
    "policy.section.company": "Own companies, one section each; without one no "
    "letters are written",
    "policy.section.columns": "Column names, as --map: our field on the left, your "
    "header on the right",
    "policy.section.terms": "Codes of payment terms",
    "policy.section.rates": "Base currency for one unit of another; a currency "
    "without a rate is not tested against amounts",
    "policy.doc.language": "language of screens and letters: zh, en, or empty to "
    "follow the ledger",
    "policy.doc.as_of": "as-of date; without it the ledger's own cut-off, else today",
    "policy.doc.time_zone": "the time zone that says which day is today",
    "policy.doc.base_currency": "the currency of every amount in this file",
    "policy.doc.default_currency": "the currency of rows that name none",
    "policy.doc.default_terms": "payment terms where a document has neither due date "
    "nor terms, e.g. net 30",
    "policy.doc.aging.buckets": "limits in days past due: 1-30, 31-90, 91-180, over "
    "180",
    "policy.doc.aging.basis": "days count from: due (due date) or issue (document "
    "date)",
    "policy.doc.aging.credits": "unmatched credits: auto, separate, fifo, "
    "by-reference or net",
    "policy.doc.aging.small_difference": "rests below this are small differences, "
    "listed apart",
    "policy.doc.ratios.overdue_warn_above": "warn when the overdue ratio is strictly "
    "above",
    "policy.doc.ratios.turnover_gap": "warn when turnover is this far below the "
    "industry (inclusive)",
    "policy.doc.ratios.over_one_year_warn_above": "warn when the share over one year "
    "is above",
    "policy.doc.ratios.dso_warn_above": "warn when DSO is above this many days",
    "policy.doc.ratios.day_basis": "days in a year: 360 or 365",
    "policy.doc.ratios.annual_revenue": "revenue of the year (net of VAT: see "
    "vat_rate)",
    "policy.doc.ratios.opening_receivables": "receivables at the start of the period",
    "policy.doc.ratios.industry_turnover": "average turnover of the industry, times a "
    "year",
    "policy.doc.ratios.vat_rate": "VAT rate when revenue is net, so that it compares "
    "with gross receivables",
    "policy.doc.grade.scheme": "abcd, or abc (D folded into C)",
    "policy.doc.grade.lookback_months": "documents that fell due in the last so many "
    "months count",
    "policy.doc.grade.late_share_c": "C above this share of late documents, given the "
    "count below",
    "policy.doc.grade.late_count_c": "late documents needed for a C by share",
    "policy.doc.grade.long_days": "more days than this is long overdue",
    "policy.doc.grade.long_count": "long overdue documents that make a C",
    "policy.doc.grade.long_share": "share of long overdue money that makes a C",
    "policy.doc.grade.middle_days": "more days than this is overdue in the middle "
    "range",
    "policy.doc.grade.watch_share": "share of late documents up to which B (watch) is "
    "kept",
    "policy.doc.grade.ratio_min_documents": "with fewer documents shares are not "
    "tested",
    "policy.doc.grade.rebate_above": "annual purchases above which an A customer may "
    "get a rebate",
    "policy.doc.grade.rebate_rate": "rebate of an A customer",
    "policy.doc.grade.terms_a_days": "terms of an A customer, days",
    "policy.doc.grade.terms_c_days": "terms of a C customer, days",
    "policy.doc.grade.prepayment_c": "prepayment asked of a C customer",
    "policy.doc.pool.min_days": "days past due that put a customer into the pool",
    "policy.doc.pool.large_min_days": "the same for large amounts",
    "policy.doc.pool.large_amount": "what is a large amount",
    "policy.doc.pool.share": "the list stops at this share of the overdue money",
    "policy.doc.pool.max_names": "and at this many names",
    "policy.doc.fee.basis": "none, or contract: the terms below hold for every "
    "contract (terms in the ledger come first)",
    "policy.doc.fee.scheme": "flat, tiered (higher rate for the days beyond) or "
    "retroactive (higher rate for all days)",
    "policy.doc.fee.rate_per_day": "rate per day; 0.05% is five per ten thousand",
    "policy.doc.fee.tier_after_days": "days after which the second rate holds",
    "policy.doc.fee.tier_rate_per_day": "second rate per day",
    "policy.doc.fee.grace_days": "days without a fee",
    "policy.doc.fee.clause": "the clause, e.g. Article 8.2",
    "policy.doc.fee.lpr": "one-year LPR, each valid from a day on",
    "policy.doc.letters.deadline_days": "days to pay, moved to the next workday",
    "policy.doc.letters.min_demand": "no letter for less",
    "policy.doc.letters.pre_due_days": "reminder so many days before the due date",
    "policy.doc.letters.grace_days": "days past due with a call only",
    "policy.doc.letters.small_amount": "small amounts: the short letter",
    "policy.doc.letters.first_letter_max": "highest level of a first letter",
    "policy.doc.letters.number_prefix": "prefix of the letter number",
    "policy.doc.letters.own_difficulty": "one sentence on our own cash needs in the "
    "warm letter; empty for none",
    "policy.doc.letters.will_sue": "true only when a suit is really meant",
    "policy.doc.letters.hold_new_orders": "letters may say that new orders are held",
    "policy.doc.letters.copies": "copies of each letter",
    "policy.doc.letters.language": "language of letters: zh, en, or empty to follow "
    "the customer",
    "policy.doc.exclude.related_parties": "customers that are related parties (name "
    "or code)",
    "policy.doc.exclude.retention_words": "these words in goods or remarks mean "
    "retention money",
    "policy.doc.exclude.related_words": "these words mean intercompany balances",
    "policy.doc.company": "own companies",
    "policy.doc.columns": "column names",
    "policy.doc.terms": "codes of payment terms",
    "policy.doc.rates": "exchange rates",
    "policy.doc.extra_workdays": "days worked although the calendar says holiday",
    "policy.doc.extra_holidays": "days off although the calendar says workday",
    "policy.doc.books.customers": "customers: terms, flags, letters sent",
    "policy.doc.books.contacts": "contacts",
    "policy.doc.books.sales": "sales",
    "policy.doc.company.name": "full name, in letterhead and signature",
    "policy.doc.company.short": "short name",
    "policy.doc.company.aliases": "other spellings in the ledger",
    "policy.doc.company.name_en": "English name",
    "policy.doc.company.address": "address",
    "policy.doc.company.address_en": "English address",
    "policy.doc.company.phone": "phone",
    "policy.doc.company.email": "e-mail",
    "policy.doc.company.contact": "contact",
    "policy.doc.company.signer": "who signs",
    "policy.doc.company.signer_title": "title of who signs",
    "policy.doc.company.bank": "bank",
    "policy.doc.company.bank_account": "account number",
    "policy.doc.company.account_name": "account holder; empty for the full name",
    "policy.doc.company.seal": "seal used on letters",
    "policy.doc.company.sme": "are we a small or medium enterprise (decides which "
    "rules we may cite)",
    "policy.example.company_name": "Example Trading Ltd",
    "policy.example.columns": 'customer = "Bill-to party"',
    "policy.example.terms": 'ZB30 = "net 30"',
    "policy.example.rates": 'USD = "7.1000"',
    "policy.example.lpr": '[{{ since = 2025-10-20, rate = "3.00%" }}]',
}
