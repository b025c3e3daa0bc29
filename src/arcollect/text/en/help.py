"""The help pages."""

WORDS = {
    # frame
    "help.usage": "Usage: {what}",
    "help.commands": "Commands:",
    "help.panel.start": "To begin with:",
    "help.panel.standing": "How it stands:",
    "help.panel.claims": "What you may claim:",
    "help.panel.chase": "Chasing:",
    "help.panel.outcome": "What comes of it:",
    "help.options": "Options:",
    "help.any_options": "options",
    "help.arguments": "Arguments:",
    "help.examples": "Examples:",
    "help.exit_codes": "Exit codes:",
    "help.exit_codes_short": "Exit codes: see arcollect --help.",
    "help.more": "More on one command: arcollect COMMAND --help",
    "help.help": "show this page and exit",
    "help.version": "show the version and exit",
    "help.exit.0": "all is well (also with warnings)",
    "help.exit.1": "a finding of --fail-on is there",
    "help.exit.2": "the command line or the policy file is wrong",
    "help.exit.3": "the ledger cannot be used (or --strict and a row was left out)",
    "help.exit.4": "the result cannot be written",
    "help.exit.5": "another arcollect is writing to the same place",
    "help.exit.6": "something went wrong inside the program",
    "help.exit.130": "interrupted",
    # commands
    "help.program": "Receivables from a spreadsheet: who owes what, how late, how "
    "risky, whom to chase and how.",
    "help.program.example": "arcollect ledger.xlsx                    the picture on "
    "screen, nothing written\narcollect check ledger.xlsx              was the file "
    "read right?\narcollect report ledger.xlsx -o weekly   report, letters and "
    "summary page",
    "help.summary": "the whole picture on screen (same as arcollect LEDGER)",
    "help.summary.long": "Balance, overdue ratio, aging, whom to call first, and the "
    "one thing to do first. Writes nothing.",
    "help.summary.example": "arcollect ledger.xlsx --as-of 2026-10-31",
    "help.check": "was the file read right, does it tie out, what is missing",
    "help.check.long": "Which columns were recognised, rows and money by class, the "
    "tie-out, cells with problems and their remedy, facts that are missing, and what "
    "to do first.",
    "help.check.example": "arcollect check ledger.xlsx\n"
    "arcollect check ledger.xlsx --gl-balance 1122=1,234,567.89",
    "help.aging": "the overdue aging table: customer by bucket",
    "help.aging.long": "Not due, each bucket, no due date and unapplied credits of "
    "every customer; totals foot. Due today is not late.",
    "help.aging.example": "arcollect aging ledger.xlsx --as-of 2026-10-31\n"
    "arcollect aging ledger.xlsx --by salesperson -o aging.xlsx\n"
    "arcollect aging ledger.xlsx --basis issue --buckets audit",
    "help.ratios": "turnover, DSO, overdue ratio, collection rate, with formula and verdict",
    "help.ratios.long": "Every metric names its formula, convention, warning line and "
    "next step. Missing inputs are named, never guessed.",
    "help.ratios.example": "arcollect ratios ledger.xlsx --revenue 12,000,000 "
    "--opening 1,500,000 --industry-turnover 7",
    "help.grade": "customer grades A to D, and why",
    "help.grade.long": "How often and how long documents of the last 12 months were "
    "late, with reasons and the credit terms that follow.",
    "help.grade.example": "arcollect grade ledger.xlsx\n"
    "arcollect grade ledger.xlsx --customer Acme",
    "help.pool": "the focus pool: the few names to start with",
    "help.pool.long": "Customers long overdue or with large amounts, up to 80% of "
    "the overdue money, each with its reason.",
    "help.pool.example": "arcollect pool ledger.xlsx",
    "help.fee": "late fees by document, step by step",
    "help.fee.long": "Only where a contract gives a basis; the rest is counted, not "
    "computed, not claimed.",
    "help.fee.example": "arcollect fee ledger.xlsx -o fees.xlsx",
    "help.limits": "limitation alarm: until when each document can be enforced",
    "help.limits.long": "Three years from the due date or the last proven interruption,"
    " counted carefully; yellow from 180 days left, red from 90. Letters that arrived,"
    " promises and statements in the register move the end. Guarantee periods stand apart.",
    "help.limits.example": "arcollect limits ledger.xlsx\n"
    "arcollect limits ledger.xlsx --fail-on limitation",
    "help.recover": "ways to recover old debts, side by side",
    "help.recover.long": "For debts 181 or more days overdue or red-flagged: sale, discount, instalments, waiver, goods, payment order, small claim, lawsuit, set-off and insurance with expected net value, cost, months and cash at once. Court charges by statute with their articles; chances are assumed or typed in and stand in the policy file.",
    "help.recover.example": "arcollect recover ledger.xlsx\narcollect recover ledger.xlsx --customer Alpha -o options.xlsx",
    "help.letters": "letters to print, seal and send: one per customer and currency",
    "help.letters.long": "The level follows days overdue and letters sent before; "
    "demands are net of unapplied credits. index.xlsx lists every customer: the "
    "letter, or why none.",
    "help.letters.example": "arcollect letters ledger.xlsx -o letters --dry-run\n"
    "arcollect letters ledger.xlsx -o letters --as docx",
    "help.report": "the weekly report: workbook, letters, print file, summary page",
    "help.report.long": "Written to a new folder beside the ledger (or -o). The same "
    "input gives the same bytes. Made for cron.",
    "help.report.example": "arcollect report ledger.xlsx -o weekly",
    "help.explain": "one document or customer: where each figure comes from",
    "help.explain.long": "Cells, payment terms, origin of the due date, days, bucket, "
    "matched receipts, fee steps; for a customer its documents, grade reasons and "
    "pool reason.",
    "help.explain.usage": "arcollect explain LEDGER... DOCUMENT|CUSTOMER [options]",
    "help.explain.example": "arcollect explain ledger.xlsx INV-2026-0012\n"
    'arcollect explain ledger.xlsx "Acme Trading Ltd"',
    "help.init": "write an empty workbook and a policy to fill in",
    "help.init.long": "Six sheets: items, customers, contacts, receipts, log, sales; "
    "with drop-downs and an example row.",
    "help.init.example": "arcollect init receivables",
    "help.policy": "the policy: show it, or write a commented one",
    "help.policy.example": "arcollect policy show\narcollect policy init",
    "help.policy.show": "each value, where it comes from, its rule and meaning",
    "help.policy.show.example": "arcollect policy show ledger.xlsx",
    "help.policy.init": "write a commented policy file",
    "help.policy.init.example": "arcollect policy init",
    # shared options
    "help.ledger": "one or several files (xlsx, xls, ods, csv …) or folders; - reads stdin",
    "help.as_of": "as-of date; else policy, the ledger's own cut-off, today",
    "help.config": "policy file; else arcollect.toml beside the ledger, then in the current folder",
    "help.map": "which column is what: --map customer=Debtor; repeatable",
    "help.terms": 'terms for documents with neither due date nor terms, e.g. "net 30"',
    "help.date_order": "day-month order of text dates; needed only where nothing proves it",
    "help.sheet": "read this sheet only",
    "help.basis": "count days from the due date (due) or the document date (issue)",
    "help.credits": "how unmatched credits are treated; default auto",
    "help.rate": "rate, may be repeated, such as --rate USD=7.12; wins over [rates] in the policy",
    "help.base": "show tables in this currency, such as CNY; letters, fees, explain keep their own",
    "help.balances_as_of": "the day of the balances in the file",
    "help.visible_only": "leave out hidden rows, columns and sheets",
    "help.encoding": "encoding of a csv, e.g. gb18030; recognised by default",
    "help.strict": "stop when any row cannot be used (exit 3)",
    "help.fail_on": "exit 1 on these findings, separated by commas: overdue-ratio, "
    "over-one-year, dso, turnover, missing-facts, limitation, warnings, exclusions, totals",
    "help.lang": "language: zh or en",
    "help.quiet": "do not count warnings on stderr",
    "help.output": "write to a file; its suffix says how: .xlsx .csv .tsv .json .html .md",
    "help.format": "output format, before the suffix; a terminal shows a table, a pipe gets csv",
    "help.folder": "folder to write to; else a new one beside the ledger",
    "help.customer": "only customers whose name or code contains this",
    "help.register": "the register; default: one for each own company in the user's data folder",
    "help.no_register": "neither read nor write the register: nothing is known of letters sent, nothing is remembered",
    "help.force": "overwrite files that exist",
    "help.limits_all": "list every open document, also those far from the end",
    "help.buckets": "limits in days, e.g. 30,60,90; audit = calendar years",
    "help.by": "group by customer, salesperson, department, region, industry, "
    "company, currency or none",
    "help.detail": "list every open item",
    "help.top": "show the first N, fold the rest into one row",
    "help.min": "fold smaller amounts into one row",
    "help.revenue": "revenue of the year",
    "help.opening": "receivables at the start of the period",
    "help.industry_turnover": "average turnover of the industry, times a year",
    "help.vat_rate": "VAT rate where revenue is net, e.g. 13%",
    "help.days": "days in a year: 360 or 365",
    "help.scheme": "four grades abcd, or three abc",
    "help.fee_scheme": "flat rate, tiered, or retroactive",
    "help.fee_allocate": "payments as booked, or by articles 560 and 561",
    "help.fee_steps": "the steps as the main table, one row each",
    "help.gl_balance": "general ledger balance to compare with: 1122=1,234,567.89 or "
    "COMPANY/CNY/1122=1,234,567.89; repeatable",
    "help.init_folder": "folder to write to; default: here",
    "help.policy_ledger": "the ledger whose policy is asked for",
    "help.policy_file": "file to write; default arcollect.toml",
    "help.dry_run": "show what would be written, write nothing",
    "help.as": "letter formats: docx, md, txt, html, separated by commas; default docx",
    "help.letter_date": "date of the letters; deadlines count from it (default: as-of date)",
    "help.templates": "folder with your own letter templates; same names win",
    "help.no_letters": "write no letters",
    "help.profile": "read as this saved profile says; else the one that knows the header",
    "help.password_file": "file whose first line opens a protected workbook (or ARCOLLECT_PASSWORD)",
    "help.save_profile": "remember how this ledger was read under a name",
    "help.anonymise": "write the layout with made-up contents to this .xlsx, to report a file that fails",
    "help.profiles": "ways of reading that were saved: list, show, delete",
    "help.profiles.list": "every profile, its form and its sheets",
    "help.profiles.show": "which column is what in one profile",
    "help.profiles.delete": "forget a profile",
    "help.profile_name": "name of the profile",
    "help.profiles.example": "arcollect profiles list\narcollect profiles show kingdee\narcollect profiles delete kingdee",
    "help.profiles.list.example": "arcollect profiles list",
    "help.profiles.show.example": "arcollect profiles show kingdee",
    "help.profiles.delete.example": "arcollect profiles delete kingdee",
    "help.statement": "Monthly statements: opening, movements, closing, reply slip",
    "help.statement.long": "Opening + invoiced - received ± credit notes and other changes = closing, to the cent what was open at the end of the month; open documents and a reply slip below. One docx and one xlsx each, one docx to print them all, and a list; months without a slip are remembered.",
    "help.statement.example": "arcollect statement ledger.xlsx --month 2026-09 -o statements\narcollect statement ledger.xlsx --month 2026-09 --returned Harbour --slip agrees --pays\narcollect statement ledger.xlsx --overview",
    "help.month": "which month, for example 2026-09; default: the last whole month before the as-of date",
    "help.as_statement": "formats: docx, xlsx, pdf, html, md, txt, with commas; default docx,xlsx",
    "help.statement_date": "the date on the statements; default: the last day of the month",
    "help.font_path": "folder with the font files of pdf letters",
    "help.returned": "note the slip that this customer (name or code) sent back; with --month and --slip",
    "help.slip": "what the slip says: agrees or differs",
    "help.pays": "the slip also confirms the debt and agrees to pay",
    "help.slip_on": "when the slip came; default: today",
    "help.slip_currency": "which currency, where a customer has several",
    "help.overview": "list what came back, by month",
}
