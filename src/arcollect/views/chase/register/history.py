"""Every letter that was written, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.money import from_minor
from arcollect.register.entries import LetterEntry, LetterState, OfferEntry
from arcollect.text import Lang, text
from arcollect.views.chase.register.ways import way_word
from arcollect.views.table import Column, Kind, Table, Tone, Value

_TONES = {LetterState.SENT: Tone.GOOD, LetterState.CANCELLED: Tone.MUTED}
_MINOR = {"company", "as_of", "written", "deadline", "tracking", "forced", "offer"}


def history_table(letters: Sequence[LetterEntry], lang: Lang) -> Table:
    """One row per letter, in the order the numbers were given.

    Amounts stand in the letter's own currency and are not added up: several letters of
    one party ask for the same money.
    """
    tones = [_TONES.get(entry.state, Tone.PLAIN) for entry in letters]
    columns = tuple(
        Column(
            name,
            text(f"register.col_{name}", lang),
            kind,
            [_value(name, entry, lang) for entry in letters],
            tones if name == "state" else (),
            wide=name == "customer",
            minor=name in _MINOR,
        )
        for name, kind in _kinds(letters).items()
    )
    return Table(
        key="letters_history",
        title=text("register.history", lang),
        columns=columns,
        lead=(text("register.history_lead", lang, **_counts(letters)),),
        notes=(text("register.history_note", lang),),
    )


_KINDS = {
    "number": Kind.ID, "level": Kind.TEXT, "company": Kind.TEXT, "customer": Kind.TEXT,
    "currency": Kind.TEXT, "demand": Kind.MONEY, "state": Kind.TEXT, "sent_on": Kind.DATE,
    "by": Kind.TEXT, "tracking": Kind.ID, "arrived_on": Kind.DATE, "as_of": Kind.DATE,
    "written": Kind.DATE, "deadline": Kind.DATE, "forced": Kind.TEXT,
}  # fmt: skip


def _kinds(letters: Sequence[LetterEntry]) -> dict[str, Kind]:
    """The columns; that of offers only where one was held out (R000-16)."""
    has_offers = any(entry.offer for entry in letters)
    return {**_KINDS, "offer": Kind.TEXT} if has_offers else _KINDS


def _offer(held_out: OfferEntry | None, lang: Lang) -> str:
    if held_out is None:
        return ""
    facts = {"size": held_out.size, "day": held_out.pay_by, "by": held_out.approved_by}
    return text(f"register.offer_{held_out.kind}", lang, **facts)


def _value(name: str, entry: LetterEntry, lang: Lang) -> Value:
    if name == "demand":
        return from_minor(entry.demand_minor, entry.currency)
    if name == "state":
        return text(f"register.state_{entry.state}", lang)
    if name == "forced":
        return text("register.is_forced", lang) if entry.is_forced else ""
    if name == "offer":
        return _offer(entry.offer, lang)
    if name == "by":
        return way_word(entry.by, lang)
    found: Value = getattr(entry, name)
    return found


def _counts(letters: Sequence[LetterEntry]) -> dict[str, int]:
    states = [entry.state for entry in letters]
    return {str(state): states.count(state) for state in LetterState} | {"count": len(states)}
