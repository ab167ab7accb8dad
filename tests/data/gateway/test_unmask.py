"""mDNS names in candidates become the address that the gateway saw; all else stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.unmask import unmask_candidate, unmask_sdp

NAME = "0b9c2f5e-3d51-4b1e-9e55-3f4f2f9f8a11.local"
LINE = f"candidate:3 1 udp 2113937151 {NAME} 50123 typ host generation 0"


def test_a_hidden_name_becomes_the_address() -> None:
    assert unmask_candidate(LINE, "10.99.0.1") == LINE.replace(NAME, "10.99.0.1")


def test_only_candidate_lines_of_a_description_are_touched() -> None:
    sdp = f"v=0\r\no=- 1 2 IN IP4 {NAME}\r\na={LINE}\r\na=mid:0\r\n"
    assert (
        unmask_sdp(sdp, "10.99.0.1")
        == f"v=0\r\no=- 1 2 IN IP4 {NAME}\r\na={LINE.replace(NAME, '10.99.0.1')}\r\na=mid:0\r\n"
    )


@pytest.mark.parametrize(
    ("address", "shown"),
    [("::ffff:192.168.1.7", "192.168.1.7"), ("fe80::1%eth0", "fe80::1"), ("2001:db8::5", "2001:db8::5")],
)
def test_an_address_is_written_as_a_candidate_carries_it(address: str, shown: str) -> None:
    assert f" {shown} 50123" in unmask_candidate(LINE, address)


@pytest.mark.parametrize("address", ["", "0.0.0.0", "::", "desk.local", "10.0.0.1\r\na=evil"])
def test_what_is_no_address_changes_nothing(address: str) -> None:
    assert unmask_candidate(LINE, address) == LINE
    assert unmask_sdp(f"a={LINE}", address) == f"a={LINE}"


def test_a_plain_address_and_a_name_that_is_no_uuid_stay() -> None:
    for host in ("192.168.1.9", "printer.local", f"{NAME}.example", f"{NAME}-2"):
        line = LINE.replace(NAME, host)
        assert unmask_candidate(line, "10.0.0.1") == line


@given(st.text(max_size=300), st.text(max_size=40))
def test_no_text_whatever_raises_anything(text: str, address: str) -> None:
    assert isinstance(unmask_sdp(text, address), str)
    assert unmask_candidate(text, "not an address") == text
