"""Traffic lights as tables, and the emergency checklist as a page to print."""

from arcollect.views.chase.alerts.checklist import emergency_pages, no_emergency
from arcollect.views.chase.alerts.lights import alert_tables, alerts_pages
from arcollect.views.chase.alerts.opinion import opinion_page

__all__ = ["alert_tables", "alerts_pages", "emergency_pages", "no_emergency", "opinion_page"]
