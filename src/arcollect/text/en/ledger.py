"""Ledger: what could not be taken at its word."""

WORDS = {
    # the whole file cannot be used
    "ledger.empty_file": "There is no data in any sheet. Looked at: {sheets}.",
    "ledger.empty_file.fix": "Check that the export holds the detail rows, save it and try again.",
    "ledger.no_such_sheet": "{files}: no sheet is called “{sheet}”.",
    "ledger.no_such_sheet.fix": "Its sheets are: {sheets}.",
    "ledger.no_payables": "Nothing in {files} says supplier, vendor or payable: it looks like receivables and is not taken for payables.",
    "ledger.no_payables.fix": "Give the open payables or a list of supplier balances; if it is one, say so in a header, title, sheet or file name.",
    "ledger.balances_only": (
        "“{sheet}” in {file} only lists balances per customer, without documents: "
        "it cannot be aged."
    ),
    "ledger.balances_only.fix": (
        "Export the open items instead: one row per document with customer, document date, "
        "due date and open amount."
    ),
    "ledger.no_items": (
        "No open items were found. Looked at: {sheets}. The closest is {best}: {why}"
    ),
    "ledger.no_items.fix": (
        "Name the columns with --map, for example --map customer=Client --map open=H."
    ),
    "ledger.no_items.which": (
        'Which is {need}? Not sure about: {columns}. Say it with --map, for example --map "{field}={column}".'
    ),
    "ledger.no_items.nobody": "If each sheet is named after its customer, write a line “Customer: NAME” above its header, or add a column Customer Name.",
    "ledger.no_items.net": "There is only an amount without tax, and a customer owes the tax too. Add a column with the gross amount; to use this one all the same, say --map amount=COLUMN.",
    "ledger.no_items.near": "{suggestions}",
    "ledger.ambiguous": "In “{sheet}” of {file} several columns mean the same: {doubts}",
    "ledger.nothing_usable": "Not one row can be used ({sheets}). Reasons: {reasons}",
    "ledger.nothing_usable.fix": "Check the customer and amount columns, or name them with --map.",
    "ledger.mixed_forms": "“{balanced}” states balances, “{gross}” does not: "
    "one list of receipts cannot serve both.",
    "ledger.mixed_forms_hint": "Run them one after the other, or add a paid or open amount to "
    "the sheet without balances.",
    "ledger.only_receipts": "“{sheet}” of {file} lists receipts only: without documents nobody owes anything.",
    "ledger.only_receipts.fix": "Read it together with the open items, such as arcollect aging items.xlsx receipts.xlsx.",
    "ledger.no_rows": "There are no usable rows below the header ({sheets}).",
    "ledger.at_cell": "{cell}: {said}",
    "ledger.date_order_unknown": (
        "In “{sheet}” of {file}, column “{header}”: day and month cannot be told apart: {why}"
    ),
    "ledger.date_orders_conflict": (
        "In “{sheet}” of {file}, column “{header}” mixes different orders of day and month: {why}"
    ),
    "ledger.date_order.fix": (
        "Add --date-order dmy (day/month/year), mdy (month/day/year) or ymd (year/month/day)."
    ),
    "ledger.default_terms": "The payment terms “{terms}” cannot be understood: {why}",
    "ledger.default_terms.fix": "Write for example: net 30, EOM+60, 30 days after delivery.",
    "ledger.book_missing": "[books] {role} in the policy names {path}, which does not exist.",
    "ledger.book_missing.fix": (
        "Correct the path of books.{role} in the policy, or remove the line."
    ),
    # sheets
    "ledger.sheet_is_log": "read as the contact log ({rows} entries)",
    "ledger.sheet_unused": "This sheet was not used: {why}",
    "ledger.sheet_empty": "It is empty.",
    "ledger.same_file": "{name} has exactly the same content as {other}.",
    "ledger.sheet_payables": "It is called payables and stands beside another ledger, so it was not counted as receivables; if it is one, rename it or ask for it with --sheet; for hints of a set-off use --ap.",
    "ledger.sheet_not_payables": "Neither its name nor its header says supplier or payable, so it was not counted as payables.",
    "ledger.sheet_hidden": "It is hidden beside a visible ledger, and both together might count money twice; ask for it with --sheet to use it.",
    "ledger.sheet_not_visible": "Hidden sheets are not used (--visible-only).",
    "ledger.sheet_hidden_used": "This sheet is hidden and was used; leave hidden sheets out with --visible-only.",
    "ledger.sheet_not_asked": "Another sheet was asked for with --sheet.",
    "ledger.sheet_is_retold": "Another table of an arcollect report; what it tells is in the aging "
    "detail already.",
    "ledger.snapshots": "In {file} the sheets {sheets} share {count} documents (such as {number}): they look like one ledger at two dates, and together they would count money twice.",
    "ledger.snapshots.fix": "Choose one with --sheet, for example --sheet {sheet}; to compare two dates use arcollect compare.",
    "ledger.sheet_repeats": "All its documents are in “{other}” already; counting them again "
    "would inflate receivables.",
    "ledger.visible_unknown": "{file} is irregular inside: what it hides cannot be told, so --visible-only cannot be kept.",
    "ledger.visible_unknown.fix": "Open it in Excel, save it as xlsx and read that; or leave out --visible-only.",
    "ledger.hidden_rows": (
        "{rows} {rows:|row is|rows are} hidden ({money}) and counted; leave hidden rows out with --visible-only."
    ),
    "ledger.hidden_left_out": "{rows} hidden {rows:|row|rows} ({money}) {rows:|was|were} left out (--visible-only).",
    "ledger.lines_once": (
        "Documents stand on several rows that repeat their total: {documents} {documents:|document was|documents were} "
        "counted once, {rows} further {rows:|row|rows} not again."
    ),
    "ledger.more": "{count} more of this kind: {said}",
    "ledger.more_documents": "{count} more {count:|group|groups} of this kind.",
    # amounts
    "ledger.other_header": "In {file}, sheet “{sheet}”, row {row} is a header again, but its columns mean something else: column {column} says “{said}” there and “{header}” above.",
    "ledger.other_header.fix": "Move what follows to a sheet of its own, or put its columns in the order of those above, and run again.",
    "ledger.long_row": "This row has {fields} fields, the header only {columns} columns: most likely a comma inside a text is not quoted and later columns have moved. Check the row.",
    "ledger.cut_amount": "The amount “{head}” is followed by “{tail}”, and the row is longer than the header: a thousands comma seems not to be quoted. The row is left out.",
    "ledger.long_row.fix": "Put quotation marks around amounts and texts with a comma, or export as xlsx.",
    "ledger.other_unit": "In {file}, sheet “{sheet}”, row {row} gives the unit {unit}, which is not that of the amounts: two units in one sheet would make wrong sums.",
    "ledger.other_unit.fix": "Use one unit throughout; if all amounts are in this unit, say so above the header (“in thousands”).",
    "ledger.side_by_side": "In {file}, sheet “{sheet}” holds two tables side by side (the second near column {column}): a row has two items and cannot be read as one.",
    "ledger.side_by_side.fix": "Move the right-hand table to a sheet of its own, or below the left-hand one, and run again.",
    "ledger.amount_missing": "There is no amount; the row was left out.",
    "ledger.amount_unreadable": "The amount cannot be read; the row was left out: {why}",
    "ledger.amount_unreadable.fix": "Make it a number such as 1234.50; delete rows without one.",
    "ledger.flag_unclear": (
        "“{header}”: this says neither yes nor no; taken as no in {rows} {rows:|row|rows}."
    ),
    "ledger.flag_unclear.fix": "Write yes or no (blank is no too).",
    "ledger.carried_once": (
        "{rows} {rows:|opening balance repeats|opening balances repeat} what the entries before "
        "lead to; not counted again."
    ),
    "ledger.carried_gap": (
        "The opening balance here is {stated}, but the entries before it lead to {computed}; the "
        "difference of {gap} is counted as an opening item without date."
    ),
    "ledger.carried_gap.fix": ("Some months may be missing between: export one unbroken period."),
    "ledger.maybe_total": (
        "This row has neither number nor date, and its amount is the sum of the rows above: it "
        "looks like a total, but was counted as a customer's."
    ),
    "ledger.maybe_total.fix": (
        "If it is one, delete the row or call it Total; if not, give it a number or a date."
    ),
    "ledger.not_a_rate": "a rate per day is below 1: write 0.05% or 0.0005",
    "ledger.side_amount_unreadable": (
        "“{header}” cannot be read; the cell was ignored, the row was kept: {why}"
    ),
    "ledger.not_an_amount": "The cell holds no amount.",
    "ledger.error_cell": "The cell holds an error value.",
    "ledger.formula_without_value": (
        "The formula has no stored result: open the file in Excel, save it once and try again."
    ),
    "ledger.rounded": "The amount has digits below the smallest unit; it was rounded half up.",
    "ledger.balance_mismatch": (
        "Amount {amount} less paid {paid} is not the balance {balance}; the balance was used."
    ),
    "ledger.blank_balance": "The balance is blank; the whole amount was taken as open.",
    "ledger.blank_balance_settled": "The balance of {rows} {rows:|row|rows} is blank and amount less paid is nil: settled.",
    "ledger.blank_balance_paid": "The balance is blank; amount less paid was used.",
    "ledger.unsigned_credits": (
        "All {rows} {rows:|row|rows} that column “{header}” calls credits or receipts are positive; they "
        "were taken as credits (negative)."
    ),
    "ledger.unknown_currency": (
        "The currency “{word}” is not known; it is kept apart and never added to another."
    ),
    "ledger.unknown_currency.fix": "Use a code such as CNY or USD.",
    "ledger.currency_conflict": (
        "The amount cell says {cell}, the currency column {column}; the cell was used."
    ),
    "ledger.printed_total": (
        "The file prints {printed} for “{label}”, but its rows add up to {computed}; the rows "
        "were used."
    ),
    # customers and documents
    "ledger.no_customer": "There is no customer; the row was left out.",
    "ledger.customer_lost": "There is no customer, so the row was left out: {why}",
    "ledger.no_customer.fix": "Fill in the customer's name or code.",
    "ledger.code_with_names": "Customer code {code} has several names: {names}. One customer.",
    "ledger.name_with_codes": "“{name}” has several codes: {codes}. Kept as several customers.",
    "ledger.duplicate": (
        "Document {number} ({customers}) stands in rows {rows} with the same amount and date; "
        "all were counted, please check."
    ),
    "ledger.shared_number": (
        "Document number {number} belongs to several customers: {customers} (rows {rows})."
    ),
    "ledger.ruined_number": (
        "“{header}” is a number of more than 15 digits: Excel has replaced the last ones by 0."
    ),
    "ledger.ruined_number.fix": "Export again with this column formatted as text.",
    "ledger.hostile_text": "The text held invisible control characters; they were removed.",
    # dates and terms
    "ledger.not_a_date": "The cell holds no date.",
    "ledger.due_date_unreadable": (
        "“{header}” cannot be read; the amount is kept under “no due date”: {why}"
    ),
    "ledger.date_unreadable": "“{header}” cannot be read; this date was not used: {why}",
    "ledger.date_order_borrowed": (
        "Column “{header}” does not show its order of day and month; the order of the sheet's "
        "other date columns ({order}) was used."
    ),
    "ledger.no_due_date": "{rows} {rows:|item has|items have} no due date; they are listed apart.",
    "ledger.no_due_date.fix": (
        'Fill in the due dates, or give the terms, for example --terms "net 30".'
    ),
    "ledger.unknown_terms": (
        "The payment terms “{terms}” ({rows} {rows:|item|items}) cannot be understood; no due date was "
        "derived: {why}"
    ),
    "ledger.unknown_terms.fix": 'Explain them in the policy, e.g. ZB30 = "net 30" under [terms].',
    "ledger.due_date_against_terms": (
        "The due date is {stated}, but “{terms}” gives {computed}; the stated date was used, "
        "please check."
    ),
    "ledger.staged_split": "{rows} {rows:|document|documents} with staged terms were split into their stages.",
    "ledger.staged_whole": (
        "{rows} {rows:|document|documents} with staged terms could not be split; they are due with the last "
        "stage before retention."
    ),
    "ledger.cutoff_conflict": (
        "The cut-off dates differ: {used_from} says {used}, {other_from} says {other}; "
        "{used} was used."
    ),
    "ledger.by_flag": "the command line",
    "ledger.by_file_name": "the file name",
    # other tables
    "ledger.receipt_amount": "The receipt's amount cannot be read; the row was left out.",
    "ledger.receipt_nobody": "Nobody can be seen to have paid this; the row was left out.",
    "ledger.sales_unreadable": "The sales figure or its period cannot be read; it was not used.",
    "ledger.ambiguous.fix": "Say which one: {flags}.",
    "ledger.either": "{flags}",
    "ledger.no_amount_column": "No column of amounts was recognised; its first row reads: {words}.",
    "ledger.dates_destroyed": "In “{sheet}” of {file}, column “{header}” has lost its dates: {why}",
    "ledger.dates_destroyed.fix": "Give arcollect the file as the system exported it; opening a csv in Excel and saving it again destroys such dates.",
    "ledger.credit_unreadable": "cannot read {header}; taken as not filled in",
}
