"""Words of the monthly statement."""

WORDS = {
    # on the statement
    "statement.month": "{month} {year}",
    "statement.file": "Statement_{month}_{customer}",
    "statement.print_file": "Statements_{month}_print",
    "statement.reference": "Statement, {month}",
    "statement.folder": "statements-{month}",
    "statement.heading": "Statement of account",
    "statement.request": (
        "This is your account with us as our books show it on {last}. Please compare it with"
        " your own books and return the signed slip attached, or a scan of it, by {reply}. If a"
        " payment is missing, please tell us its date and amount and we will correct the"
        " statement."
    ),
    "statement.summary": "Summary ({currency})",
    "statement.item": "Item",
    "statement.amount": "Amount",
    "statement.opening": "Opening balance ({day})",
    "statement.invoice": "Plus: invoiced this month",
    "statement.credit": "Less: credit notes",
    "statement.receipt": "Less: received this month",
    "statement.bill": "Less: bills of exchange received",
    "statement.bill_in": "Plus: bills receivable",
    "statement.settled": "Less: settled this month",
    "statement.other": "Other changes (not dated one by one)",
    "statement.closing": "Closing balance ({day})",
    "statement.of_which_bills": "of which bills not yet matured",
    "statement.words": "Closing balance in words: {words}",
    "statement.in_credit": (
        "The balance is in your favour: we hold {amount} in advance, to be set against later"
        " invoices or returned as you ask."
    ),
    "statement.nothing_open": "The closing balance is zero.",
    "statement.movements": "Movements of the month ({currency})",
    "statement.day": "Date",
    "statement.what": "Entry",
    "statement.document": "Document",
    "statement.invoice_no": "Invoice",
    "statement.contract": "Contract",
    "statement.issued": "Date",
    "statement.due": "Due",
    "statement.more": "Debit",
    "statement.less": "Credit",
    "statement.balance": "Balance",
    "statement.document_amount": "Amount",
    "statement.open_amount": "Open",
    "statement.mark": "Remark",
    "statement.carried": "Opening balance",
    "statement.sum": "Total",
    "statement.open": "Open at the end of the month ({currency})",
    "statement.moved_invoice": "Invoice",
    "statement.moved_credit": "Credit note",
    "statement.moved_receipt": "Payment received",
    "statement.moved_bill": "Bill of exchange",
    "statement.moved_bill_until": "Bill of exchange, matures {day}",
    "statement.moved_settled": "Settled",
    "statement.mark_unapplied": "received, not yet applied",
    "statement.mark_credit": "credit note, not yet set off",
    "statement.mark_disputed": "disputed, being clarified",
    "statement.mark_small": "small difference",
    "statement.mark_related": "",
    "statement.mark_retention": "retention, not due yet",
    "statement.mark_red_blue": "cancelled by a credit note",
    "statement.mark_bill": "bill in hand, not matured",
    "statement.mark_written_off": "",
    "statement.account": "Please pay to: {parts}",
    "statement.note_auditor": (
        "This statement is for reconciliation between our two companies. It is not an auditor's"
        " confirmation request."
    ),
    "statement.note_principal": (
        "All amounts are principal, without late-payment damages. This statement neither changes"
        " the contract nor waives or reduces any of our rights."
    ),
    "statement.note_silence": (
        "No reply means neither agreement nor disagreement with these figures; we will contact"
        " you to reconcile them."
    ),
    "statement.seal": "(Seal: {seal})",
    "statement.slip": "Reply slip",
    "statement.slip_to": "To: {company}",
    "statement.slip_about": (
        "We have received your statement for {month}. Its closing balance on {last} is {amount}."
        " Having compared it with our books:"
    ),
    "statement.slip_owed": "{amount}, which we owe you",
    "statement.slip_in_credit": "{amount} in our favour",
    "statement.slip_agrees": "□ It agrees.",
    "statement.slip_differs": (
        "□ It differs. Balance in our books: ______________ Difference: ______________"
    ),
    "statement.slip_reason": "Reason: ____________________________________________________________",
    "statement.slip_pays": (
        "To be ticked separately: □ We confirm this debt and agree to pay it. Planned date of"
        " payment: ______________"
    ),
    "statement.slip_seal": "(Company seal or signature)",
    "statement.slip_person": "Name and position: ______________________",
    "statement.slip_day": "Date: ______________",
    # index
    "statement.title": "Statements for {month}",
    "statement.lead": (
        "As of {last}; {count} statements; to be sent by {due}, replies asked for by {reply}"
    ),
    "statement.note_formula": (
        "Opening + invoiced - received - bills ± credit notes and other changes = closing; the"
        " closing balance is what was open that day less unapplied money"
    ),
    "statement.note_cutoff": "The ledger ends on {day}: the last days of {month} are not in it",
    "statement.note_no_company": (
        "The name of our own company is not known: only this list, no statements. Fill in"
        " [[company]] in the policy"
    ),
    "statement.note_before": (
        "{count} opening balances differ from the closing balance of last month's statement:"
        " look before sending"
    ),
    "statement.note_other": (
        "{count} statements have changes that the ledger does not date: look before sending"
    ),
    "statement.ix_company": "Own company",
    "statement.ix_customer_code": "Code",
    "statement.ix_customer": "Customer",
    "statement.ix_currency": "Currency",
    "statement.ix_opening": "Opening",
    "statement.ix_invoice": "Invoiced",
    "statement.ix_receipt": "Received",
    "statement.ix_bill": "Bills",
    "statement.ix_credit": "Credit notes",
    "statement.ix_other": "Other changes",
    "statement.ix_closing": "Closing",
    "statement.ix_bills": "Of which bills in hand",
    "statement.ix_count": "Open documents",
    "statement.ix_look": "Look before sending",
    "statement.ix_file": "File",
    "statement.look_other": "{amount} changed without a date in the ledger",
    "statement.look_returned": (
        "the opening balance includes {amount} received this month for documents no longer listed"
    ),
    "statement.look_before": "last month's statement closed at {amount}, not at this opening",
    "statement.total": "Total",
    # replies
    "statement.overview": "Statements and their reply slips",
    "statement.overview_none": "No statement has been made yet: run arcollect statement first",
    "statement.overview_note": (
        "“none” means that no signed slip came back; only a slip that confirms the debt and"
        " agrees to pay may interrupt limitation"
    ),
    "statement.ov_missing": "Months without",
    "statement.slip_word_agrees": "agrees",
    "statement.slip_word_differs": "differs",
    "statement.slip_word_pays": "agrees, will pay",
    "statement.slip_word_differs_pays": "differs, will pay",
    "statement.slip_word_none": "none",
    "statement.returned": "Noted: the slip of {customer} for {month} ({slip})",
    "statement.returned_when": (
        "The slip cannot have come back on {day}: that is before the end of the month, {last},"
        " or after today; check --on"
    ),
    "statement.returned_before": (
        "It was noted as “{slip}” before; this now holds, the earlier entry stays in the register"
    ),
    "statement.no_such": "The register has no statement of “{asked}” for {month}",
    "statement.no_such_hint": (
        "Make the statements of that month first with arcollect statement; a customer may be"
        " given by name or code"
    ),
    "statement.several": "“{asked}” fits several: {names}",
    "statement.several_hint": (
        "Give the full name or the code; with several currencies add --currency"
    ),
    "statement.bad_month": "“{raw}” is not a month",
    "statement.bad_month_hint": "Write it as 2026-09",
    "statement.bad_slip": "A slip either agrees or differs; “{raw}” is neither",
    "statement.needs_slip": "--returned also needs --slip agrees or --slip differs",
    "statement.needs_month": "--returned also needs --month, for example --month 2026-09",
}
