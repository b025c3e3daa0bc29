"""Tables as data: csv, tsv, json and Markdown; days as a calendar file."""

from arcollect.render.data.delimited import csv, main_tables
from arcollect.render.data.json import json
from arcollect.render.data.markdown import md

__all__ = ["csv", "json", "main_tables", "md"]
