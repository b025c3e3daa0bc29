"""Reading: what was understood of a sheet beyond its cells."""

WORDS = {
    "reading.title_unit": "The title says that amounts are in {unit}; converted: {headers}.",
    "reading.void": 'The status is "{status}", so this is no receivable; the row is left out.',
    "reading.void.fix": "If the document is valid, correct its status and export again.",
    "reading.written_off": '"{header}" was deducted from what is owed.',
    "reading.sheet_currency": (
        "Only some amounts name a currency, and all of those {currency}; the other amounts"
        " are read as {currency} too."
    ),
    "reading.sheet_currency.fix": "If they are not, add a column Currency that says so row by row.",
}
