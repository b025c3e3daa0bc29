"""What to say on the phone: talking points by reason."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Section
from arcollect.errors import UsageError, message
from arcollect.money import show
from arcollect.register.entries import Reason
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Entry

NAMES = ("customer", "amount", "days", "documents")
KNOWN = ("unknown", *(str(r) for r in Reason), "ahead", "own", "promised", "failed")
"""The scripts there are; each may be replaced under [worklist.scripts] of the policy."""

_AHEAD = frozenset({Section.PREDUE, Section.SEASON})
_OURS = frozenset({Section.INTERNAL, Section.DELIVERY})


def talking_points(entry: Entry, own: Mapping[str, str], lang: Lang) -> str:
    """What to say: the policy's own script for the case, else ours (R001-09, R002-13).

    By the reason that the customer gave; without one, how to find out (R002-06). Ours
    name nobody but the two parties, threaten nothing and promise nothing.
    """
    facts = _facts(entry, lang)
    said = (
        own[name].format_map(facts) if name in own else text(f"scripts.{name}", lang, **facts)
        for name in scripts_of(entry)
    )
    return ("" if lang is Lang.ZH else " ").join(said)


def scripts_of(entry: Entry) -> tuple[str, ...]:
    """Which scripts fit: after a broken promise also the one for the known reason."""
    name = script_of(entry)
    return (name, str(entry.reason)) if name == "failed" and entry.reason else (name,)


def script_of(entry: Entry) -> str:
    """The first that fits: the section, then promises, then the reason."""
    if entry.section in _OURS:
        return "own"
    if entry.section in _AHEAD:
        return "ahead"
    if entry.promised_on is not None:
        return "failed" if entry.is_broken else "promised"
    if entry.section is Section.DISPUTE and entry.reason is None:
        return str(Reason.QUALITY)
    return str(entry.reason or "unknown")


def check_scripts(own: Mapping[str, str]) -> None:
    """UsageError for a script of the policy that fits no reason or cannot be filled in."""
    for reason, said in own.items():
        if reason not in KNOWN:
            hint = message("scripts.no_reason_hint", known=KNOWN)
            raise UsageError(message("scripts.no_reason", reason=reason), hint)
        if not _can_be_filled(said):
            known = [f"{{{name}}}" for name in NAMES]
            hint = message("scripts.placeholder_hint", known=known)
            raise UsageError(message("scripts.placeholder", reason=reason, said=said), hint)


def _can_be_filled(said: str) -> bool:
    try:
        found = list(Formatter().parse(said))
    except ValueError:
        return False
    return all(
        name is None or (name in NAMES and not spec and not turn) for _, name, spec, turn in found
    )


def _facts(entry: Entry, lang: Lang) -> dict[str, object]:
    account = entry.account
    minor = account.asked_minor or entry.upcoming_minor
    return {
        "customer": account.customer,
        "amount": f"{account.party[2]} {show(minor, account.party[2])}".strip(),
        "days": account.asked_days,
        "documents": _documents(entry, lang),
    }


def _documents(entry: Entry, lang: Lang) -> str:
    """The oldest document by its number, and how many there are."""
    account = entry.account
    asked = account.asked or account.documents
    first = next((d.number for d in asked if d.number), "")
    if not first:
        return text("scripts.documents_none", lang, count=len(asked))
    if len(asked) == 1:
        return first
    return text("scripts.documents_more", lang, first=first, count=len(asked))
