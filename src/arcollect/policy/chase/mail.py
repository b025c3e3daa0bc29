"""Which mail server sends, and which fonts a pdf is set in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from arcollect.policy.values import Rule, Section


class MailPolicy(Section):
    """How e-mail leaves the house, and only when it is asked for (`--send`).

    The password is never here: it comes from ARCOLLECT_MAIL_PASSWORD or a file.
    """

    host: str = ""
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Annotated[Literal["starttls", "tls", "none"], Rule("R-LAW-13")] = "starttls"
    user: str = ""
    sender: str = ""


class PdfPolicy(Section):
    """The font of pdf letters; without one, the font that came with the extra."""

    font: str = ""
    font_path: str = ""
