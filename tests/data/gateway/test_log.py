"""What the net sent cannot forge, colour or flood the log."""

from __future__ import annotations

import logging

from data.gateway.limits import Limit
from data.gateway.log import LOG, Calm, calmed, escaped


def test_text_of_the_net_is_one_short_printable_line():
    assert escaped("a\r\n2020 ERROR forged\x1b[31m") == "a\\r\\n2020 ERROR forged\\x1b[31m"
    assert escaped("安澜\u202e反") == "安澜\\u202e反"
    assert escaped(b"\xff\xfe") == "\\xff\\xfe"
    assert len(escaped("x" * 5000)) == 201


def test_each_kind_of_line_comes_only_so_often_but_our_own_faults_always():
    calm = Calm(Limit(rate=0.001, burst=3))

    def record(text, fault=None):
        return calm.filter(logging.LogRecord("gateway", logging.WARNING, "", 0, text, ("x\n",), fault))

    assert [record("noise %s") for _ in range(5)] == [True, True, True, False, False]
    assert record("other %s")
    assert record("noise %s", (ValueError, ValueError(), None))


def test_the_filter_is_there_only_while_the_gateway_runs(caplog):
    before = list(LOG.filters)
    with calmed():
        LOG.warning("from %s", "a\nb")
        logging.getLogger("uvicorn.error").info("chatter")
    assert LOG.filters == before
    assert [one.getMessage() for one in caplog.records] == ["from a\\nb"]
