"""The scores, lowest first, and every scorecard line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.figures import places
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import percent
from arcollect.views.amounts import places as decimal
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.score import Contribution, Score, Scores
    from arcollect.policy import Policy
    from arcollect.views.table import Value

BANDS = {"core": Tone.GOOD, "medium": Tone.PLAIN, "cash": Tone.BAD, "": Tone.MUTED}
REMARKS = ("held_risk", "held", "held_few", "held_new", "too_little", "approval")
_LOSSES = 2


def score_table(scores: Scores, policy: Policy, lang: Lang, customer: str | None = None) -> Table:
    """One row per own company and customer; with `customer`, only those it names."""
    rows = [s for s in scores.scores if _is_asked_for(s, customer)]
    tones = [BANDS[s.band] for s in rows]
    column = Columns("score.", rows, lang)

    columns = [
        column("customer", Kind.TEXT, lambda s: s.facts.customer, wide=True),
        column("score", Kind.COUNT, lambda s: s.score, tones),
        column("band", Kind.TEXT, lambda s: band_word(s.band, lang), tones),
        column("losses", Kind.TEXT, lambda s: _losses(s, lang), wide=True),
        column("remarks", Kind.TEXT, lambda s: _remarks(s, lang), wide=True),
        column(
            "consequences",
            Kind.TEXT,
            lambda s: joined(s.consequences, lang),
            wide=True,
            minor=True,
        ),
        column("known", Kind.COUNT, lambda s: s.known_weight, minor=True),
        column("notes", Kind.TEXT, lambda s: joined(s.notes, lang), wide=True, minor=True),
    ]
    if len({s.facts.company for s in rows}) > 1:
        columns.insert(0, column("company", Kind.TEXT, lambda s: s.facts.company, minor=True))
    lead = (text("score.lead", lang, as_of=scores.as_of),)
    said = (
        *_bands_said(rows, lang),
        *rules_said(policy, lang),
        *(() if customer else gaps_said(scores, policy, lang)),
    )
    return Table("score", _word("title", lang), tuple(columns), lead, said)


def scorecards(scores: Scores, lang: Lang, customer: str | None = None) -> Iterator[Table]:
    """One table per customer: weight, points, what they add up to, and what was measured."""
    for number, one in enumerate(s for s in scores.scores if _is_asked_for(s, customer)):
        yield scorecard(one, lang, f"scorecard.{number + 1}")


def scorecard(one: Score, lang: Lang, key: str = "scorecard") -> Table:
    """The indicators of one customer; the contributions add up to the exact score."""
    lines = one.contributions
    tones = [Tone.MUTED if line.points is None else Tone.PLAIN for line in lines]
    values: dict[str, Sequence[Value]] = {
        "indicator": [indicator_word(line, lang) for line in lines],
        "weight": [line.weight for line in lines],
        "points": [None if line.points is None else decimal(line.points, 2) for line in lines],
        "adds": footed([line.adds for line in lines]),
        "measured": [say(line.measured, lang) for line in lines],
    }
    kinds = {"indicator": Kind.TEXT, "weight": Kind.COUNT, "measured": Kind.TEXT}
    totals: dict[str, Value] = {
        "weight": sum(line.weight for line in lines),
        "adds": None if one.exact is None else decimal(one.exact, 2),
    }
    columns = tuple(
        Column(
            name, _word(name, lang), kinds.get(name, Kind.NUMBER), found, tones,
            total=totals.get(name), sums=name == "weight", wide=name == "measured",
        )
        for name, found in values.items()
    )  # fmt: skip
    return Table(
        key, _card_title(one, lang), columns, (), _card_notes(one, lang), _word("sum", lang)
    )


def footed(parts: Sequence[Fraction | None]) -> list[Decimal | None]:
    """Parts rounded to cents of a point so that they add up to their rounded sum."""
    shown: list[Decimal | None] = []
    running = Fraction(0)
    for part in parts:
        before, running = decimal(running, 2), running + (part or 0)
        shown.append(None if part is None else decimal(running, 2) - before)
    return shown


def indicator_word(line: Contribution, lang: Lang) -> str:
    """The name of an indicator; one of the policy's own keeps the name it has there."""
    return line.name if line.is_typed else text(f"score_why.name_{line.name}", lang)


def band_word(band: str, lang: Lang) -> str:
    """核心档, 中间档, 现款档 or 不评分."""
    return text(f"score.band_{band or 'none'}", lang)


def _is_asked_for(one: Score, asked: str | None) -> bool:
    return is_asked_for(asked, one.facts.customer, one.account[1])


def rules_said(policy: Policy, lang: Lang) -> tuple[str, ...]:
    """How the score is made, and what it leaves out."""
    rules = policy.score
    limit = places(Fraction(rules.approval_above), 0)
    return (
        text("score.rule", lang, core=rules.core_from, medium=rules.medium_from),
        text("score.rule_approval", lang, limit=limit, base=policy.base_currency),
        text("score.rule_careful", lang, least=percent(rules.least_weight, 0)),
    )


def gaps_said(scores: Scores, policy: Policy, lang: Lang) -> Iterator[str]:
    """Which indicators are not known, for how many customers, and what would tell."""
    gaps = {
        line.name: line
        for one in scores.scores
        for line in one.contributions
        if line.points is None
    }
    for name, count in scores.untested:
        facts = {"name": indicator_word(gaps[name], lang), "count": count}
        yield text("score.untested", lang, why=say(gaps[name].measured, lang), **facts)
    if undated := sum(one.facts.sheet.updated is None for one in scores.scores):
        yield text("score.never_updated", lang, count=undated, days=policy.score.stale_days)


def _remarks(one: Score, lang: Lang) -> str:
    """In a few words: why the band is stricter than the score, and a missing approval."""
    said = [message.key.partition(".")[2] for message in (*one.notes, *one.consequences)]
    return joined((text(f"score.remark_{key}", lang) for key in said if key in REMARKS), lang)


def _bands_said(rows: Sequence[Score], lang: Lang) -> Iterator[str]:
    """What each band means for terms and limit, once instead of in every row (R003-27)."""
    for band in BANDS:
        found = (
            say(message, lang)
            for one in rows
            if one.band == band
            for message in one.consequences
            if message.key == f"score_why.{band}"
        )
        for said in found:
            yield text("score.band_means", lang, band=band_word(band, lang), terms=said)
            break


def _losses(one: Score, lang: Lang) -> str:
    """The indicators that cost most points: why the score is not 100."""
    lost = [
        (line.share * (100 - line.points), line)
        for line in one.contributions
        if one.score is not None and line.share and line.points is not None and line.points < 100
    ]
    lost.sort(key=lambda pair: -pair[0])
    said = [
        text(
            "score.loss", lang, name=indicator_word(line, lang), lost=places(cost, 1)
        )
        for cost, line in lost[:_LOSSES]
    ]  # fmt: skip
    return joined(said, lang)


def _card_title(one: Score, lang: Lang) -> str:
    shown = text("score.none", lang) if one.score is None else str(one.score)
    return text("score.card", lang, customer=one.facts.customer, score=shown)


def _card_notes(one: Score, lang: Lang) -> tuple[str, ...]:
    return tuple(say(said, lang) for said in (*one.consequences, *one.notes))


def _word(key: str, lang: Lang) -> str:
    return text(f"score.{key}", lang)
