"""The tables of the register, and how older files become like new ones.

Every table is a log: a correction, a withdrawal or a mark "sent" is one more row, and
triggers refuse UPDATE and DELETE. From the third version on the lines of a snapshot are
one compressed pack; older ones stay rows of `snapshot_lines`. Days are ISO text, money
is INTEGER minor units.
"""

from __future__ import annotations

_FIRST = """
CREATE TABLE runs (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, command TEXT NOT NULL,
  version TEXT NOT NULL, as_of TEXT NOT NULL, ledger_sha256 TEXT NOT NULL,
  policy_sha256 TEXT NOT NULL, rows INTEGER NOT NULL, wrote INTEGER NOT NULL
) STRICT;
CREATE TABLE run_totals (
  run TEXT NOT NULL REFERENCES runs (id), currency TEXT NOT NULL, open_minor INTEGER NOT NULL,
  PRIMARY KEY (run, currency)
) STRICT;
CREATE TABLE letters (
  seq INTEGER PRIMARY KEY, sequence TEXT NOT NULL, running INTEGER NOT NULL CHECK (running > 0),
  company TEXT NOT NULL, customer_key TEXT NOT NULL, currency TEXT NOT NULL,
  kind TEXT NOT NULL, level TEXT NOT NULL, UNIQUE (sequence, running)
) STRICT;
CREATE TABLE drafts (
  seq INTEGER PRIMARY KEY, letter INTEGER NOT NULL REFERENCES letters (seq),
  number TEXT NOT NULL, customer TEXT NOT NULL, as_of TEXT NOT NULL, written TEXT NOT NULL,
  deadline TEXT, demand_minor INTEGER NOT NULL, fee_minor INTEGER NOT NULL,
  sha256 TEXT NOT NULL, run TEXT NOT NULL, is_forced INTEGER NOT NULL CHECK (is_forced IN (0, 1))
) STRICT;
CREATE INDEX drafts_by_letter ON drafts (letter);
CREATE TABLE draft_items (
  draft INTEGER NOT NULL REFERENCES drafts (seq), place INTEGER NOT NULL,
  document_no TEXT NOT NULL, due_date TEXT, open_minor INTEGER NOT NULL,
  demanded_minor INTEGER NOT NULL, fee_minor INTEGER NOT NULL, PRIMARY KEY (draft, place)
) STRICT;
CREATE TABLE letter_events (
  seq INTEGER PRIMARY KEY, letter INTEGER NOT NULL REFERENCES letters (seq),
  what TEXT NOT NULL CHECK (what IN ('sent', 'cancelled')), draft INTEGER REFERENCES drafts (seq),
  sent_on TEXT,
  by TEXT NOT NULL, tracking TEXT NOT NULL, arrived_on TEXT
) STRICT;
CREATE INDEX events_by_letter ON letter_events (letter);
CREATE TABLE contacts (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, at TEXT NOT NULL, company TEXT NOT NULL,
  customer_key TEXT NOT NULL, customer TEXT NOT NULL, currency TEXT NOT NULL,
  channel TEXT NOT NULL, ours TEXT NOT NULL, person TEXT NOT NULL, amount_minor INTEGER NOT NULL,
  days_past_due INTEGER NOT NULL, action TEXT NOT NULL, feedback TEXT NOT NULL,
  next_step TEXT NOT NULL, next_on TEXT, reason TEXT, proof TEXT NOT NULL,
  proof_ref TEXT NOT NULL, confirmed_minor INTEGER, is_complaint INTEGER NOT NULL,
  pause_until TEXT, corrects TEXT NOT NULL, source TEXT NOT NULL
) STRICT;
CREATE TABLE promises (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, company TEXT NOT NULL, customer_key TEXT NOT NULL,
  customer TEXT NOT NULL, currency TEXT NOT NULL, made_on TEXT NOT NULL, due_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL, document_no TEXT NOT NULL, person TEXT NOT NULL,
  contact TEXT NOT NULL, withdrawn_on TEXT
) STRICT;
CREATE TABLE disputes (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, company TEXT NOT NULL, customer_key TEXT NOT NULL,
  customer TEXT NOT NULL, currency TEXT NOT NULL, opened_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL, document_no TEXT NOT NULL, reason TEXT NOT NULL,
  owner TEXT NOT NULL, closed_on TEXT
) STRICT;
CREATE TABLE statements (
  seq INTEGER PRIMARY KEY, month TEXT NOT NULL, company TEXT NOT NULL,
  customer_key TEXT NOT NULL, customer TEXT NOT NULL, currency TEXT NOT NULL,
  closing_minor INTEGER NOT NULL, made_on TEXT NOT NULL, sha256 TEXT NOT NULL, run TEXT NOT NULL,
  sent_on TEXT, slip TEXT NOT NULL, returned_on TEXT, pays INTEGER NOT NULL
) STRICT;
CREATE TABLE snapshots (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, as_of TEXT NOT NULL,
  ledger_sha256 TEXT NOT NULL, run TEXT NOT NULL, UNIQUE (as_of, ledger_sha256)
) STRICT;
CREATE TABLE snapshot_lines (
  seq INTEGER PRIMARY KEY, snapshot TEXT NOT NULL REFERENCES snapshots (id),
  company TEXT NOT NULL, customer_key TEXT NOT NULL, customer TEXT NOT NULL,
  currency TEXT NOT NULL, document_no TEXT NOT NULL, kind TEXT NOT NULL, issue_date TEXT,
  due_date TEXT, amount_minor INTEGER NOT NULL, open_minor INTEGER NOT NULL,
  disputed_minor INTEGER NOT NULL, salesperson TEXT NOT NULL, is_written_off INTEGER NOT NULL
) STRICT;
CREATE INDEX lines_by_snapshot ON snapshot_lines (snapshot);
CREATE TABLE snapshot_grades (
  snapshot TEXT NOT NULL REFERENCES snapshots (id), company TEXT NOT NULL,
  customer_key TEXT NOT NULL, grade TEXT NOT NULL
) STRICT;
CREATE TABLE snapshot_figures (
  snapshot TEXT NOT NULL REFERENCES snapshots (id), name TEXT NOT NULL,
  currency TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
"""
_SECOND = """
CREATE TABLE run_allowed (
  run TEXT NOT NULL REFERENCES runs (id), rule TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (run, rule)
) STRICT;
"""
_THIRD = """
CREATE TABLE snapshot_packs (
  snapshot TEXT PRIMARY KEY REFERENCES snapshots (id), lines BLOB NOT NULL
) STRICT;
"""
_FOURTH = """
CREATE TABLE own_names (name TEXT PRIMARY KEY) STRICT;
"""
_FIFTH = """
CREATE TABLE draft_offers (
  draft INTEGER PRIMARY KEY REFERENCES drafts (seq), kind TEXT NOT NULL, size TEXT NOT NULL,
  pay_by TEXT NOT NULL, approved_by TEXT NOT NULL
) STRICT;
"""
_FIRST_LOGS = (
    "runs", "run_totals", "letters", "drafts", "draft_items", "letter_events", "contacts",
    "promises", "disputes", "statements", "snapshots", "snapshot_lines", "snapshot_grades",
    "snapshot_figures",
)  # fmt: skip
_SECOND_LOGS = ("run_allowed",)
_THIRD_LOGS = ("snapshot_packs",)
_FOURTH_LOGS = ("own_names",)
_FIFTH_LOGS = ("draft_offers",)
LOGS = (*_FIRST_LOGS, *_SECOND_LOGS, *_THIRD_LOGS, *_FOURTH_LOGS, *_FIFTH_LOGS)


def _refusals(tables: tuple[str, ...]) -> str:
    return "".join(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE (ABORT, 'the register is only added to'); END;\n"
        for table in tables
        for verb in ("UPDATE", "DELETE")
    )


MIGRATIONS: tuple[str, ...] = (
    _FIRST + _refusals(_FIRST_LOGS),
    _SECOND + _refusals(_SECOND_LOGS),
    _THIRD + _refusals(_THIRD_LOGS),
    _FOURTH + _refusals(_FOURTH_LOGS),
    _FIFTH + _refusals(_FIFTH_LOGS),
)
"""Script n makes a register of version n from one of version n - 1."""
