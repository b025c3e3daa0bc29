"""The register: what was sent, what customers said."""

WORDS = {
    "register.written": "Remembered in {path}",
    "register.none": "There is no register yet: {path}",
    "register.which": "Which register is meant is not known.",
    "register.which_hint": "Name the ledger, or the register with --register, or your own company under [[company]] in the policy.",
    "register.newer": "The register {path} was written by a newer arcollect; this version does not know it.",
    "register.newer_hint": "Update arcollect, or name another register with --register.",
    "register.foreign": "{path} is not a register of arcollect.",
    "register.damaged": "The register {path} cannot be read ({why}).",
    "register.other_hint": "Put a backup in its place or name another one with --register; `arcollect register rebuild` enters old lists of letters again.",
    "register.exists_hint": "Choose another file name.",
    "register.contradicts": "The register {path} holds another entry of the same number; nothing was written ({why}).",
    "register.number_used": "Number {number} belongs to another letter, or to one that was sent or cancelled.",
    "register.no_number": "There is no number {number} in the register.",
    "register.no_number_hint": "`arcollect letters --history` lists all numbers.",
    "register.two_numbers": "Number {number} means more than one letter; write it in full, with its prefix.",
    "register.is_cancelled": "{number} was cancelled; it cannot be marked as sent.",
    "register.sent_early": "{number} cannot have been sent on {day}: the letter is dated {since}.",
    "register.arrived_early": "{number} cannot have arrived on {day}: it was sent on {since}.",
}
