"""What was said and promised: `arcollect log add|list|import|export`."""

from __future__ import annotations

from arcollect.cli.app import Command, several
from arcollect.cli.chase.log.adding import add
from arcollect.cli.chase.log.importing import take_in
from arcollect.cli.chase.log.showing import export, show

app = several()

app.command("add", cls=Command)(add)
app.command("list", cls=Command)(show)
app.command("import", cls=Command)(take_in)
app.command("export", cls=Command)(export)
