"""E-mail drafts: unsent, dated with the letter, nothing smuggled in."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from tests.render.letters.papers import HOSTILE, Sheet

from arcollect.analysis.chase.post import Contact, Directory
from arcollect.policy import Policy
from arcollect.render.letters.eml import eml
from arcollect.views.block import Run, Text
from arcollect.views.chase.mailing.envelope import Addressed, envelope, mailbox

SHEET = Sheet((Text((Run("应付 20.00 元"),)),))
OURS = Policy.model_validate({"company": [{"name": "宏远", "email": "ar@example.com"}]})
PEOPLE = {("C1", "李经理"): Contact(email="li@example.com"), ("C1", "赵云"): Contact(email="x")}


def draft(sheet=SHEET, name="李经理", people=PEOPLE):
    of = Addressed(sheet, "", "C1", name, ("赵云",), "letter 催字〔2026〕001号")
    head = envelope(of, Directory(people), OURS)
    return eml(sheet, head, f"{sheet.stem}.docx", b"PK")


def read(raw):
    return message_from_bytes(raw, policy=policy.SMTP)


def test_a_draft_with_the_letter_in_it_and_attached():
    mail = read(draft())
    assert mail["X-Unsent"] == "1"
    assert (mail["From"].addresses[0].addr_spec, mail["To"].addresses[0].addr_spec) == (
        "ar@example.com", "li@example.com",
    )  # fmt: skip
    assert mail["Cc"] is None  # the address of 赵云 is none
    assert mail["Date"].datetime.isoformat() == "2026-10-31T09:00:00+08:00"
    assert mail["X-Arcollect"] == "letter 催字〔2026〕001号"
    assert "应付 20.00 元" in mail.get_body(("plain",)).get_content()
    assert "<html" in mail.get_body(("html",)).get_content()
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("函.docx", b"PK")


def test_the_subject_shames_nobody():
    """Others may see it: no amount, no 欠款, no 催款 (R003-67)."""
    subject = read(draft())["Subject"]
    assert not any(word in subject for word in ("欠", "催款", "逾期", "20.00"))


def test_the_same_letter_is_the_same_draft():
    assert draft() == draft()


@pytest.mark.parametrize("name", [*HOSTILE, "李\r\nBcc: a@example.com", "a\nb", "\x00"])
def test_names_cannot_write_headers(name):
    people = {("C1", name): Contact(email="li@example.com")}
    sheet = Sheet(SHEET.blocks, title=name, author=name)
    mail = read(draft(sheet, name, people))
    assert set(mail.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "X-Arcollect",
        "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert mail["To"].addresses[0].addr_spec == "li@example.com"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (" a@example.com ", "a@example.com"),
        ("a@example.com\nBcc: b@example.com", ""),
        ("a@b@c", ""),
        ("无", ""),
        ("a@example.com;b@example.com", ""),
    ],
)
def test_only_one_plain_address_is_an_address(raw, kept):
    assert mailbox(raw) == kept
