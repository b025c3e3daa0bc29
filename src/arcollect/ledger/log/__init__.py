"""The contact log (催收记录): a sheet of the ledger, or a worklist that people filled in."""

from arcollect.ledger.log.reading import LogSheet, log_of, logs_in

__all__ = ["LogSheet", "log_of", "logs_in"]
