"""Words of the evidence packs."""

WORDS = {
    "evidence.title": "Evidence packs",
    "evidence.pack_title": "Evidence: {customer}",
    "evidence.folder_name": "{customer} evidence {day}",
    "evidence.folder_all": "evidence_{day}",
    "evidence.workbook": "evidence.xlsx",
    "evidence.attached": "files",
    "evidence.customer": "Customer",
    "evidence.company": "Own company",
    "evidence.days": "Days past due",
    "evidence.open": "Open",
    "evidence.missing": "Points missing",
    "evidence.first": "Get these first",
    "evidence.papers": "Files",
    "evidence.folder": "Folder",
    "evidence.rule": (
        "As of {as_of}. One folder for each customer over 90 days late, or named with --customer."
    ),
    "evidence.more": "{shown} …",
    "evidence.loose": "Files that belong to nobody",
    "evidence.loose_rule": (
        "Their names hold no known document, contract or invoice number and no whole "
        "customer name, or numbers of two customers: nothing is guessed; rename them and "
        "run again."
    ),
    "evidence.path": "File",
    "evidence.status": "Status",
    "evidence.verify": "What has changed",
    "evidence.verified": "As listed: {ok}; not as listed: {differ}.",
    "evidence.file.changed": "changed",
    "evidence.file.gone": "gone",
    "evidence.file.extra": "not on the list",
    "evidence.checklist": "Checklist",
    "evidence.point": "Evidence",
    "evidence.counted": "Have/of",
    "evidence.electronic": "Electronic",
    "evidence.paper": "On paper",
    "evidence.recorded": "On record",
    "evidence.lacking": "Lacking",
    "evidence.how": "How to get it",
    "evidence.copies": "{count} {count:|file|files}",
    "evidence.status.have": "have",
    "evidence.status.part": "in part",
    "evidence.status.missing": "missing",
    "evidence.status.look": "look at the original",
    "evidence.status.not-needed": "not needed",
    "evidence.boxes": (
        "Electronic copies are found by the file names in --files; tick the boxes when "
        "you have seen the paper. Keep evidence both ways."
    ),
    "evidence.minimum": (
        "Only what the claim needs: no identity numbers, mobile numbers with their middle "
        "hidden; delete after the case as your rules say. For information; ask a lawyer."
    ),
    "evidence.keep": "Internal: for collection and legal use only",
    "evidence.check.contract": "Contract",
    "evidence.check.sealed": "Contract signed or sealed",
    "evidence.check.payment_date": "Payment date clause",
    "evidence.check.fee_clause": "Late-fee clause",
    "evidence.check.jurisdiction": "Jurisdiction clause",
    "evidence.check.delivery": "Signed delivery note",
    "evidence.check.identity": "Identity number of the consignee",
    "evidence.check.invoice": "Invoice",
    "evidence.check.statements": "Monthly statements (signed or sealed)",
    "evidence.check.calls": "Contacts (with proof)",
    "evidence.check.letters": "Letters (with proof of arrival)",
    "evidence.check.guarantee": "Guarantee",
    "evidence.check.credit": "Credit report",
    "evidence.how.contract": "scan it; the file name carries the contract or document number",
    "evidence.how.sealed": "look at the original: have both sides signed or sealed it",
    "evidence.how.payment_date": "add the due date or the terms to the ledger",
    "evidence.how.fee_clause": (
        "add the clause to the ledger; where none was agreed, none is claimed"
    ),
    "evidence.how.clause": "the ledger has it; read whether the contract says so",
    "evidence.how.jurisdiction": "look at the original: which court or arbitration",
    "evidence.how.delivery": (
        "find the note signed or sealed by the customer; note whether the identity was "
        "checked (yes/no)"
    ),
    "evidence.how.identity": "note “identity checked: yes/no”; never keep the number",
    "evidence.how.invoice": "scan it; the file name carries the invoice number",
    "evidence.how.statements": (
        "send the statement and ask for the signed or sealed slip; else keep the mail or chat record"
    ),
    "evidence.how.calls": (
        "keep the recording with time, person, amount admitted and day promised"
    ),
    "evidence.how.letters": (
        "send by registered post or courier, keep the receipt; log tracking number and arrival"
    ),
    "evidence.how.guarantee": ("where there is one, add the contract; see the page on limitation"),
    "evidence.how.credit": "the report made when the customer was taken on",
    "evidence.account": "Open documents",
    "evidence.document_no": "Document",
    "evidence.invoice_no": "Invoice",
    "evidence.contract_no": "Contract",
    "evidence.order_no": "Order",
    "evidence.issue_date": "Issued",
    "evidence.terms": "Terms",
    "evidence.due_date": "Due",
    "evidence.row": "Row of the ledger",
    "evidence.amount": "Amount",
    "evidence.receipts": "Receipts",
    "evidence.date": "Date",
    "evidence.currency": "Currency",
    "evidence.received": "Received",
    "evidence.names": "Names",
    "evidence.received_rule": (
        "All money of this customer in the ledger; no bills, no credit notes."
    ),
    "evidence.letters": "Letters made and sent",
    "evidence.number": "Number",
    "evidence.level": "Level",
    "evidence.letter_as_of": "Data as of",
    "evidence.demand": "Demanded",
    "evidence.state": "State",
    "evidence.sent_on": "Sent on",
    "evidence.by": "By",
    "evidence.tracking": "Tracking",
    "evidence.arrived_on": "Arrived on",
    "evidence.letters_rule": (
        "Only a letter that was sent and has proof of arrival proves the demand; add the "
        "letters themselves by their numbers."
    ),
    "evidence.letter.drafted": "draft",
    "evidence.letter.sent": "sent",
    "evidence.letter.cancelled": "cancelled",
    "evidence.months": "Monthly statements",
    "evidence.month": "Month",
    "evidence.returned_on": "Returned on",
    "evidence.month.sealed": "signed or sealed and returned",
    "evidence.month.sent": "sent, not returned",
    "evidence.month.made": "made, not sent",
    "evidence.month.none": "none",
    "evidence.months_rule": (
        "From the month of the oldest open document; for months without such a slip a "
        "mail or chat record serves too."
    ),
    "evidence.files": "Collected files",
    "evidence.kind": "Kind",
    "evidence.numbers": "Numbers",
    "evidence.size": "Bytes",
    "evidence.sha256": "SHA-256",
    "evidence.copied": "Copied",
    "evidence.too_large": "too large, not copied",
    "evidence.manifest_rule": (
        "SHA-256 as computed when collected; arcollect evidence --verify FOLDER tells "
        "whether anything changed since."
    ),
    "evidence.kind.contract": "contract",
    "evidence.kind.delivery": "delivery note",
    "evidence.kind.invoice": "invoice",
    "evidence.kind.statement": "statement",
    "evidence.kind.letter": "letter",
    "evidence.kind.receipt_of_letter": "proof of mailing",
    "evidence.kind.call": "recording",
    "evidence.kind.chat": "chat or mail",
    "evidence.kind.guarantee": "guarantee",
    "evidence.kind.credit": "credit report",
    "evidence.kind.other": "other",
    "evidence.page.checklist": "Checklist",
    "evidence.page.account": "Account",
    "evidence.page.fees": "Late fees",
    "evidence.page.log": "Contacts",
    "evidence.page.letters": "Letters",
    "evidence.page.limits": "Limitation",
    "evidence.page.files": "Files",
    "evidence.as_of": "Data as of {as_of}, from {files} (SHA-256 {sha})",
    "evidence.none": "Nobody is over 90 days late; for one customer use --customer.",
    "evidence.no_folder": "There is no folder “{path}”.",
    "evidence.no_list": "There is no evidence pack in “{path}” (no {name}).",
    "evidence.no_list_hint": ("Give the folder that was written when the evidence was collected."),
    "evidence.no_ledger": "Give a ledger, or --verify with an evidence pack.",
    "evidence.bad_list": "Line {line} of {path} cannot be read; nothing can be verified.",
}
