"""Contact between 22:00 and 8:00 (W-04, R003-67)."""

from __future__ import annotations

import re

_CONTACT = re.compile(
    "联系|来电|致电|电话|通话|拜访|上门|见面|面谈|核对|催|约|等您|等你"
    r"|\b(?:call|ring|phone|visit|meet|contact|come|see you|appointment)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"不(?:得|会|在|要|应|能|予)|严禁|禁止|避免|\b(?:not|never|no)\b", re.IGNORECASE
)
_NIGHT = re.compile("凌晨|半夜|深夜|午夜|夜里|after midnight|at midnight|at night", re.IGNORECASE)
_CHINESE = re.compile(
    r"(?P<half>凌晨|早上|上午|中午|下午|晚上|晚间|晚)?\s*(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*"
    r"(?:[:：](?P<minute>\d{2})|[点时](?!间))"
)
_ENGLISH = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b", re.IGNORECASE
)
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def at_night(sentence: str) -> str:
    """The words that put a contact between 22:00 and 8:00, "" where nothing does.

    8:00 is allowed, 22:00 is not. A sentence that forbids it is none.
    """
    if not _CONTACT.search(sentence) or _REFUSED.search(sentence):
        return ""
    if found := _NIGHT.search(sentence):
        return found.group()
    for found in (*_CHINESE.finditer(sentence), *_ENGLISH.finditer(sentence)):
        hour = _hour(found["hour"], found["half"] or "")
        if hour is not None and (hour >= 22 or hour < 8):
            return found.group().strip()
    return ""


def _hour(raw: str, half: str) -> int | None:
    """The hour of the day, None where the number is none."""
    hour = int(raw) if raw.isdigit() else _chinese(raw)
    if hour > 24:
        return None
    is_late = half in {"下午", "晚上", "晚间", "晚"} or half.lower() == "p"
    if half.lower() == "a" and hour == 12:
        return 0
    return (hour + 12 if is_late and hour < 12 else hour) % 24


def _chinese(raw: str) -> int:
    """十 is 10, 十一 11, 二十二 22."""
    tens, sign, ones = raw.partition("十")
    if not sign:
        return _DIGITS.get(raw, 99)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
