"""What single facts of a row are called."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import places, short_percent
from arcollect.money import exponent, show
from arcollect.text import Lang, say, text
from arcollect.views.chase.worklist.sheet import word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from arcollect.analysis.chase.worklist.entry import Entry, Section, Worklist
    from arcollect.errors import Message


def first_line(answer: Worklist, lang: Lang) -> str:
    """What to do first: the top row, "" where nobody is on the list."""
    if not answer.entries:
        return ""
    top = answer.entries[0]
    account, currency = top.account, top.party[2]
    minor = account.asked_minor or top.upcoming_minor or account.open_minor
    facts = {
        "customer": told_apart(answer)(top),
        "amount": f"{currency} {show(minor, currency)}".strip(),
        "overdue": show(account.overdue_minor, currency),
        "deadline": top.deadline,
        "action": say(top.main, lang),
    }
    is_part = 0 < account.asked_minor < account.overdue_minor
    first = text("worklist.first_part" if is_part else "worklist.first", lang, **facts)
    return text("common.first", lang, what=first)


def told_apart(answer: Worklist) -> Callable[[Entry], str]:
    """What a row is called: with our own company where its name owes to several (U-06)."""
    names = {(entry.account.customer, entry.party[0]) for entry in answer.entries}
    often = Counter(customer for customer, _ in names)

    def called(entry: Entry) -> str:
        customer, company = entry.account.customer, entry.party[0]
        return f"{customer} · {company}" if often[customer] > 1 and company else customer

    return called


def title(key: str, lang: Lang) -> str:
    """What a column is called."""
    return text(f"worklist.col.{key}", lang)


def section_word(section: Section, lang: Lang) -> str:
    """Urgent, golden window …"""
    return text(f"worklist.section.{section}", lang)


def owner_word(entry: Entry, lang: Lang) -> str:
    """The post, and who holds it where somebody does."""
    owner = entry.owner
    post = text(f"worklist.post.{owner.post}", lang)
    named = text("worklist.owner_named", lang, post=post, name=owner.name) if owner.name else post
    return text("worklist.takeover", lang, owner=named) if owner.is_takeover else named


def segment_word(entry: Entry, lang: Lang) -> str:
    """Core, potential, risk or recovery; "" where it is not known."""
    return text(f"worklist.segment.{entry.segment}", lang) if entry.segment else ""


def sentences(said: Sequence[Message], lang: Lang) -> str:
    """Several things to do in one cell."""
    return ("；" if lang is Lang.ZH else ". ").join(say(one, lang) for one in said)


def formula(entry: Entry, lang: Lang) -> str:
    """The priority with every part: 150,000.00×80%×2.5=300,000.00 (X-37)."""
    priority, currency = entry.priority, entry.party[2]
    if not priority.asked_minor:
        return ""
    facts = {
        "asked": show(priority.asked_minor, currency),
        "recoverable": short_percent(priority.recoverable),
        "urgency": plain(priority.urgency),
        "score": places(priority.score / 10 ** exponent(currency)),
    }
    if priority.broken == 1:
        return text("worklist.formula", lang, **facts)
    return text("worklist.formula_broken", lang, **facts, broken=plain(priority.broken))


def plain(factor: Fraction) -> str:
    """A factor without trailing zeros: 2.5."""
    return places(factor, 4).rstrip("0").rstrip(".")


def score(entry: Entry) -> Decimal | None:
    """The priority in major units, whole; None where nothing is to be asked for."""
    if not entry.priority.asked_minor:
        return None
    exact = entry.priority.score / 10 ** exponent(entry.party[2])
    return Decimal(places(exact, 0).replace(",", ""))


def promise_word(entry: Entry, lang: Lang) -> str:
    """What was promised for when, and whether it was broken."""
    if entry.promised_on is None:
        return ""
    key = "worklist.promise_broken" if entry.is_broken else "worklist.promise_open"
    amount = show(entry.promised_minor, entry.party[2])
    return text(key, lang, day=entry.promised_on, amount=amount)


def contact_word(entry: Entry, lang: Lang) -> str:
    """The last contact: when, how, and what was said."""
    last = entry.last_contact
    if last is None:
        return ""
    day, channel = last.at.date(), word_of(last.channel, lang)
    said = text("worklist.contact_line", lang, day=day, channel=channel, feedback=last.feedback)
    return said.strip()


def slot_word(entry: Entry, lang: Lang) -> str:
    """The next permitted moment, and why it is not an earlier one."""
    if entry.slot is None:
        return ""
    at = f"{entry.slot:%Y-%m-%d %H:%M}"
    if entry.slot_why is None:
        return at
    return text("worklist.slot_why", lang, slot=at, why=say(entry.slot_why, lang))


def reason_word(entry: Entry, lang: Lang) -> str:
    """The known reason, "" where nobody asked yet."""
    return word_of(entry.reason, lang) if entry.reason is not None else ""


def masked(phone: str) -> str:
    """A phone number with its middle hidden: 138****0100 (R-LAW-13)."""
    digits = [n for n, c in enumerate(phone) if c.isdigit()]
    hidden = set(digits[max(0, len(digits) - 8) : max(0, len(digits) - 4)])
    return "".join("*" if n in hidden else c for n, c in enumerate(phone))
