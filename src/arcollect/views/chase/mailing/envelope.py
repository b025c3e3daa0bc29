"""Who an e-mail is from and to, and its subject; never what is owed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arcollect.analysis.chase.post import Directory
from arcollect.analysis.chase.sender import own_company
from arcollect.policy import Policy
from arcollect.text import text
from arcollect.views.block import Printed
from arcollect.views.chase.template import clean

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
Mailbox = tuple[str, str]  # name, address


@dataclass(frozen=True, slots=True)
class Envelope:
    """The head of an e-mail; `mark` is how the register knows what was sent."""

    sender: Mailbox
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    subject: str
    mark: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """A paper and the people of one customer it is for."""

    paper: Printed
    company: str
    customer_key: str
    name: str
    cc: tuple[str, ...] = ()
    mark: str = ""


def envelope(of: Addressed, known: Directory, policy: Policy) -> Envelope:
    """From our own company to the addressee, copies to the same customer only (R000-31).

    A person without a readable e-mail address is left out: the draft then waits for one.
    The subject names the letter, not the debt: others may see it (R003-67).
    """
    lang = of.paper.lang
    company = own_company(policy, of.company)
    sender = policy.mail.sender or (company.email if company else "")
    to = _boxes((of.name,), of.customer_key, known)
    cc = _boxes(of.cc, of.customer_key, known)
    subject = text("mail.subject", lang, reference=clean(of.paper.title))
    return Envelope((clean(of.paper.author), mailbox(sender)), to, cc, subject, of.mark)


def mailbox(raw: str) -> str:
    """One plain e-mail address, "" for anything else (a line break cannot hide in it)."""
    return raw.strip() if _ADDRESS.fullmatch(raw.strip()) else ""


def _boxes(names: tuple[str, ...], key: str, known: Directory) -> tuple[Mailbox, ...]:
    pairs = ((clean(name), mailbox(known.person(key, name).email)) for name in names if name)
    return tuple((name, address) for name, address in pairs if address)
