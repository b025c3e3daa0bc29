"""What a change is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.moves import What
from arcollect.analysis.outcome.compare.tiers import ADDED, GONE, UNDATED, Shift
from arcollect.analysis.standing.aging import due_buckets
from arcollect.text import Lang, text
from arcollect.views.standing.aging import bucket_label
from arcollect.views.table import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.outcome.compare.moves import Move

_PAID = {What.COLLECTED, What.CREDITED, What.APPLIED, What.SETTLED}
_GOOD = {What.COLLECTED, What.BILLED_AND_PAID}
SHIFT_TONES = {
    Shift.NEWLY_OVERDUE: Tone.WATCH, Shift.WORSE: Tone.BAD,
    Shift.CURED: Tone.GOOD, Shift.BETTER: Tone.GOOD,
}  # fmt: skip


def what_word(move: Move, lang: Lang) -> str:
    """收回, 部分收回, 新增 …"""
    return text(f"compare.{what_key(move)}", lang)


def what_key(move: Move) -> str:
    """The same as a key; what is still open was only paid in part."""
    is_part = move.what in _PAID and move.money.closing
    return f"what_part-{move.what}" if is_part else f"what_{move.what}"


def shift_word(shift: Shift, lang: Lang) -> str:
    """新逾期, 变差, 转好; "" where it stayed in its bucket."""
    return text(f"compare.shift_{shift}", lang) if shift else ""


def what_tone(move: Move) -> Tone:
    """Money that came in is good, a write-off is bad; what was not listed is to be looked at."""
    if move.what in _GOOD:
        return Tone.GOOD
    if move.what is What.UNLISTED:
        return Tone.WATCH
    return Tone.BAD if move.what in {What.WRITTEN_OFF, What.GONE} else Tone.PLAIN


def tier_word(tier: int, edges: Sequence[int], lang: Lang) -> str:
    """The bucket in words; settled, new, or without a due date."""
    known = {UNDATED: "no_due_date", GONE: "gone", ADDED: "added"}
    if tier in known:
        return text(f"compare.tier_{known[tier]}", lang)
    return bucket_label(due_buckets(edges)[tier], lang)


def way(move: Move, found: Comparison, lang: Lang) -> str:
    """From which bucket to which (1–30 → 31–90)."""
    before, after = found.tiers_of(move)
    before = ADDED if not move.money.opening else before
    after = GONE if not move.money.closing else after
    words = [tier_word(tier, found.edges, lang) for tier in (before, after)]
    return words[0] if before == after else " → ".join(words)


def dispute_word(move: Move, lang: Lang) -> str:
    """Whether a dispute began or ended, "" for neither."""
    key = dispute_key(move)
    return text(f"compare.{key}", lang) if key else ""


def dispute_key(move: Move) -> str:
    """The same as a key."""
    old, new = move.pair.old, move.pair.new
    before = old.disputed_minor if old else 0
    after = new.disputed_minor if new else 0
    if (before > 0) == (after > 0):
        return ""
    return "dispute_began" if after else "dispute_ended"


def due_word(move: Move, lang: Lang) -> str:
    """A due date that was changed: from when to when."""
    old, new = move.pair.old, move.pair.new
    if old is None or new is None or old.due_date == new.due_date or move.what is What.CREDIT:
        return ""
    return text("compare.due_moved", lang, old=old.due_date or "—", new=new.due_date or "—")
