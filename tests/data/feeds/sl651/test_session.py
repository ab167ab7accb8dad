"""What a centre answers: confirmed once kept, asked again where packets lack, silent where the standard says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data.feeds.sl651.codes import Control
from data.feeds.sl651.encode import confirm, frame, plain, text_head
from data.feeds.sl651.frames import Frame, read_frame, write_frame
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.session import Heard, Manners, Received, StationSession
from data.model.station_line import Outcome
from tests.data.feeds.sl651.telegrams import BOTH, JPEG, RIVER, SENT, framed, packets, timed

NOW = datetime(2026, 7, 1, tzinfo=UTC)


def line(heard: Heard | None = None, **manners: object) -> StationSession:
    return StationSession("10.0.0.7:4000", heard or Heard(), lambda: NOW, Manners(**manners))


def answer(raw: bytes) -> Frame:
    found = read_frame(raw)
    assert isinstance(found, Frame)
    assert not found.up
    return found


@pytest.mark.parametrize("sender", BOTH)
def test_a_report_is_confirmed_once_it_is_kept(sender):
    session = line()
    (arrival,) = session.feed(timed(sender, 7))
    assert (arrival.outcome, arrival.reply, arrival.serial, arrival.sent_at) == (Outcome.SOUND, b"", 7, SENT)
    assert isinstance(arrival.item, Received)
    reply = answer(session.reply_of(arrival))
    assert (reply.end, reply.station, reply.function, reply.coding) == (
        Control.ESC,
        sender.station,
        0x32,
        sender.coding,
    )
    assert (read_uplink(reply).serial, read_uplink(reply).sent_at) == (7, NOW)


def test_a_station_that_is_not_kept_online_is_let_go():
    session = line(keep_online=False)
    (arrival,) = session.feed(timed())
    assert answer(session.reply_of(arrival)).end == Control.EOT


def test_a_one_way_channel_is_not_answered():
    session = line(answer=False)
    (arrival,) = session.feed(timed())
    assert session.reply_of(arrival) == b""
    assert [one.reply for one in session.feed(b"".join([*packets()[:2], packets()[-1]]))] == [b""] * 3


def test_what_comes_again_is_confirmed_and_not_kept_again():
    heard = Heard()
    session = line(heard)
    (arrival,) = session.feed(timed(sent=SENT))
    session.reply_of(arrival)
    (again,) = line(heard).feed(timed(sent=SENT.replace(second=50)))  # on a new line, sent at another time
    assert (again.outcome, again.item) == (Outcome.DUPLICATE, None)
    assert read_uplink(answer(again.reply)).serial == 7


def test_what_was_not_kept_is_taken_when_it_comes_again():
    session = line()
    session.feed(timed())
    (again,) = session.feed(timed())
    assert again.outcome is Outcome.SOUND


def test_a_heartbeat_is_noted_and_not_answered():
    (arrival,) = line().feed(plain(RIVER, 0x2F, 8, SENT))
    assert (arrival.outcome, arrival.item, arrival.reply, arrival.serial) == (Outcome.HEARTBEAT, None, b"", None)


@pytest.mark.parametrize("sender", BOTH)
def test_lost_packets_are_asked_for_and_the_whole_is_confirmed_once(sender):
    session = line()
    sent = packets(sender)
    arrivals = [one for raw in sent if framed(raw).packet not in {2, 3} for one in session.feed(raw)]
    assert [one.outcome for one in arrivals] == [Outcome.PART] * (len(sent) - 2)
    asked = answer(arrivals[-1].reply)
    assert (asked.end, asked.packet, asked.total) == (Control.NAK, 2, len(sent))
    (part,) = session.feed(sent[1])
    assert answer(part.reply).packet == 3
    (whole,) = session.feed(sent[2])
    assert whole.item.uplink.picture == JPEG
    reply = answer(session.reply_of(whole))
    assert (reply.end, reply.packet, reply.total) == (Control.ESC, len(sent), len(sent))


def test_silence_in_the_middle_of_a_picture_asks_twice_for_each_packet_and_then_no_more():
    session = line()
    for raw in packets()[:-2]:
        session.feed(raw)
    asked = [answer(one.reply).packet for _ in range(6) for one in session.quiet()]
    last = len(packets())
    assert asked == [last - 1, last - 1, last, last]
    assert not session.waiting


def test_what_a_station_answers_and_goes_on_with_is_acknowledged():
    session = line()
    (arrival,) = session.feed(write_frame(replace(framed(timed()), function=0x37, end=Control.ETB)))
    assert answer(session.reply_of(arrival)).end == Control.ACK


@pytest.mark.parametrize(
    ("raw", "outcome", "note"),
    [
        (confirm(framed(timed()), 7, SENT), Outcome.REFUSED, "downlink"),
        (frame(RIVER, 0x32, b"\x00\x01"), Outcome.REFUSED, "short"),
        (b"hello, is there a centre?", Outcome.GARBAGE, "garbage"),
        (timed()[:-1] + b"\x00", Outcome.BAD_CRC, "crc"),
        (frame(RIVER, 0x32, text_head(RIVER, 1, SENT)), Outcome.SOUND, ""),
    ],
)
def test_what_is_no_telegram_is_refused_with_its_reason(raw, outcome, note):
    session = line()
    arrivals = [*session.feed(raw), *session.finish()]
    assert [(one.outcome, one.note, one.reply) for one in arrivals] == [(outcome, note, b"")]


def test_a_stranger_is_not_heard():
    (arrival,) = line(knows=lambda station: station == "0000000001").feed(timed())
    assert (arrival.outcome, arrival.note, arrival.item) == (Outcome.REFUSED, "stranger", None)
