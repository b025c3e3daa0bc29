"""Reasons, actions and remarks of the worklist."""

WORDS = {
    # why a row stands where it stands
    "worklist_why.late": "up to {days} {days:|day|days} late, {amount} to ask for",
    "worklist_why.limitation_near": "limitation ends in {days} {days:|day|days}",
    "worklist_why.limitation_over": "by what is on record, limitation ended {days} {days:|day|days} ago",
    "worklist_why.flag": "marked in the customers sheet: {flag}",
    "worklist_why.recovery": "segment: recovery",
    "worklist_why.broken": "promised {promised} for {day}, {missing} of it still missing",
    "worklist_why.disputed": "{amount} in dispute",
    "worklist_why.apart_small": "small difference {amount}",
    "worklist_why.apart_related": "related party {amount}",
    "worklist_why.apart_retention": "retention {amount}",
    "worklist_why.apart_red_blue": "cancelled by a credit note {amount}",
    "worklist_why.apart_bill": "bills in hand {amount}",
    "worklist_why.apart_written_off": "written off, still claimed {amount}",
    "worklist_why.covered": "{amount} received but not matched covers what is overdue",
    "worklist_why.due_today": "{amount} due today",
    "worklist_why.due_soon": "the first falls due in {days} {days:|day|days}, {amount} in all",
    "worklist_why.season_holiday": "{days} days off in a row from {first} to {last}",
    "worklist_why.season_quarter": "the quarter ends on {last}",
    "worklist_why.season_year": "the year ends on {last}",
    "worklist_why.due_around": "{count} {count:|document falls|documents fall} due around it, "
    "{amount} in all",
    "worklist_why.unsigned": "{count} {count:|delivery|deliveries} without proof of receipt, "
    "the oldest {days} days ago",
    # what to do
    "worklist_why.act_limitation": "Check from when limitation runs and what proof there is; send a "
    "demand whose arrival can be proved at once",
    "worklist_why.act_limitation_over": "Limitation may have ended: look for proof that it was interrupted; failing that, ask for a written agreement to pay",
    "worklist_why.act_promised": "Wait for the promise: {amount} on {day}; check the bank that day",
    "worklist_why.act_ask_reason": "Find out first why it is unpaid, and log it",
    "worklist_why.act_own_fault": "Ours to put right: pass it on internally, no pressure meanwhile",
    "worklist_why.act_urgent": "Reach somebody who can decide, ask for a written payment plan",
    "worklist_why.act_broken": "Ask why the promise failed; agree a new day and amount in writing",
    "worklist_why.act_dispute": "Have the department in charge report within 48 hours, then answer",
    "worklist_why.act_undisputed": "The undisputed {amount} is still asked for",
    "worklist_why.act_written": "Marked as withholding on purpose: no calls, in writing only, evidence first",
    "worklist_why.act_golden": "Call, agree a day and an amount, log the promise",
    "worklist_why.act_early": "Remind, and ask for a payment day",
    "worklist_why.act_fresh": "Make sure invoice and statement arrived, remind",
    "worklist_why.act_grace": "Within the grace period: a reminder only",
    "worklist_why.act_internal": "Settle it on our side first: match, check or clear",
    "worklist_why.act_predue": "Remind before it is due: papers complete, payment planned?",
    "worklist_why.act_season": "Ask ahead whether payment is planned before then",
    "worklist_why.act_delivery": "Sales to confirm receipt and bring back the signed note",
    "worklist_why.act_evidence": "Put the evidence together and prepare legal steps",
    "worklist_why.act_habit_today": "It usually pays around {day}: the day to remind was {remind}, so today",
    "worklist_why.act_habit": "It usually pays around {day}: remind from {remind}",
    "worklist_why.act_letter": "Send the {level} letter as well",
    # when to call
    "worklist_why.quiet": "nobody is called between 22:00 and 8:00",
    "worklist_why.day_full": "earlier moments of that owner are taken by rows above",
    "worklist_why.day_cap": "at most {count} {count:|contact|contacts} a day",
    "worklist_why.week_cap": "at most {count} {count:|contact|contacts} in 7 days",
    "worklist_why.wait_promise": "promised for {day}, not chased before",
    "worklist_why.wait_complaint": "a complaint is open, no contact before {day}",
    # what the list could not know
    "worklist_why.note_no_due_date": "{amount} has no due date: whether it is late is not known, so "
    "it is not on the list. A due date or payment terms column puts it there.",
    "worklist_why.note_no_history": "No contacts are logged yet: whether promises were kept and who "
    "was last reached cannot be told. Log them with arcollect log, or import a filled-in list.",
    "worklist_why.note_later": "The register has {count} {count:|contact|contacts} after the as-of date "
    "{as_of}, the last on {last}, not counted here; --as-of {last} counts {count:|it|them}.",
    "worklist_why.note_no_contacts": "{count} {count:|customer|customers} on the list without a "
    "contact: add name, role and phone to the contacts sheet.",
    "worklist_why.note_no_salesperson": "{count} {count:|customer|customers} on the list without a "
    "salesperson: with that column the list can be split by person.",
    "worklist_why.note_no_limits": "No credit limits in the customers sheet: limit use stays blank.",
    "worklist_why.note_no_delivery": "The ledger has no column for {columns}, so nobody can be reminded "
    "to confirm receipt.",
    "worklist_why.note_no_owners": "The policy names nobody for the posts, so owners are posts only; "
    "fill in [worklist.owners].",
    "worklist_why.note_no_rate": "No rate for {currencies}: not compared with other currencies, "
    "listed after them in each section; give one with --rate.",
}
