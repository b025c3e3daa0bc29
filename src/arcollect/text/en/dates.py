"""Dates that cannot be read, in English."""

WORDS = {
    "dates.against_order": '"{raw}" does not fit the order of its column ({order})',
    "dates.conflicting_orders": "the column holds dates that can only be day/month and "
    'dates that can only be month/day: "{first}" and "{second}"',
    "dates.destroyed": '"{raw}" is only a time, the date was lost on export; '
    "format the column as a date and export again",
    "dates.impossible": '"{raw}" is no day of the calendar',
    "dates.no_day": '"{raw}" has a month but no day',
    "dates.no_order": '"{raw}" can be day/month or month/day; '
    "say which with --date-order dmy or mdy",
    "dates.no_year": '"{raw}" has no year',
    "dates.not_a_date": '"{raw}" is not a date',
    "dates.outside": '"{raw}" is not between 1990 and 2079',
    "dates.two_digit_year": '"{raw}" has a two-digit year and does not show which part '
    "it is; say so with --date-order ymd, dmy or mdy",
}
