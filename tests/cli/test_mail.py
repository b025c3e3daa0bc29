"""`arcollect mail` against a mail server in this process: a rehearsal unless asked."""

from __future__ import annotations

import csv
import io
import socketserver
import threading

import pytest

LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,应收金额,未收金额
C1,甲公司,A1,2026-08-01,2026-08-31,100.00,100.00
C2,乙公司,B1,2026-08-01,2026-08-31,300.00,300.00
"""
CONTACTS = """\
客户编码,客户名称,联系人,角色,邮箱
C1,甲公司,李敏,采购,li@example.com
C2,乙公司,王云,采购,wang@example.com
"""
POLICY = """
[[company]]
name = "示例贸易有限公司"
email = "ar@example.com"
[letters]
min_demand = '10'
[books]
contacts = "contacts.csv"
[mail]
host = "127.0.0.1"
port = {port}
security = "none"
"""


class Server(socketserver.ThreadingTCPServer):
    """What came in, and whom to refuse."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.got: list[bytes] = []
        self.refused: list[str] = []


class Handler(socketserver.StreamRequestHandler):
    """The least of SMTP; refuses recipients that the server was told to refuse."""

    server: Server

    def handle(self):
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            word = line.decode().strip()
            verb = word[:4].upper()
            if verb == "DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.got.append(self._content())
                self.wfile.write(b"250 taken\r\n")
            elif verb == "RCPT" and any(bad in word for bad in self.server.refused):
                self.wfile.write(b"550 no such\r\n")
            elif verb == "QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 ok\r\n")

    def _content(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        return b"".join(lines)


@pytest.fixture
def server():
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def drafts(run, tmp_path, server):
    """Two letters as drafts, remembered."""
    port = server.server_address[1]
    (tmp_path / "arcollect.toml").write_text(POLICY.format(port=port), encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    (tmp_path / "台账.csv").write_text(LEDGER, encoding="utf-8")
    register = tmp_path / "r.db"
    line = ("--as-of", "2026-10-31", "--as", "eml", "-o", "out", "--register", register)
    assert run("letters", tmp_path / "台账.csv", *line).code == 0
    return tmp_path / "out"


@pytest.fixture
def mail(run, tmp_path):
    def mailed(*line, **env):
        zh = {"ARCOLLECT_LANG": "zh", **env}
        return run("mail", *line, "--register", tmp_path / "r.db", **zh)

    return mailed


def results(done):
    return [row["结果"] for row in csv.DictReader(io.StringIO(done.out))]


def test_a_rehearsal_sends_nothing(mail, drafts, server):
    done = mail(drafts)
    assert (done.code, results(done), server.got) == (0, ["将发送"] * 2, [])
    assert "--send" in done.err


def test_nothing_is_sent_without_a_yes(mail, drafts, server):
    done = mail(drafts, "--send")
    assert (done.code, server.got) == (2, [])


def test_sent_once_and_noted(mail, drafts, server, run, tmp_path):
    assert results(mail(drafts, "--send", "--yes")) == ["已发送"] * 2
    assert len(server.got) == 2
    assert b"X-Unsent" not in b"".join(server.got)
    assert b"X-Arcollect" not in b"".join(server.got)
    known = run("letters", "--history", "--register", tmp_path / "r.db")
    assert known.out.count("email") + known.out.count("电子邮件") >= 2
    again = mail(drafts, "--send", "--yes")
    assert (again.code, len(server.got)) == (2, 2)


def test_what_the_server_refuses_is_not_noted(mail, drafts, server):
    server.refused.append("li@")
    done = mail(drafts, "--send", "--yes")
    assert done.code == 4
    assert sorted(r[:3] for r in results(done)) == ["已发送", "未发送"]
    server.refused.clear()
    assert "已发送" in results(mail(drafts, "--send", "--yes"))


def test_a_server_that_is_not_there_is_an_output_error(mail, drafts):
    done = mail(drafts, "--send", "--yes", ARCOLLECT_MAIL_PORT="1")
    assert (done.code, "127.0.0.1:1" in done.err) == (4, True)
    assert results(mail(drafts)) == ["将发送"] * 2


def test_a_user_needs_a_password_that_is_not_on_the_command_line(mail, drafts):
    done = mail(drafts, "--send", "--yes", ARCOLLECT_MAIL_USER="ar")
    assert (done.code, "ARCOLLECT_MAIL_PASSWORD" in done.err) == (2, True)


def test_foreign_mail_is_left_alone(mail, drafts, server):
    for old in drafts.glob("*.eml"):
        old.unlink()
    (drafts / "x.eml").write_bytes(b"From: a@example.com\r\nTo: b@example.com\r\n\r\nhi\r\n")
    assert results(mail(drafts)) == ["不发送：不是 arcollect 写的草稿"]
    assert mail(drafts, "--send", "--yes").code == 2
    assert server.got == []


def test_the_mailing_list_has_what_the_slip_needs(drafts):
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(drafts / "邮寄清单.xlsx").active
    said = [[c.value for c in row] for row in sheet.iter_rows()]
    head = next(row for row in said if "内件品名" in row)
    assert head[-4:] == ["寄出日期", "方式", "单号", "签收日期"]
    assert any("催款函(人民币300.00元)" in row for row in said)


def test_drafts_without_a_sender_are_told_when_they_are_written(run, tmp_path):
    """The letter exists; only our own address is missing, and where to fill it in is said."""
    bare = POLICY.format(port=1).replace('email = "ar@example.com"\n', "")
    (tmp_path / "arcollect.toml").write_text(bare, encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    (tmp_path / "台账.csv").write_text(LEDGER, encoding="utf-8")
    line = ("--as-of", "2026-10-31", "--as", "eml", "-o", "out", "--no-register", "--lang", "zh")
    done = run("letters", tmp_path / "台账.csv", *line)
    assert done.code == 0
    assert "2 封邮件草稿没有发件人：请在策略文件的 [[company]] 填写 email" in done.err
    assert "没有收件地址" not in done.err
