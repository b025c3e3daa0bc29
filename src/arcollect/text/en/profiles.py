"""Words about ways of reading that are remembered."""

WORDS = {
    "profiles.does_not_fit": (
        "{file} is no export of the kind that profile {name} knows; its headers are: {headers}"
    ),
    "profiles.does_not_fit_hint": (
        "Leave out --profile, or save it anew: arcollect check LEDGER --save-profile {name}"
    ),
    "profiles.several_fit": "Several profiles know this header: {names}; none was used.",
    "profiles.several_fit_hint": "Name one, for example --profile {name}.",
    "profiles.used": "Read as in profile {names}.",
    "profiles.saved": "Saved as profile {name}: {path}",
    "profiles.deleted": "Profile {name} was deleted.",
    "profiles.unknown": "There is no profile called {name}.",
    "profiles.known": "The profiles are: {names}.",
    "profiles.none": "No profile has been saved yet.",
    "profiles.bad_name": "A profile cannot be called {name}.",
    "profiles.bad_name_hint": "Use letters, digits, - and _, for example kingdee.",
    "profiles.broken": "The profile {path} cannot be read: {why}",
    "profiles.broken_hint": "Save it anew with --save-profile, or delete the file.",
    "profiles.no_home": "There is no folder to keep profiles in.",
    "profiles.no_home_hint": "Set ARCOLLECT_PROFILES to a folder.",
    "profiles.title": "Profiles",
    "profiles.shown": "Profile {name}",
    "profiles.name": "Profile",
    "profiles.form": "Form",
    "profiles.sheets": "Sheets",
    "profiles.date_order": "Order of day and month",
    "profiles.terms": "Terms",
    "profiles.fingerprint": "Header fingerprint",
    "profiles.sheet": "Sheet",
    "profiles.role": "Taken as",
    "profiles.header_row": "Header row",
    "profiles.field": "Field",
    "profiles.header": "Header or column",
}
