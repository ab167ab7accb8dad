"""Every code that a source may answer has words, and a refused file is told with its row and the reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.feeds.report import Reason
from tests.views import alarm_sample as sample
from views import import_words
from views.alarm_said import said
from views.alarm_subjects import about
from views.hydrology_feed_words import plain_words, trouble_words

ROOT = Path(__file__).resolve().parents[2]
RAISED = re.compile(r'(?:PullTrouble|BaseTrouble|FeedTrouble)\(\s*"(\w+)"|\b(?:trouble|otherwise)="(\w+)"')
WRITTEN = ("data/feeds/pull*.py", "data/feeds/folders.py", "data/feeds/sl323/*.py", "desktop/feed_*.py")


def codes() -> list[str]:
    found = {"failed", "unreachable", "lost", "login", "port_taken", "not_listening", "server_failed"}
    for pattern in WRITTEN:
        for path in ROOT.glob(pattern):
            found |= {code for pair in RAISED.findall(path.read_text("utf-8")) for code in pair if code}
    return sorted(found)


@pytest.mark.parametrize("code", codes())
def test_every_code_of_a_source_has_words(code):
    assert plain_words(code)
    assert code not in trouble_words(code, {})


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_of_a_refused_file_has_words(reason):
    assert import_words.reason(reason) != reason.value
    assert reason.value not in trouble_words("refused", {"file": "日报.csv", "reason": reason.value})


def test_a_refused_file_is_told_with_row_and_reason():
    params = {"file": "6月/日报.csv", "reason": "bad_time", "row": "5", "column": "时间", "value": "昨晚", "files": "3"}
    assert trouble_words("refused", params) == "文件被拒收：6月/日报.csv 第 5 行 时间 时间读不出 “昨晚”；另有 2 个文件"
    large = {"file": "a.xlsx", "reason": "too_large", "bytes": str(64 << 20), "limit": str(32 << 20), "files": "1"}
    assert trouble_words("refused", large) == "文件被拒收：a.xlsx 文件过大（64 MB，最大 32 MB）"


def test_the_alarm_of_a_source_says_file_and_reason_and_no_code():
    down = sample.condition(
        "feed.down", "file:日报", source="file:日报", trouble="refused", file="a.csv", reason="binary"
    )
    text = said(sample.situation(), about(down))
    assert text.endswith("文件被拒收：a.csv 不是表格文件")
    assert "refused" not in text
    cut = sample.condition("feed.down", "sl323:省防办", source="sl323:省防办", trouble="timeout", detail="10.1.1.5")
    assert said(sample.situation(), about(cut)).endswith("中断：超时未答（10.1.1.5）")
