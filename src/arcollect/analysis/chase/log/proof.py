"""Which proof a contact should have left, by its channel (R003-69)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.register.entries import Channel, Proof

if TYPE_CHECKING:
    from arcollect.register.entries import ContactEntry

_SENT = frozenset({Proof.SEND_RECORD, Proof.DELIVERY, Proof.CHAT})
WANTED = {
    Channel.CALL: frozenset({Proof.RECORDING}),
    Channel.VISIT: frozenset({Proof.SIGNATURE, Proof.VIDEO}),
    Channel.EMAIL: _SENT,
    Channel.SMS: _SENT,
    Channel.WECHAT: _SENT,
    Channel.LETTER: frozenset({Proof.DELIVERY, Proof.SEND_RECORD}),
    Channel.MEETING: frozenset({Proof.SIGNATURE, Proof.RECORDING, Proof.VIDEO}),
}


def lacks_proof(contact: ContactEntry) -> bool:
    """Whether the proof that this channel should leave is missing.

    A call wants its recording, a visit a signature (and a video), a message or letter
    the record of sending. A signature or a proven delivery serves everywhere.
    """
    wanted = WANTED.get(contact.channel, frozenset())
    good = wanted | {Proof.SIGNATURE, Proof.DELIVERY}
    return bool(wanted) and contact.proof not in good
