"""Why an entry of the log was not taken."""

WORDS = {
    "log_why.unreadable": "“{raw}” cannot be read: {why}",
    "log_why.no_date": "not a date",
    "log_why.no_day": "no day of contact (or give one for all with --on)",
    "log_why.hours": "the time {time} is not within 8:00–22:00: what the customer sent is kept as it"
    " was; we ourselves should not contact customers at that hour (R003-67)",
    "log_why.year": "“{raw}” has no year: taken as the next such day after the contact, {day}",
    "log_why.promise_above": "the promise of {promised} is more than was owed, {owed} at most by the"
    " ledger: kept as it was made; please check",
    "log_why.not_taken": "this contact is not taken: {why}",
    "log_why.put_right": "Put it right in the log; worklist, letters and promises know nothing of it.",
    "log_why.nobody": "no customer is named",
    "log_why.unknown": "the ledger has no customer “{named}”; the nearest names: {near}",
    "log_why.several": "“{named}” goes by several customer codes: {codes}; give the code",
    "log_why.no_documents": "“{named}” is on the customers sheet only: the ledger has no document of it",
    "log_why.not_there": "the ledger has “{named}” only as: {where}",
    "log_why.company": "“{named}” owes several of our companies: {companies}; say which one",
    "log_why.currency": "“{named}” owes in several currencies: {currencies}; say which one",
    "log_why.to_come": "The day of contact, {day}, is after today ({today}): check it",
    "log_why.pause_past": "The pause until {until} ends before the contact of {on}: check both dates",
    "log_why.promise_past": "The promised day {day} is before the contact of {on}: check both dates",
    "log_why.promise_undated": "an amount but no day promised: logged as a contact only",
    "log_why.promise_overdue": "no amount promised: the overdue amount of the list was taken",
    "log_why.promise_without_amount": "a day but no amount promised: logged as a contact only",
    "log_why.no_amount": "it must be a number above 0",
}
