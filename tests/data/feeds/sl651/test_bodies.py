"""Texts of every function, in both codings, read to typed values."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.sl651.bcd import BEIJING, Why, moment, number, packed
from data.feeds.sl651.codes import FUNCTIONS, Coding, Shape
from data.feeds.sl651.elements import KINDS
from data.feeds.sl651.encode import Group, Sender, even_report, frame, manual, plain, report, text_head
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.uplink import TroubleCode
from tests.data.feeds.sl651.telegrams import AT, BOTH, LETTERS, READING, RIVER, SENT, framed, read, timed, values

PLAIN = [kind for kind in KINDS.values() if kind.digits and kind.id not in {"04", "05"}]


@st.composite
def groups(draw) -> Group:
    kinds = draw(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=8, unique_by=lambda kind: kind.id))
    chosen = []
    for kind in kinds:
        most = 10**kind.digits - 1
        scaled = draw(st.none() | st.integers(-most, most))
        chosen.append((kind.id, None if scaled is None else scaled / 10**kind.decimals))
    return Group(AT, tuple(chosen))


@given(groups(), st.sampled_from(BOTH), st.sampled_from([0x30, 0x32, 0x33, 0x37, 0x3A, 0x44]))
def test_a_report_reads_as_it_was_said(group, sender, function):
    uplink = read(report(sender, function, 3, SENT, [group]))
    assert uplink.troubles == ()
    assert (uplink.serial, uplink.sent_at, uplink.kind, uplink.observed_at) == (3, SENT, "H", AT)
    assert [(one.id, one.value) for one in uplink.elements] == [*group.values]
    assert {one.at for one in uplink.elements} == {AT}


@pytest.mark.parametrize(
    ("raw", "decimals", "expected"),
    [
        ("00010490", 3, 10.49),
        ("FF000345", 3, -0.345),
        ("FF0015", 1, -1.5),
        ("FFFFFFFF", 3, Why.ABSENT),
        ("AAAAAAAA", 3, Why.ABSENT),
        ("0001A490", 3, Why.NOT_DECIMAL),
        ("12FF", 0, Why.NOT_DECIMAL),
        ("", 0, Why.EMPTY),
    ],
)
def test_packed_numbers_have_a_sign_a_hole_or_a_reason(raw, decimals, expected):
    value, why = number(bytes.fromhex(raw), decimals)
    assert expected in {value, why}
    assert (value is None) == (why is not None)


def test_a_negative_number_of_odd_figures_is_padded_as_the_standard_says():
    assert packed(-1.5, 3, 1).hex().upper() == "FF0015"
    assert packed(-12.34, 4, 2).hex().upper() == "FF1234"


@pytest.mark.parametrize("raw", ["2013010800", "2002300800", "20063A0800", "20062908"])
def test_what_is_no_time_is_none(raw):
    assert moment(bytes.fromhex(raw)) is None


@pytest.mark.parametrize("sender", BOTH)
def test_an_hour_of_rain_and_levels_has_a_time_for_each_value(sender):
    first = AT - timedelta(minutes=55)
    rain = [0.0, 0.5, None, 25.4, *[0.1] * 8]
    levels = [1.25, None, 655.34, *[2.0] * 9]
    hour = [Group(first, (("F4", rain), ("F5", levels))), READING]
    uplink = read(report(sender, 0x34, 3, SENT, hour))
    assert uplink.troubles == ()
    for name, expected in (("F4", rain), ("F5", levels)):
        series = [one for one in uplink.elements if one.id == name]
        assert [one.value for one in series] == expected
        assert [one.at for one in series] == [first + n * timedelta(minutes=5) for n in range(12)]
        assert {one.why for one in series if one.value is None} == {Why.ABSENT}
    assert [one.at for one in uplink.elements if one.id == "39"] == [AT]


def test_an_hour_that_is_stamped_with_its_end_is_read_so():
    uplink = read(report(RIVER, 0x34, 3, SENT, [Group(AT, (("F4", [0.1] * 12),))]))
    assert uplink.elements[-1].at == AT
    assert [one.code for one in uplink.troubles] == [TroubleCode.SERIES_END]
    assert uplink.grave is None


def test_a_series_with_a_wrong_definition_byte_keeps_its_fixed_length():
    raw = report(RIVER, 0x34, 3, SENT, [Group(AT - timedelta(minutes=55), (("F5", [1.0] * 12), ("38", 12.0)))])
    body = raw[14:-3].replace(b"\xf5\xc0", b"\xf5\x5c")
    uplink = read(frame(RIVER, 0x34, body))
    assert [one.value for one in uplink.elements] == [1.0] * 12 + [12.0]
    assert [(one.code, one.about) for one in uplink.troubles] == [(TroubleCode.SERIES_LENGTH, "F5")]


@pytest.mark.parametrize("sender", BOTH)
@pytest.mark.parametrize(("minutes", "step"), [(5, 5), (60, 60), (1440, 1440)])
def test_even_values_count_on_from_the_first(sender, minutes, step):
    given_values = [90.881, None, -0.345]
    uplink = read(even_report(sender, 3, SENT, AT, minutes, "39", given_values))
    assert uplink.elements[0].value == step
    series = uplink.elements[1:]
    assert [one.value for one in series] == given_values
    assert [one.at for one in series] == [AT + n * timedelta(minutes=minutes) for n in range(3)]


def test_several_elements_at_even_steps_in_letters():
    body = text_head(LETTERS, 3, SENT) + b"ST 0040105150 H TT 2006290800 DRN10 Z PJ 90.88 0.5 90.90 M "
    uplink = read(frame(LETTERS, 0x31, body))
    assert [(one.id, one.value) for one in uplink.elements[1:]] == [
        ("39", 90.88),
        ("20", 0.5),
        ("39", 90.9),
        ("20", None),
    ]
    assert uplink.troubles == ()


def test_several_hours_of_rain_answer_a_question():
    tail = b"\xf0\xf0" + bytes.fromhex("2006290605") + bytes.fromhex("0418000000F460") + bytes(range(24))
    uplink = read(plain(RIVER, 0x38, 3, SENT, tail, "H"))
    rain = [one for one in uplink.elements if one.id == "F4"]
    assert [one.value for one in rain] == [n / 10 for n in range(24)]
    assert rain[-1].at == datetime(2020, 6, 29, 8, 0, tzinfo=BEIJING)


@pytest.mark.parametrize("sender", BOTH)
def test_words_typed_in_at_the_station_are_read(sender):
    uplink = read(manual(sender, 3, SENT, "H 40105150 06290800 Z 90.88 水势涨"))
    assert values(uplink) == {"F2": "H 40105150 06290800 Z 90.88 水势涨", "39": 90.88}


@pytest.mark.parametrize("sender", BOTH)
def test_a_state_word_tells_each_bit(sender):
    raw = bytes.fromhex("4520 00000082".replace(" ", ""))
    tail = b"ZT 00000082 " if sender.coding is Coding.ASCII else raw
    (state,) = read(plain(sender, 0x46, 3, SENT, tail)).elements
    assert state.value == 0x82
    assert state.detail[1] == "蓄电池电压状态:电压低"
    assert state.detail[7] == "终端箱门状态:关闭"


@pytest.mark.parametrize(
    ("function", "tail", "expected"),
    [
        (0x45, "0456312E30", {"遥测站软件版本": "V1.0"}),
        (0x4C, "0103", {"1号开关": 1.0, "2号开关": 1.0, "3号开关": 0.0}),
        (0x4E, "020201200045", {"1号闸门开度": 120.0, "2号闸门开度": 45.0}),
        (0x4F, "FF", {"水量定值控制": 1.0}),
        (0x50, "0001" + "0000" * 30 + "0002", {"历史数据初始化记录": 1.0, "ERC32": 2.0}),
        (0x40, "282BFF00012345", {"水位基值1": -12.345}),
        (0x43, "200801", {"定时报时间间隔": 1.0}),
        (0x49, "03101234", {"密码": "1234"}),
        (0x41, "0E06004010515003", {"中继站(集合转发站)服务地址范围": "0040105150+03"}),
        (
            0x41,
            "045002218094153172009708",
            {"中心站1主信道类型及地址": "IPV4 218.94.153.172:9708"},
        ),
        (0x47, "97", {"固态存储数据初始化": ""}),
        (0x32, "F0F02006290800FF1123000000083812A5FF", {"自定义要素": 0.008, "电源电压": None}),
    ],
)
def test_texts_of_their_own_form_are_read(function, tail, expected):
    kind = "H" if function == 0x32 else ""
    uplink = read(plain(RIVER, function, 3, SENT, bytes.fromhex(tail), kind))
    assert expected.items() <= {one.name: one.value for one in uplink.elements}.items()
    assert uplink.grave is None


def test_parameters_in_letters_are_read():
    uplink = read(plain(LETTERS, 0x43, 3, SENT, b"20 1 28 -12.345 "))
    assert values(uplink) == {"20": 1.0, "28": -12.345}


def test_a_relay_speaks_for_two_stations():
    second = (
        b"\xf1\xf1" + bytes.fromhex("0040104950") + b"H\xf0\xf0" + bytes.fromhex("2006290800") + b"\x39\x23\0\1\2\3"
    )
    raw = timed()
    uplink = read(frame(RIVER, 0x32, raw[14:-3] + second))
    assert [one.station for one in uplink.elements] == ["0040105150"] * 3 + ["0040104950"]
    assert uplink.grave is None


@pytest.mark.parametrize(
    ("tail", "code"),
    [
        ("3923000104", TroubleCode.ELEMENT_CUT),
        ("39", TroubleCode.ELEMENT_CUT),
        ("F460000102", TroubleCode.ELEMENT_CUT),
        ("F0F02013290800", TroubleCode.OBSERVED_TIME),
    ],
)
def test_a_text_that_ends_too_soon_keeps_what_was_read_and_says_so(tail, code):
    body = timed()[14:-3] + bytes.fromhex(tail)
    uplink = read(frame(RIVER, 0x32, body))
    assert values(uplink)["39"] == 90.88
    assert uplink.grave is not None
    assert uplink.grave.code is code


def test_an_invalid_time_of_sending_is_told():
    body = bytes.fromhex("0003" + "209913250000") + timed()[22:-3]
    uplink = read(frame(RIVER, 0x32, body))
    assert (uplink.sent_at, uplink.grave.code) == (None, TroubleCode.SENT_TIME)
    assert values(uplink)["27"] == 5520.0


LEADS = [
    b"\xf0",
    b"\xf1",
    b"\xf1\xf1",
    b"\xff",
    b"\xf4\x60",
    b"\xf5\xc0",
    b"\x04\x18\0\0\5",
    b"\x45",
    b" ST ",
    b" TT ",
    b" DRN05 ",
    b" Z ",
]
pieces = st.lists(st.sampled_from(LEADS) | st.binary(max_size=30), min_size=1, max_size=8).map(b"".join).filter(bool)


@given(st.sampled_from(sorted(FUNCTIONS)), st.sampled_from(BOTH), pieces)
def test_no_text_makes_it_stumble(function, sender, tail):
    for body in (tail, text_head(sender, 1, SENT) + tail, plain(sender, function, 1, SENT, tail, "H")[14:-3] or tail):
        uplink = read(frame(sender, function, body))
        assert uplink.function.code == function
        assert FUNCTIONS[function].shape in Shape


@pytest.mark.parametrize("function", [0x32, 0x31, 0x41])
def test_every_identifier_is_got_past_whatever_follows(function):
    """A reader that stays where it is would hang the server: each pair of bytes, with much and with nothing behind."""
    bare = framed(plain(RIVER, function, 1, SENT, b"", "H"))
    for lead in range(256):
        for second in (0x00, 0xF0, 0xF1, 0xFF):
            for behind in (b"", bytes(40)):
                read_uplink(replace(bare, body=bare.body + bytes([lead, second]) + behind))


def test_a_heartbeat_says_only_that_it_is_there():
    uplink = read(plain(RIVER, 0x2F, 8, SENT))
    assert (uplink.serial, uplink.sent_at, uplink.elements, uplink.troubles) == (8, SENT, (), ())


def test_what_does_not_fit_is_not_written():
    for value in (1e9, -1e8):
        with pytest.raises(ValueError, match="fit"):
            timed(group=Group(AT, (("39", value),)))
    with pytest.raises(ValueError, match="series"):
        timed(group=Group(AT, (("F4", [0.1]),)))
    with pytest.raises(ValueError, match="step"):
        even_report(Sender("0040105150"), 1, SENT, AT, 90, "39", [1.0])


@given(
    st.sampled_from(sorted(FUNCTIONS)),
    st.lists(st.sampled_from([b"\xf0", b"\xf1", b"\xf1\xf1", b"\xf2", b"\xf4", b"\x04", b"\x39", b"\xff", b"\x00"])),
)
def test_reading_ends_whatever_stands_behind_a_sound_check_sum(function, marks):
    read(frame(RIVER, function, text_head(RIVER, 3, SENT) + b"".join(marks)))


def test_an_address_mark_without_an_address_ends_the_text_and_is_told():
    uplink = read(frame(RIVER, 0x32, text_head(RIVER, 3, SENT) + b"\xf1\x39\x23\x00\x10\x49\x90\x38\x12"))
    assert TroubleCode.NO_ADDRESS in {trouble.code for trouble in uplink.troubles}
