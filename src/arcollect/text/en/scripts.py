"""Talking points by reason, for whoever makes the call."""

WORDS = {
    "scripts.unknown": "Go through the debt: {documents}, {amount} in all, up to {days} {days:|day|days} late. Did "
    "the papers arrive? Is anything disputed? Where is it held up? Ask for a day and an amount "
    "and repeat them.",
    "scripts.cash-tight": "Have {amount} acknowledged first, then plan: how much this week, the rest in "
    "how many parts and on which days. Put instalments in writing; no extension by word of mouth.",
    "scripts.wilful": "Facts and contract only: {documents}, {amount}, {days} {days:|day|days} late. State the "
    "deadline and what the contract says follows; no argument, no pressure. Follow with a letter "
    "and keep proof that it arrived.",
    "scripts.stretching": "Name what was agreed: {documents}, {amount}, {days} {days:|day|days} late. Say that "
    "limit and terms follow the payment record; no discount for what is due already. Ask for a day "
    "and repeat it.",
    "scripts.quality": "Note batch and defect, say that quality will answer within 48 hours. Agree a "
    "payment day for the undisputed part; the disputed part is not asked for.",
    "scripts.invoice": "Ask which invoices are missing: {documents}. Send them again today and agree "
    "within how many days they are paid.",
    "scripts.reconcile": "Send a statement today and agree to go through it within two days. What "
    "matches is paid now; differences are listed with who clears them by when.",
    "scripts.approval": "Ask who approves, how far it is and when it will be done; ask finance for an "
    "e-mail with {amount} and the expected day, and call again on that day.",
    "scripts.downstream": "The due date of our contract counts, not when the customer is paid by its own "
    "customer, unless the contract says so. Where the debtor is a public body or a large "
    "enterprise and we are an SME, China's SME payment regulation (in force from 2025-06-01) does not "
    "allow payment to wait for a third party. Ask for a day that does not depend on others.",
    "scripts.delivery": "Go through deliveries and receipts; bring back missing notes today. Agree a "
    "payment day for what was received.",
    "scripts.price": "Compare the price with contract or order; only the difference is in dispute. Agree "
    "a day for the undisputed {amount}; sales answers on the difference within three days.",
    "scripts.forgotten": "A friendly reminder: {documents}, {amount}, {days} {days:|day|days} late. Ask to include it "
    "today, and on which day of the month they usually pay.",
    "scripts.other": "Write down what was said, repeat the {amount}, ask for a day and an amount, agree "
    "when to speak next.",
    "scripts.ahead": "Have invoice and delivery papers arrived? Is {amount} planned, and for which day?",
    "scripts.own": "No call needed: settle it internally first.",
    "scripts.promised": "Not chased before the promised day; check the bank that day, call if it is "
    "not there.",
    "scripts.failed": "Name the day and amount that were promised and ask why they were missed; have the new "
    "ones confirmed in writing by somebody who can decide.",
    "scripts.placeholder": "Unknown placeholder in {where}: {said}",
    "scripts.placeholder_hint": "Known are {known}; braces come in pairs.",
    "scripts.no_reason": '"{reason}" in {where} is no known reason',
    "scripts.no_folder": "The folder of talking points is not there: {path}",
    "scripts.folder_hint": "Make one with: arcollect worklist --init-scripts my-scripts",
    "scripts.copied": "{count} {count:|file|files} copied to {path}, {kept} kept as they were. "
    "Use them with worklist LEDGER --scripts {path}",
    "scripts.when_unknown": "overdue, and nobody knows why yet",
    "scripts.when_ahead": "not due yet",
    "scripts.when_own": "overdue, but to be settled in our own books",
    "scripts.when_promised": "a payment was promised and its day has not come",
    "scripts.when_failed": "a promise was not kept",
    "scripts.readme": "# Talking points\n\n"
    "`en/` holds English, `zh/` Chinese, one file for each reason. Open it with a plain text "
    "editor, change the words, save. A file of the same name replaces ours; files that you do "
    "not change may be deleted. `{{customer}}`, `{{amount}}`, `{{days}}` and `{{documents}}` are "
    "filled in; `{{days:|day|days}}` is the word that fits the number.\n\n"
    "Use them with `arcollect worklist ledger.xlsx --scripts my-scripts`, or for good: "
    "`scripts_folder` under `[worklist]` of the policy.\n\n"
    "{list}\n",
    "scripts.no_reason_hint": "Known are {known}.",
    "scripts.documents_more": "{first} and others ({count} in all)",
    "scripts.documents_none": "{count} {count:|document|documents}",
}
