"""Words of limitation and guarantee periods."""

WORDS = {
    "limits.sheet": "Limitation",
    "limits.title": "Limitation alarm",
    "limits.sums": "By level",
    "limits.guarantees": "Guarantee periods",
    "limits.alarm": "Level",
    "limits.alarm.expired": "black: ended",
    "limits.alarm.urgent": "red: about to end",
    "limits.alarm.near": "yellow: end is near",
    "limits.alarm.undated": "not running: no due date",
    "limits.alarm.far": "green: far off",
    "limits.company": "Own company",
    "limits.customer": "Customer",
    "limits.document_no": "Document",
    "limits.currency": "Currency",
    "limits.open": "Open",
    "limits.due_date": "Due",
    "limits.start": "Runs from",
    "limits.by": "Because of",
    "limits.end": "Ends",
    "limits.days_left": "Days left",
    "limits.to_do": "What to do now",
    "limits.perhaps": "Ends if proven",
    "limits.unproven": "Interruptions still to be proven",
    "limits.documents": "Documents",
    "limits.guarantor": "Guarantor",
    "limits.guarantee_end": "Guarantee ends",
    "limits.guarantee_from": "Period",
    "limits.guarantee.agreed": "as agreed",
    "limits.guarantee.by_law": "by law (none agreed)",
    "limits.other": "Other ({count})",
    "limits.by.due": "due date",
    "limits.by.last_part": "due date of the last part",
    "limits.by.deadline": "deadline of the first demand",
    "limits.by.undated": "no due date",
    "limits.event.letter": "letter of {day}",
    "limits.event.statement": "statement returned on {day}, agrees to pay",
    "limits.event.promise": "promise of {day}",
    "limits.event.payment": "part payment of {day}",
    "limits.event.contact": "contact of {day}",
    "limits.event_of": "{said} ({detail})",
    "limits.to_do.expired": "ask a lawyer; try to get a written consent to pay",
    "limits.to_do.prove": "first find proof of what is named at the right: proven, the time"
    " has not ended; ask a lawyer as well",
    "limits.to_do.urgent": "send a letter this week and keep proof that it arrived, or get a"
    " written promise; if that is too slow, sue or apply for a payment order",
    "limits.to_do.near": "send a letter and keep proof that it arrived, or get a written promise",
    "limits.to_do.undated": "add the due date or the terms; where none were agreed, send a"
    " letter that sets a reasonable day",
    "limits.to_do.far": "nothing yet",
    "limits.to_do.bill": "rights from bills have periods of their own: check them",
    "limits.first": "{customer}, {document}: limitation ends on {end} ({days} days left);"
    " send a letter and keep proof that it arrived.",
    "limits.rule": "As of {as_of}. {years} years from the due date or the last proven"
    " interruption (PRC Civil Code 188, 189, 195), never more than 20 years; yellow from {warn} days"
    " left, red from {urgent}; the last day itself is still in time.",
    "limits.rule_elsewhere": "As of {as_of}. {years} years from the due date or the last proven"
    " interruption, as [limits] in the policy says: our assumption, not the law of your claims;"
    " yellow from {warn} days left, red from {urgent}. Ask a lawyer which law governs, how long"
    " its period is, from when it runs and what stops it, then set limits.years; contracts under"
    ' Chinese law: law = "prc".',
    "limits.careful": "Counted carefully: from the due date itself, never moved for holidays."
    " Only proven interruptions count: letters that arrived, signed or sealed statements that agree to"
    " pay, promises and admissions with proof, part payments that name the document.",
    "limits.to_prove": "What is still to be proven may have interrupted limitation, and the"
    " proof is up to you; once logged with proof, the end moves.",
    "limits.undated": "Without a due date the time runs from the end of the grace you gave"
    " (PRC limitation rules 4), or from the day the customer clearly refused.",
    "limits.undated_elsewhere": "Without a due date the time runs from the end of the grace you"
    " gave, or from the day the customer clearly refused: our assumption, ask a lawyer.",
    "limits.no_guarantors": "The ledger has no column of guarantors; add “Guarantor” and"
    " “Guarantee end” and guarantee periods are watched here too.",
    "limits.guarantee_rule": "Nothing interrupts, suspends or prolongs a guarantee period"
    " (PRC Civil Code 692); where none is agreed it is {months} months after the debt fell due."
    " Inside it, sue the debtor (ordinary guarantee) or call on the guarantor (joint and"
    " several; 693).",
    "limits.guarantee_elsewhere": "Where none is agreed, a guarantee is watched for {months}"
    " months after the debt fell due: our assumption. Ask a lawyer how long a guarantor is bound"
    " and what must be done inside that time.",
    "limits.totals": "Totals: {amounts}, the same as all that is open.",
    "limits.advice": "The end of limitation is a defence; the debt itself remains (PRC Civil"
    " Code 192, 193). For information; ask a lawyer.",
    "limits.advice_elsewhere": "What the end of limitation means differs: in some places the"
    " debt itself ends. For information; ask a lawyer well before it.",
}
