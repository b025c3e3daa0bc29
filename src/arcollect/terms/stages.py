"""Payment in shares: 30%预付 60%验收 10%质保."""

from __future__ import annotations

import re
from decimal import Decimal

from arcollect.errors import Message, message
from arcollect.terms.model import Kind, Stage, Start, Terms

_SHARE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)%")
_SEPARATOR = re.compile(r"[\s,、;+/。]+")
_PERIOD = re.compile(r"(\d+)\s*(天|日|个月|年|days?|months?|years?)")
_EVENTS = (  # the most telling word first: 验收后质保期 is retention
    (Start.RETENTION, r"质保|保修|质量保证|retention|warranty"),
    (Start.ACCEPTANCE, r"验收|acceptance|调试"),
    (Start.INVOICE, r"票到|收票|收到发票|见票"),
    (Start.ISSUE, r"开票|invoice"),
    (Start.DELIVERY, r"货到|到货|收货|交货|发货|提货|交付|deliver|shipment|shipping|dispatch"),
    (
        Start.ORDER,
        r"预付|定金|订金|首付|签约|签订|下单|合同生效|advance|deposit|down\s?payment|upfront|order|prepa",
    ),
)


def parse_stages(text: str, raw: str) -> Terms | Message:
    """Staged terms; each share needs an event, and the shares make 100 %."""
    pieces = _pieces(text)
    stages = [_stage(piece, raw) for piece in pieces]
    refused = next((stage for stage in stages if isinstance(stage, Message)), None)
    if refused:
        return refused
    read = tuple(stage for stage in stages if isinstance(stage, Stage))
    total = sum((stage.share_percent for stage in read), Decimal(0))
    if total != 100:
        return message("terms.shares", raw=raw, total=f"{total.normalize():f}")
    return Terms(Kind.STAGED, stages=read, raw=raw)


def _pieces(text: str) -> list[str]:
    if len(_SHARE.findall(text)) < 2:
        return [text]
    pieces: list[str] = []
    for word in filter(None, _SEPARATOR.split(text)):
        opens = bool(_SHARE.search(word)) and bool(_SHARE.search(pieces[-1])) if pieces else True
        if opens:
            pieces.append(word)
        else:
            pieces[-1] += f" {word}"
    return _split_run(text) if len(pieces) == 1 else pieces


def _split_run(text: str) -> list[str]:
    """Shares written without a space: 30%预付70%发货 or 预付30%发货70%."""
    edges = [m.start() if _SHARE.match(text) else m.end() for m in _SHARE.finditer(text)]
    parts = [text[a:b] for a, b in zip([0, *edges], [*edges, len(text)], strict=True)]
    return [part for part in parts if part]


def _stage(piece: str, raw: str) -> Stage | Message:
    shares = _SHARE.findall(piece)
    rest = _SHARE.sub(" ", piece)
    start = next((start for start, words in _EVENTS if re.search(words, rest)), None)
    periods = _PERIOD.findall(rest)
    unread = re.search(r"\d|月结|月底|工作日", _PERIOD.sub("", rest))
    if len(shares) != 1 or start is None or len(periods) > 1 or unread:
        return message("terms.stage_unknown", raw=raw, stage=piece.strip())
    days, months = _length(*periods[0]) if periods else (0, 0)
    return Stage(Decimal(shares[0]), Terms(Kind.NET, days, months, start, raw=raw))


def _length(number: str, unit: str) -> tuple[int, int]:
    if unit[0] in "个m":
        return 0, int(number)
    return (0, 12 * int(number)) if unit[0] in "年y" else (int(number), 0)
