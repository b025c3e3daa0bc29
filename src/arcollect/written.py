"""What somebody wrote, paragraph by paragraph, whatever file it stands in."""

from __future__ import annotations

import email
import email.policy
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST = 20_000_000  # bytes of text in one file: no letter is that long
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "section",
        "title",
    ]
)
_FULL = 60  # columns: shorter lines end where their writer wanted
_ENDS = "。！？；：.!?;:|"
_UNSEEN = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and where it stands; unit: line | paragraph | subject | header."""

    unit: str
    number: int
    text: str


def paragraphs(name: str, content: bytes) -> tuple[Paragraph, ...]:
    """The words of a text, Markdown, HTML, Word or mail file, in reading order.

    What a reader does not see (markup, scripts) is left out. Raises UsageError for a
    file that is none of these or too long.
    """
    kind = name.lower().rpartition(".")[2]
    if content[:2] == b"PK" or kind == "docx":
        return tuple(_word(name, content))
    if content[:4] in {b"\xd0\xcf\x11\xe0", b"%PDF"} or len(content) > _MOST:
        raise UsageError(message("lint.not_a_text", file=name), message("lint.kinds"))
    if kind == "eml":
        return tuple(_mail(content))
    said = _decoded(content)
    if kind in {"html", "htm"} or re.match(r"\s*<(?:!doctype html|html)", said, re.IGNORECASE):
        return tuple(_page(said))
    return tuple(_lines(said))


def _lines(said: str) -> Iterator[Paragraph]:
    """One entry per line; a line that was broken for want of room goes on in the next."""
    number, held = 0, ""
    for at, raw in enumerate(said.splitlines(), 1):
        line = raw.strip()
        if held and line and _goes_on(held):
            held += line if _is_wide(held[-1]) or _is_wide(line[0]) else f" {line}"
            continue
        if held:
            yield Paragraph("line", number, held)
        number, held = at, line
    if held:
        yield Paragraph("line", number, held)


def _goes_on(line: str) -> bool:
    """A full line without an end: the writer's editor broke it."""
    columns = sum(1 + _is_wide(c) for c in line)
    return columns >= _FULL and line[-1] not in _ENDS


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _word(name: str, content: bytes) -> Iterator[Paragraph]:
    """Paragraphs of a docx, headers and footers last; tables cell by cell."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [i for i in archive.infolist() if _PARTS.fullmatch(i.filename)]
            if not parts or sum(part.file_size for part in parts) > _MOST:
                raise UsageError(message("lint.not_a_text", file=name), message("lint.kinds"))
            trees: list[Element] = [fromstring(archive.read(part)) for part in parts]
    except (zipfile.BadZipFile, DefusedXmlException, ParseError, zlib.error) as error:
        raise UsageError(message("lint.not_a_text", file=name), message("lint.kinds")) from error
    for number, node in enumerate((p for tree in trees for p in tree.iter(f"{_W}p")), 1):
        said = "".join(t.text or "" for t in node.iter(f"{_W}t")).strip()
        if said:
            yield Paragraph("paragraph", number, said)


def _mail(content: bytes) -> Iterator[Paragraph]:
    """The subject, then the body: plain text where there is one, else the HTML."""
    mail = email.message_from_bytes(content, policy=email.policy.default)
    if subject := str(mail.get("subject", "")).strip():
        yield Paragraph("subject", 1, subject)
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    said = str(body.get_content())
    yield from _page(said) if body.get_content_subtype() == "html" else _lines(said)


def _page(said: str) -> Iterator[Paragraph]:
    page = _Page()
    page.feed(said)
    page.close()
    page.flush()
    yield from page.found


class _Page(HTMLParser):
    """Collects what a reader sees of a page, one entry per block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self._words: list[str] = []
        self._line = 1
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """A block begins a new entry."""
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        """A block ends its entry."""
        self._unseen -= tag in _UNSEEN
        if tag in _BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        """Words, where they are seen."""
        if self._unseen <= 0 and data.strip():
            if not self._words:
                self._line = self.getpos()[0]
            self._words.append(data)

    def flush(self) -> None:
        """Close the entry that is open."""
        said = re.sub(r"\s+", " ", "".join(self._words)).strip()
        if said:
            self.found.append(Paragraph("line", self._line, said))
        self._words = []
