"""Every reason and remark of an import has words."""

from __future__ import annotations

from data.feeds.report import FeedRefused, ImportReport, Note, NoteCode, Reason, Refusal
from views import import_words


def test_every_reason_has_words_of_its_own() -> None:
    said = {code: import_words.reason(code) for code in Reason}
    assert {code for code, text in said.items() if text == code.value} == set()
    assert len(set(said.values())) == len(said)


def test_every_remark_has_words_of_its_own() -> None:
    said = {code: import_words.note(Note(code)) for code in NoteCode}
    assert {code for code, text in said.items() if text == code.value} == set()
    assert len(set(said.values())) == len(said)


def test_a_remark_says_where_it_is_about() -> None:
    assert import_words.note(Note(NoteCode.UNKNOWN_COLUMN, column="微信号")) == "不认识的列，未收：微信号"
    assert import_words.note(Note(NoteCode.TOTAL_ROW, row=7)) == "第 7 行 合计行已略过"
    whole = import_words.note(Note(NoteCode.ENCODING, detail="gb18030"))
    assert whole == "文字编码：gb18030"
    assert import_words.note(Note(NoteCode.GAP, 12, "花园口", "3 d")) == "第 12 行 缺测：花园口，3 d"


def test_a_dropped_value_is_said_with_its_reason_in_words() -> None:
    dropped = Note(NoteCode.VALUE_DROPPED, 31, "花园口", f"{Reason.JUMP.value}: 99 (90.1)")
    assert import_words.note(dropped) == "第 31 行 个别值未收，其余照收：花园口，与前值相差过大 99 (90.1)"


def test_a_refusal_says_row_column_reason_value_and_detail() -> None:
    assert import_words.refusal(Refusal(5, "经度", Reason.SWAPPED, "34.9", "纬度 113.7")) == (
        "第 5 行 经度 经纬度似乎颠倒了 “34.9” （纬度 113.7）"
    )
    assert import_words.refusal(Refusal(9, "", Reason.TORN_ROW)) == "第 9 行 末行残缺"


def test_a_refused_file_says_why_and_about_what() -> None:
    assert import_words.file_refused(FeedRefused(Reason.EMPTY)) == "文件是空的"
    fault = FeedRefused(Reason.MISSING_COLUMNS, columns="姓名、类别")
    assert import_words.file_refused(fault) == "缺少必需的列：姓名、类别"


def test_the_counts_are_said_as_they_add_up() -> None:
    report = ImportReport("growers", "a.csv", 10, 7, 2, 1)
    assert import_words.counts(report) == "收 7 行，拒 2 行，略过 1 行"
