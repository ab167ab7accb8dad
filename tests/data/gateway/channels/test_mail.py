"""Mail against a server that insists on TLS and log-in: one outcome a recipient, and headers that hold."""

from __future__ import annotations

import logging
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.mail import Mail, Security, message_id
from data.model.dispatch import Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, Recipient
from tests.data.gateway.channels.fake_mail import PASSWORD, USER, mailing
from tests.data.gateway.channels.outward import SENT, Authority, drill, message, refused_in_drill

PEOPLE = (
    Recipient("p1", "an@example.org", "周安"),
    Recipient("p2", "ping@example.org", "吴平"),
    Recipient("p3", "", "郑宁"),
    Recipient("p4", "no address\r\nRCPT TO:<x@y>", "王"),
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority.made(tmp_path_factory.mktemp("mail"))


@pytest.fixture(scope="module")
def context(authority):
    return authority.server_context()


def carrier(port: int, authority: Authority, **fields) -> Mail:
    given_ = {
        "port": port, "sender_name": "镇防汛办", "user": USER, "password": PASSWORD,
        "ca_file": authority.file, "timeout_s": 2.0,
    }  # fmt: skip
    return Mail("127.0.0.1", "desk@town.example", **(given_ | fields))


def outcomes(known):
    return [(one.person, one.outcome, one.detail.split(" ")[0], one.retry_after_s is not None) for one in known]


def test_mail_goes_over_starttls_with_log_in_and_recipients_do_not_see_each_other(authority, context):
    with mailing(context) as box:
        known = carrier(box.port, authority).send(message(), PEOPLE)
    assert outcomes(known) == [
        ("p1", Outcome.DELIVERED, "", False),
        ("p2", Outcome.DELIVERED, "", False),
        ("p3", Outcome.FAILED, "no_address", False),
        ("p4", Outcome.FAILED, "bad_address", False),
    ]
    assert box.envelopes[0].rcpt_tos == ["an@example.org", "ping@example.org"]
    mail = box.mails[0]
    assert mail["Subject"] == "洪水黄色预警"
    assert mail["From"].addresses[0].display_name == "镇防汛办"
    assert mail["Date"].datetime == SENT
    assert "example.org" not in mail.as_string()
    assert mail.get_content().strip() == "花园口流量将到八千，请转移。"
    assert known[0].ref == mail["Message-ID"] == message_id("push-1", "town.example")


def test_mail_goes_over_tls_from_the_first_byte(authority, context):
    with mailing(context, at_once=True) as box:
        known = carrier(box.port, authority, security=Security.TLS).send(message(), PEOPLE[:1])
    assert known[0].outcome is Outcome.DELIVERED


def test_a_repeat_is_known_by_its_id_and_a_retraction_refers_to_its_push(authority, context):
    with mailing(context) as box:
        desk = carrier(box.port, authority)
        desk.send(message(), PEOPLE[:1])
        desk.send(message(), PEOPLE[:1])
        desk.send(message(retracts=True), PEOPLE[:1])
    first, again, retraction = box.mails
    assert first["Message-ID"] == again["Message-ID"] != retraction["Message-ID"]
    assert retraction["References"] == first["Message-ID"]


@pytest.mark.parametrize(
    ("answer", "code", "again"), [("550 no such user", "smtp_550", False), ("451 later", "smtp_451", True)]
)
def test_a_refused_recipient_is_told_alone(authority, context, answer, code, again):
    with mailing(context) as box:
        box.refuse["an@example.org"] = answer + " <an@example.org>"
        known = carrier(box.port, authority).send(message(), PEOPLE[:2])
    assert outcomes(known) == [("p1", Outcome.FAILED, code, again), ("p2", Outcome.DELIVERED, "", False)]
    assert "an@" not in known[0].detail


def test_when_all_are_refused_each_hears_why(authority, context):
    with mailing(context) as box:
        box.refuse = {"an@example.org": "550 gone", "ping@example.org": "452 full"}
        known = carrier(box.port, authority).send(message(), PEOPLE[:2])
    assert outcomes(known) == [("p1", Outcome.FAILED, "smtp_550", False), ("p2", Outcome.FAILED, "smtp_452", True)]


def test_a_group_refused_whole_does_not_stop_the_next(authority, context):
    with mailing(context) as box:
        box.refuse = {"an@example.org": "550 gone"}
        known = carrier(box.port, authority, together=1).send(message(), PEOPLE[:2])
    assert [one.outcome for one in known] == [Outcome.FAILED, Outcome.DELIVERED]


def test_a_server_that_hangs_up_while_naming_recipients_has_delivered_to_nobody(authority, context):
    with mailing(context) as box:
        box.refuse = {"ping@example.org": "421 closing"}
        known = carrier(box.port, authority).send(message(), PEOPLE[:2])
    assert outcomes(known) == [("p1", Outcome.FAILED, "smtp_421", True), ("p2", Outcome.FAILED, "smtp_421", True)]
    assert box.mails == []


def test_a_refused_mail_is_a_failure_for_all(authority, context):
    with mailing(context) as box:
        box.data_answer = "554 looks like spam"
        known = carrier(box.port, authority).send(message(), PEOPLE[:2])
    assert outcomes(known) == [("p1", Outcome.FAILED, "smtp_554", False), ("p2", Outcome.FAILED, "smtp_554", False)]


def test_half_an_answer_is_tried_again(authority, context):
    with mailing(context) as box:
        box.hang_up = True
        known = carrier(box.port, authority).send(message(), PEOPLE[:1])
    assert outcomes(known) == [("p1", Outcome.FAILED, "half_answer", True)]


def test_a_wrong_password_is_told_and_not_tried_again(authority, context, caplog):
    caplog.set_level(logging.DEBUG, "data")
    with mailing(context) as box:
        desk = carrier(box.port, authority, password="wrong-secret")
        known = desk.send(message(), PEOPLE[:1])
        drafts = desk.compose(message(), PEOPLE)
    assert outcomes(known) == [("p1", Outcome.FAILED, "login_refused", False)]
    for text in (repr(desk), repr(drafts), repr(known), caplog.text):
        assert "wrong-secret" not in text


def test_a_server_of_another_authority_is_not_trusted(context, tmp_path):
    stranger = Authority.made(tmp_path, "stranger")
    with mailing(context) as box:
        known = carrier(box.port, stranger).send(message(), PEOPLE[:1])
    assert outcomes(known) == [("p1", Outcome.FAILED, "tls_not_trusted", False)]
    assert box.mails == []


def test_a_server_without_tls_gets_neither_password_nor_mail(authority):
    with mailing(None, auth=False) as box:
        known = carrier(box.port, authority).send(message(), PEOPLE[:1])
    assert outcomes(known) == [("p1", Outcome.FAILED, "no_starttls", False)]
    assert box.mails == []


def test_a_relay_in_the_clear_works_without_a_password(authority):
    with mailing(None, auth=False) as box:
        desk = carrier(box.port, authority, security=Security.PLAIN, user="", password="")
        known = desk.send(message(), PEOPLE[:1])
    assert known[0].outcome is Outcome.DELIVERED
    with pytest.raises(ValueError, match="open line"):
        carrier(1, authority, security=Security.PLAIN)


def test_a_server_that_is_not_there_and_one_that_is_silent_are_tried_again(authority):
    assert outcomes(carrier(9, authority).send(message(), PEOPLE[:1])) == [("p1", Outcome.FAILED, "unreachable", True)]
    with socket.create_server(("127.0.0.1", 0)) as silent:
        desk = carrier(silent.getsockname()[1], authority, timeout_s=0.1)
        assert outcomes(desk.send(message(), PEOPLE[:1])) == [("p1", Outcome.FAILED, "timeout", True)]


@pytest.mark.parametrize("greeting", [b"\xff\xfe\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"220 hi\r\n", b"x" * 9000])
def test_a_server_that_speaks_something_else_is_a_failure(authority, greeting):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            line, _ = server.accept()
            with line:
                line.sendall(greeting)

        thread = threading.Thread(target=serve)
        thread.start()
        known = carrier(server.getsockname()[1], authority, timeout_s=1.0).send(message(), PEOPLE[:1])
        thread.join()
    assert known[0].outcome is Outcome.FAILED
    assert known[0].detail


def test_a_drill_reaches_no_mailbox(authority, context):
    with mailing(context) as box:
        refused_in_drill(carrier(box.port, authority), PEOPLE)
    assert box.mails == []


def test_a_drill_to_an_exercise_server_is_marked(authority, context):
    with mailing(context) as box:
        drill(carrier(box.port, authority, exercise=True), message(), PEOPLE[:1])
    assert box.mails[0]["Subject"] == EXERCISE_MARK + "洪水黄色预警"
    assert box.mails[0].get_content().startswith(EXERCISE_MARK)


def test_nobody_with_an_address_means_no_connection(authority):
    assert outcomes(carrier(9, authority).send(message(), PEOPLE[2:3])) == [("p3", Outcome.FAILED, "no_address", False)]


@given(st.text(), st.text(), st.text())
def test_no_text_of_a_push_makes_a_header(title, text, id_):
    desk = Mail("127.0.0.1", "desk@town.example", sender_name=title)
    written = desk._mail(Message(id=id_, text=text, title=title, realm=Realm.DRILL)).as_bytes()
    head = written.partition(b"\r\n\r\n")[0]
    names = {line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))}
    assert names <= {
        b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Auto-Submitted",
        b"MIME-Version", b"Content-Type", b"Content-Transfer-Encoding",
    }  # fmt: skip
    assert b"\n" not in head.replace(b"\r\n", b"")


@given(st.text())
def test_any_push_can_be_composed_as_a_mail(text):
    drafts = Mail("127.0.0.1", "desk@town.example").compose(message(text, title=""), PEOPLE)
    assert drafts[0].to == "an@example.org, ping@example.org"


@given(st.text(max_size=60))
def test_any_address_is_taken_or_refused_without_a_connection(address):
    from data.gateway.channels.mail import _ADDRESS

    if not _ADDRESS.fullmatch(address):
        known = Mail("127.0.0.1", "desk@town.example", port=9).send(message(), (Recipient("p", address),))
        assert known[0].detail in {"bad_address", "no_address"}
