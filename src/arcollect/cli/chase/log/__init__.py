"""What was said and promised: `arcollect log add|list|import|export`."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from arcollect.cli.app import Command
from arcollect.cli.chase.log.adding import add
from arcollect.cli.chase.log.importing import take_in
from arcollect.cli.chase.log.showing import export, show
from arcollect.cli.talk import pages


class Group(TyperGroup):
    """The commands of the log, with our own help page."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the commands."""
        formatter.write(pages.of(self, ctx.command_path, self.commands))


app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, invoke_without_command=True
)


@app.callback()
def log(ctx: typer.Context) -> None:
    """Keep the contact log in the register."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), nl=False)


app.command("add", cls=Command)(add)
app.command("list", cls=Command)(show)
app.command("import", cls=Command)(take_in)
app.command("export", cls=Command)(export)
