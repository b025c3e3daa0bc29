"""The words of a file, paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from arcollect.errors import UsageError
from arcollect.written import Paragraph, paragraphs

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, head: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {NS}>{body}</w:document>")
    return made.getvalue()


def said(name: str, content: bytes | str) -> list[str]:
    raw = content.encode() if isinstance(content, str) else content
    return [p.text for p in paragraphs(name, raw)]


def test_lines_of_a_text_keep_their_numbers():
    assert paragraphs("a.txt", b"one\n\n  two\n") == (
        Paragraph("line", 1, "one"),
        Paragraph("line", 3, "two"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_in_its_usual_encodings(encoding):
    assert said("a.txt", "你们欠款".encode(encoding)) == ["你们欠款"]


def test_a_word_split_into_runs_is_one_word():
    runs = "<w:p><w:r><w:t>让你</w:t></w:r><w:r><w:t>好看</w:t></w:r></w:p><w:p/>"
    assert paragraphs("a.docx", docx(runs)) == (Paragraph("paragraph", 1, "让你好看"),)


def test_a_page_without_its_markup():
    page = "<html><style>p{}</style><p>one <b>two</b></p><script>x()</script><li>three</html>"
    assert said("a.html", page) == ["one two", "three"]


def test_subject_and_body_of_a_mail():
    mail = EmailMessage()
    mail["Subject"] = "催款"
    mail.set_content("请付款\n")
    assert said("a.eml", mail.as_bytes()) == ["催款", "请付款"]
    mail.set_content("<p>请付款</p>", subtype="html")
    assert said("a.eml", mail.as_bytes()) == ["催款", "请付款"]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0old word",
        b"PK\x03\x04broken",
        docx("<w:p></w:q>"),
        docx("<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>'),
    ],
)
def test_what_is_no_text_is_refused(content):
    with pytest.raises(UsageError):
        paragraphs("a.docx" if content[:2] == b"PK" else "a.doc", content)


def test_a_line_broken_for_want_of_room_goes_on():
    said = "Nothing in this letter is meant to say that the company we work for\nwaives any right."
    assert [p.number for p in paragraphs("a.txt", said.encode())] == [1]
    assert [p.number for p in paragraphs("a.txt", "致：甲公司\n您好".encode())] == [1, 2]
