"""A letter as an e-mail draft with the letter attached; nothing here sends it."""

from __future__ import annotations

import datetime as dt
import hashlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from arcollect.render.letters.html import html
from arcollect.render.letters.txt import txt

if TYPE_CHECKING:
    from arcollect.views.block import Printed
    from arcollect.views.chase.mailing.envelope import Envelope, Mailbox

MARK = "X-Arcollect"  # what the register knows the letter by; taken off before sending
UNSENT = "X-Unsent"  # Outlook opens it as a draft
_TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_CHINA = dt.timezone(dt.timedelta(hours=8))


def eml(letter: Printed, envelope: Envelope, name: str, content: bytes) -> bytes:
    """A draft that mail programs open unsent, byte for byte the same for the same letter.

    The whole letter as text and as HTML, and the file `name` attached. Dated with the
    letter; the message id depends on its content alone. Headers are built from parts:
    no name can smuggle in another header.
    """
    made = EmailMessage(policy=SMTP)
    if envelope.sender[1]:
        made["From"] = _address(envelope.sender)
    if envelope.to:
        made["To"] = tuple(map(_address, envelope.to))
    if envelope.cc:
        made["Cc"] = tuple(map(_address, envelope.cc))
    made["Subject"] = envelope.subject
    morning = dt.datetime.combine(letter.day, dt.time(9), _CHINA)
    made["Date"] = format_datetime(morning)
    digest = hashlib.sha256(content + repr(envelope).encode()).hexdigest()
    made["Message-ID"] = f"<{digest[:32]}@{_host(envelope)}>"
    made[UNSENT] = "1"
    if envelope.mark:
        made[MARK] = envelope.mark
    made.set_content(txt(letter), cte="base64")
    made.add_alternative(html(letter), subtype="html", cte="base64")
    main, sub = _TYPES[name.rpartition(".")[2]]
    made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    _fix_boundaries(made, digest)
    return made.as_bytes()


def _address(box: Mailbox) -> Address:
    name, address = box
    return Address(display_name=name, addr_spec=address)


def _host(envelope: Envelope) -> str:
    return envelope.sender[1].rpartition("@")[2] or "arcollect.invalid"


def _fix_boundaries(made: EmailMessage, digest: str) -> None:
    for number, part in enumerate(made.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{digest[:24]}_{number}")
