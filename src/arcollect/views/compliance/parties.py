"""Companies that a text names: the two parties, and who has no place there (W-03)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_NAME = re.compile(
    r"[一-鿿（）()·A-Za-z0-9&]{2,40}?(?:股份有限公司|有限责任公司|有限公司|集团公司)"
    r"|(?:[A-Z][\w&.'-]*\s+(?:(?:&|and|of)\s+)?){1,5}"
    r"(?:Co\.,? ?Ltd\.?|Ltd\.?|Limited|Inc\.?|LLC|GmbH|AG|Corp\.?)(?!\w)"
)
_LABEL = re.compile(
    r"^(?:致|收件人|送达|甲方|乙方|买方|卖方|债权人|债务人|出让人|受让人|催款人|发函人|单位|公司名称|户名"
    r"|To|From|Attn|Buyer|Seller|Account name|Dear)\s*(?:（[^）]*）|\([^)]*\))?\s*[:：]?\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:致|收件人|To|Attn)\s*[:：]\s*([^,，。;；!！?？]{2,80})$", re.IGNORECASE
)
_TAIL = re.compile(r"\s*(?:[:：,，。.]|（[^）]*）|\([^)]*\)|公章|盖章)*\s*$")
_PROPER_PLACE = re.compile(
    "开户行|开户银行|户名|账户|受让|转让给|债权转让|抬头|账号|银行"
    r"|\bbank\b|\baccount\b|assign",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^.*?(?:听说|你们|贵司|我司|我们|已经|以及|向|和|与|及|给|由|对|同|被|把|找|的|到|是|在|说|让|如|连)(?=..)"
)


def parties_of(paragraphs: Sequence[str], given: frozenset[str]) -> frozenset[str]:
    """The parties: those given, the addressee's line, and names that stand alone in one.

    Fewer than two: the names said most often fill up, for nobody can tell better.
    """
    found = set(given)
    for said in paragraphs:
        addressed = _LABELLED.match(said.strip().lstrip("#*> ").rstrip("* "))
        if addressed and _NAME.search(addressed.group(1)):
            found.add(addressed.group(1).strip())
        bare = _TAIL.sub("", _LABEL.sub("", said.strip().lstrip("#*> ").rstrip("* ")))
        if bare and (match := _NAME.fullmatch(bare)):
            found.add(match.group())
    if len(found) < 2:
        often = Counter(_bare(n) for said in paragraphs for n in _NAME.findall(said))
        spare = [name for name, _ in often.most_common() if not _is_party(name, found)]
        found.update(spare[: 2 - len(found)])
    return frozenset(found)


def strangers(said: str, parties: frozenset[str]) -> Iterator[str]:
    """Every company named in a paragraph that is no party and has no business there.

    The bank of an account, an account's holder and the assignee of a notice under 民法典
    546 have (U-27).
    """
    for name in _NAME.findall(said):
        if not _is_party(name, parties) and not _PROPER_PLACE.search(said):
            yield _bare(name)


def _is_party(name: str, parties: frozenset[str] | set[str]) -> bool:
    return any(party and (party in name or name in party) for party in parties)


def _bare(name: str) -> str:
    """A name without the words that run into it: 听说你们和顺达有限公司."""
    rest = _LEAD.sub("", name)
    while rest != name:
        name, rest = rest, _LEAD.sub("", rest)
    return name
