"""Who is red or yellow and why; the whole; what could not be tested."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.chase.alerts.signal import Light
from arcollect.analysis.figures import places, short_percent
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.standing.segment import segment_word
from arcollect.views.table import Column, Kind, Page, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import Alerts, CustomerLight, Signal
    from arcollect.policy import Policy
    from arcollect.views.table import Value

TONES = {Light.RED: Tone.BAD, Light.YELLOW: Tone.WATCH, Light.GREEN: Tone.GOOD}


def alert_tables(
    alerts: Alerts, policy: Policy, lang: Lang, customer: str | None = None
) -> list[Table]:
    """Lights, the whole, every signal, what was not tested; one customer alone if named."""
    every = alerts.customers
    shown = [one for one in every if is_asked_for(customer, one.customer, one.customer_key)]
    found = shown if customer else [one for one in shown if one.light is not Light.GREEN]
    tables = [lights_table(alerts, found, policy, lang)]
    if not customer:
        tables.append(whole_table(alerts, lang))
    tables.append(signals_table(found, lang))
    if alerts.untested and not customer:
        tables.append(untested_table(alerts, lang))
    return tables


def alerts_pages(alerts: Alerts, policy: Policy, lang: Lang) -> tuple[Page, ...]:
    """One sheet (预警): every table below the other."""
    tables = tuple(alert_tables(alerts, policy, lang))
    return (Page("alerts", text("alerts.page", lang), tables),)


def lights_table(
    alerts: Alerts, rows: Sequence[CustomerLight], policy: Policy, lang: Lang
) -> Table:
    """One row per own company and customer, red first: colour and word (R003-60)."""
    tones = [TONES[one.light] for one in rows]
    column = Columns("alerts.", rows, lang)

    columns = [
        column("light", Kind.TEXT, lambda one: light_mark(one.light, lang), tones),
        column("customer", Kind.TEXT, lambda one: one.customer, wide=True),
        column("why", Kind.TEXT, lambda one: _names(one, lang), wide=True),
        column("worst_days", Kind.DAYS, lambda one: one.worst_days),
        *_money("overdue", rows, lang),
        column("respond", Kind.TEXT, lambda one: _respond(one, lang), wide=True, minor=True),
        column("by", Kind.DATE, lambda one: one.by, minor=True),
        column(
            "restrict", Kind.TEXT, lambda one: joined(one.restrict, lang), wide=True, minor=True
        ),
        column("segment", Kind.TEXT, lambda one: segment_word(one.segment, lang), minor=True),
        *_money("balance", rows, lang),
    ]
    if len({one.company for one in rows}) > 1:
        columns.insert(2, column("company", Kind.TEXT, lambda one: one.company, minor=True))
    if any(one.is_emergency for one in rows):
        columns.append(column("is_emergency", Kind.TEXT, lambda one: _emergency(one, lang)))
    lead = (_lead(alerts, lang),)
    said = tuple(_notes(alerts, rows, policy, lang))
    return Table("alerts", _word("title", lang), tuple(columns), lead, said)


def signals_table(rows: Sequence[CustomerLight], lang: Lang) -> Table:
    """One row per signal: measured against its threshold, the rule, what to do.

    What to do stands once below for each kind of signal, where the column has no room.
    """
    pairs = [(one, signal) for one in rows for signal in one.signals]
    values: dict[str, list[Value]] = {
        "customer": [one.customer for one, _ in pairs],
        **_signal_values([signal for _, signal in pairs], lang),
    }
    if len({one.company for one, _ in pairs}) > 1:
        values["company"] = [one.company for one, _ in pairs]
    tones = [TONES[signal.light] for _, signal in pairs]
    columns = _columns(values, tones, lang, {"threshold", "advice"})
    return Table("signals", _word("signals", lang), columns, (), tuple(_advice(pairs, lang)))


def whole_table(alerts: Alerts, lang: Lang) -> Table:
    """Signals of the whole by currency; says so when there are none."""
    rows = alerts.whole
    values: dict[str, list[Value]] = {
        "currency": [one.currency for one in rows],
        "subject": [one.subject for one in rows],
        **_signal_values([one.signal for one in rows], lang),
    }
    if not any(one.subject for one in rows):
        del values["subject"]
    tones = [TONES[one.signal.light] for one in rows]
    notes = () if rows else (_word("nothing_whole", lang),)
    title = f"{_word('whole', lang)}: {light_mark(alerts.whole_light, lang)}"
    return Table("whole", title, _columns(values, tones, lang), (), notes)


def untested_table(alerts: Alerts, lang: Lang) -> Table:
    """Rules that this file cannot test, and the column each would need."""
    rows = alerts.untested
    values: dict[str, list[Value]] = {
        "signal": [_word(f"name_{one.key}", lang) for one in rows],
        "count": [one.customers or None for one in rows],
        "needs": [say(one.needs, lang) for one in rows],
        "source": [one.source for one in rows],
    }
    return Table("untested", _word("untested", lang), _columns(values, [], lang))


def light_mark(light: Light, lang: Lang) -> str:
    """A colour never stands alone: ● 红（高风险）."""
    return text(f"alerts.mark_{light}", lang)


def least_emergency(policy: Policy) -> dict[str, object]:
    """From how much on a red customer is an emergency, in the words of a note."""
    return {
        "least": places(Fraction(policy.alerts.emergency_amount), 0),
        "base": policy.base_currency,
        "share": short_percent(policy.alerts.emergency_share),
    }


def _signal_values(signals: Sequence[Signal], lang: Lang) -> dict[str, list[Value]]:
    return {
        "light": [light_mark(one.light, lang) for one in signals],
        "signal": [_word(f"name_{one.key}", lang) for one in signals],
        "measured": [say(one.measured, lang) for one in signals],
        "threshold": [say(one.threshold, lang) for one in signals],
        "source": [one.source for one in signals],
        "advice": [say(one.advice, lang) for one in signals],
    }


def _advice(pairs: Sequence[tuple[CustomerLight, Signal]], lang: Lang) -> Iterator[str]:
    said = {(one.key, say(one.advice, lang)): None for _, one in pairs}
    for key, advice in said:
        yield text("alerts.advised", lang, name=_word(f"name_{key}", lang), advice=advice)


def _columns(
    values: dict[str, list[Value]], tones: list[Tone], lang: Lang, spare: Collection[str] = ()
) -> tuple[Column, ...]:
    """spare: columns that a narrow screen may leave out, beside the usual ones."""
    wide = {"measured", "advice", "needs", "customer"}
    small = {"company", "source", *spare}
    kinds = {"count": Kind.COUNT}
    return tuple(
        Column(
            key, _word(key, lang), kinds.get(key, Kind.TEXT), found,
            tones if key == "light" else (), wide=key in wide, minor=key in small,
        )
        for key, found in values.items()
    )  # fmt: skip


def _money(key: str, rows: Sequence[CustomerLight], lang: Lang) -> Iterator[Column]:
    """Balance or overdue as numbers, one column per currency: two never share one."""
    for currency in sorted({code for one in rows for code in getattr(one, key)}):
        minors = [getattr(one, key).get(currency, 0) for one in rows]
        title = f"{_word(key, lang)} {currency}".strip()
        values = decimals(minors, currency)
        yield Column(f"{key}.{currency}", title, Kind.MONEY, values, minor=key == "balance")


def _lead(alerts: Alerts, lang: Lang) -> str:
    counts = {str(light): alerts.count(light) for light in Light}
    whole = light_mark(alerts.whole_light, lang)
    return text("alerts.lead", lang, as_of=alerts.as_of, whole=whole, **counts)


def _notes(
    alerts: Alerts, rows: Sequence[CustomerLight], policy: Policy, lang: Lang
) -> Iterator[str]:
    rules = policy.alerts
    yield _word("rule_colours", lang)
    yield text("alerts.rule", lang, red=rules.red_days, first=rules.from_days)
    yield text(
        "alerts.rule_respond",
        lang,
        red=text("alerts_why.respond_red", lang),
        yellow=text("alerts_why.respond_yellow", lang, days=rules.yellow_report_days),
        green=text("alerts_why.respond_green", lang),
    )
    yield _word("rule_money", lang)
    if emergencies := sum(one.is_emergency for one in rows):
        facts = least_emergency(policy)
        yield text("alerts.emergencies", lang, count=emergencies, **facts)
    green = alerts.count(Light.GREEN) - sum(one.light is Light.GREEN for one in rows)
    if green and len(rows) > 1:
        yield text("alerts.green_left", lang, count=green)
    if alerts.no_rate:
        yield text("alerts.no_rate", lang, currencies=alerts.no_rate)


def _names(one: CustomerLight, lang: Lang) -> str:
    names = [_word(f"name_{signal.key}", lang) for signal in one.signals]
    return joined(names, lang)


def _respond(one: CustomerLight, lang: Lang) -> str:
    """Who acts; nothing beside a green light, which the note below explains."""
    return "" if one.light is Light.GREEN else say(one.respond, lang)


def _emergency(one: CustomerLight, lang: Lang) -> str:
    return _word("emergency_yes", lang) if one.is_emergency else ""


def _word(key: str, lang: Lang) -> str:
    return text(f"alerts.{key}", lang)
