"""What people write for a channel, a reason or a kind of proof."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, TypeVar

from arcollect.register.entries import Channel, Proof, Reason

Word = TypeVar("Word", bound=StrEnum)

_CHANNELS = {
    Channel.MEETING: r"会议|开会|meeting",
    Channel.CALL: r"电话|通话|来电|call|phone",
    Channel.VISIT: r"上门|拜访|面谈|visit",
    Channel.SMS: r"短信|sms|text message",
    Channel.WECHAT: r"微信|企微|qq|钉钉|whatsapp|wechat",
    Channel.EMAIL: r"邮件|邮箱|e-?mail",
    Channel.LETTER: r"函|快递|信件|letter|courier",
}
_REASONS = {
    Reason.STRETCHING: r"压款|占用(?:我方)?资金|占点?便宜|stretch",
    Reason.DOWNSTREAM: r"下游|背靠背|downstream|own customer",
    Reason.CASH_TIGHT: r"资金|没钱|周转|现金流|cash|funds",
    Reason.WILFUL: r"故意|恶意|拒付|拒绝|赖|wilful|on purpose|refuse",
    Reason.QUALITY: r"质量|品质|quality",
    Reason.INVOICE: r"发票|开票|票未|invoice",
    Reason.RECONCILE: r"对账|金额不符|数据不符|reconcil|figures|differ",
    Reason.APPROVAL: r"审批|流程|领导|老板|签字|approv",
    Reason.DELIVERY: r"交货|发货|到货|延期|delivery",
    Reason.PRICE: r"价格|价差|单价|price",
    Reason.FORGOTTEN: r"忘|遗漏|forg",
}
_PROOFS = {
    Proof.DELIVERY: r"签收|送达|回执|妥投|deliver",
    Proof.SIGNATURE: r"签字|盖章|签名|确认函|sign|seal",
    Proof.VIDEO: r"视频|录像|video",
    Proof.SEND_RECORD: r"发送|寄出|已发|send|sent",
    Proof.RECORDING: r"录音|recording",
    Proof.CHAT: r"聊天|截图|微信|chat|screenshot",
}


def channel_of(word: str) -> Channel:
    """The channel a word means; what nobody knows is OTHER."""
    return _meant(word, _CHANNELS) or Channel.OTHER


def reason_of(word: str) -> Reason | None:
    """The reason a word means, None for a blank."""
    return (_meant(word, _REASONS) or Reason.OTHER) if word.strip() else None


def proof_of(word: str) -> Proof | None:
    """The kind of proof a word means; NONE for a blank, 无 or 缺凭证, None for an unknown word.

    An unknown word proves nothing: it is kept in the reference.
    """
    if word.strip().casefold() in {"", "无", "没有", "缺凭证", "none", "no", "no proof", "-"}:
        return Proof.NONE
    return _meant(word, _PROOFS)


def meant(kind: type[Word], word: str) -> Word | None:
    """The channel, reason or kind of proof that a word means; None for an unknown word."""
    known: dict[type[StrEnum], dict[Any, str]] = {
        Channel: _CHANNELS, Reason: _REASONS, Proof: _PROOFS
    }  # fmt: skip
    return _meant(word, known[kind])


def _meant(word: str, known: dict[Word, str]) -> Word | None:
    """By the value itself, else by the first expression that occurs."""
    plain = word.strip().casefold()
    for value, expression in known.items():
        if plain == str(value) or re.search(expression, plain):
            return value
    return None
