"""A calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from arcollect.errors import UsageError, message
from arcollect.render.plain import clean

if TYPE_CHECKING:
    from arcollect.views.chase.worklist.events import Event

_MINUTES = 15


def ics(events: Iterable[Event], as_of: dt.date) -> bytes:
    """The events as one file; the same list makes the same bytes.

    Moments are written in UTC, which every calendar shows in its own zone. UsageError
    without the extra `ics`.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415  (an extra)
        from icalendar import Event as Entry  # noqa: PLC0415
    except ImportError:
        raise UsageError(message("cli.ics_extra"), message("cli.ics_extra_hint")) from None
    calendar = Calendar()
    calendar.add("prodid", "-//arcollect//worklist//")
    calendar.add("version", "2.0")
    stamp = dt.datetime.combine(as_of, dt.time(), dt.UTC)
    for event in events:
        entry = Entry()
        entry.add("uid", event.uid)
        entry.add("dtstamp", stamp)
        entry.add("summary", clean(event.summary))
        start = event.at
        if isinstance(start, dt.datetime):
            start = start.astimezone(dt.UTC)
            entry.add("duration", dt.timedelta(minutes=_MINUTES))
        entry.add("dtstart", start)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
