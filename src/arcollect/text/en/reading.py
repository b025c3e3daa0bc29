"""Reading: what was understood of a sheet beyond its cells."""

WORDS = {
    "reading.decimal_commas": (
        "“{header}” has a comma for the decimals throughout (1.234,56) and was read so."
    ),
    "reading.mixed_commas": (
        "“{sheet}” in {file}: some amounts of “{header}” have a decimal comma and others do not, so 1.234 may be a thousand or one and a bit."
    ),
    "reading.mixed_commas.fix": (
        "Export the column in one spelling; or in Excel delete the points between thousands, then replace the commas by points."
    ),
    "reading.title_unit": "The title says that amounts are in {unit}; converted: {headers}.",
    "reading.filled_closed": "{rows} rows without a customer were given the name above them: the subtotal below proves it.",
    "reading.ditto": "{headers}: {cells} cells say “ditto” and were read as the item above them.",
    "reading.void": 'The status is "{status}", so this is no receivable; the row is left out.',
    "reading.void.fix": "If the document is valid, correct its status and export again.",
    "reading.paid_by_status": (
        'By "{header}", {rows} {rows:|document is|documents are} paid: nothing is open of {money}.'
    ),
    "reading.part_paid": (
        'By "{header}", {rows} {rows:|document is|documents are} paid in part, and no column says how much: {money} counts in full.'
    ),
    "reading.part_paid.fix": "Export the open amount (balance) or the amount paid as well.",
    "reading.written_off": '"{header}" was deducted from what is owed.',
    "reading.sheet_currency": (
        "Only some amounts name a currency, and all of those {currency}; the other amounts"
        " are read as {currency} too."
    ),
    "reading.ledger_currency": (
        "This sheet names no currency; the items are all in {currency}, and so its amounts are"
        " read as {currency}."
    ),
    "reading.sheet_currency.fix": "If they are not, add a column Currency that says so row by row.",
    "reading.merged": 'As the customers sheet says, "{name}" is merged into "{kept}".',
    "reading.merge_unknown": (
        '"{name}" is to be merged into "{kept}", but there is no such customer: not merged.'
    ),
    "reading.merge_circle": '"{name}" and "{kept}" are merged into each other: not merged.',
    "reading.merge.fix": 'In "Merge into", give the code or the name of the customer to keep.',
    "reading.same_name.fix": (
        'If they are one customer, give the code to keep under "Merge into" in the customers sheet.'
    ),
    "reading.converted": "Shown in {base}: {rates}.",
    "reading.converted_by_column": (
        "Shown in {base}, by the base-currency column of the file ({rows} {rows:|row|rows})."
    ),
    "reading.converted_by_both": (
        "Shown in {base}: {rows} {rows:|row|rows} by the base-currency column of the file, the rest by {rates}."
    ),
    "reading.no_rate": "There is no rate from {currencies} to {base}.",
    "reading.no_rate.fix": "Give it, such as --rate {currency}=7.12, or under [rates] in the policy.",
    "reading.currency_unknown": '{option}: "{word}" is not a currency.',
    "reading.currency_unknown.fix": "Write a code such as CNY or USD.",
    "reading.rate_unreadable": "--rate {raw} cannot be read.",
    "reading.rate_unreadable.fix": (
        "Write CURRENCY=RATE, such as --rate USD=7.12 (base currency for one dollar)."
    ),
    "reading.delivery_is_issue": 'There is no document date; terms start from "{header}".',
    "reading.format_currency": "No currency is named; the cells show {currency} by their number format, and so the amounts are read as {currency}.",
    "reading.format_currency.fix": "If they are not, add a column Currency; if all are {currency}, take the sign out of the number format.",
    "reading.format_currencies": "In {file}, sheet “{sheet}” names no currency, but its number formats show several ({currencies}): added up, they would be wrong.",
    "reading.format_currencies.fix": "Add a column Currency that says so row by row.",
    "reading.default_currency": "No currency is named: amounts are read as {currency}, the default_currency of the policy.",
    "reading.default_currency.fix": "Add a column Currency, or set default_currency in the policy.",
    "reading.example_row": "This is the example row; it was not counted. Delete it when you fill in your own.",
}
