"""A watched folder: files are read when they are whole, once, and never touched; what is wrong is told."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.feeds import folders
from data.feeds.folders import Bulletin, Fault, Known, Scan, Stamp, scan, whats_new
from data.feeds.report import Reason
from data.feeds.tables import Limits
from data.model.telemetry import SourceKind, Variable
from tests.data.feeds import sheets

NOW = datetime(2020, 6, 30, tzinfo=UTC)
ROWS = "测站,时间,水位,流量\n花园口,2020-06-29 08:00,90.88,5520\n花园口,2020-06-30 08:00,90.9,5600\n"


def settled(folder: Path, known: Known, at: float = 0.0) -> Scan:
    first = scan(folder, known, at)
    return scan(folder, first.known, at + 5)


def read(folder: Path, name: str, known: Known, **more: Limits) -> Bulletin:
    return folders.read(folder, name, known, sheets.names(), sheets.limits(), label="日报", now=NOW, **more)


def test_a_bulletin_is_read_once_it_has_stopped_growing(tmp_path):
    path = tmp_path / "日报.csv"
    path.write_text(ROWS[:40], encoding="utf-8")
    first = scan(tmp_path, Known(), 0)
    assert (first.fresh, first.waiting) == ((), ("日报.csv",))
    path.write_text(ROWS, encoding="utf-8")
    second = scan(tmp_path, first.known, 5)
    assert (second.fresh, second.waiting) == ((), ("日报.csv",))
    assert scan(tmp_path, second.known, 7).waiting == ("日报.csv",)
    third = scan(tmp_path, second.known, 9)
    assert third.fresh == ("日报.csv",)
    bulletin = read(tmp_path, "日报.csv", third.known)
    assert {(o.variable, o.value, o.source.kind, o.source.name) for o in bulletin.observations} == {
        (Variable.FLOW, 5520, SourceKind.FILE, "日报"),
        (Variable.FLOW, 5600, SourceKind.FILE, "日报"),
        (Variable.STAGE, 90.88, SourceKind.FILE, "日报"),
        (Variable.STAGE, 90.9, SourceKind.FILE, "日报"),
    }
    assert bulletin.report is not None
    assert bulletin.report.taken == 2
    after = settled(tmp_path, bulletin.known, 20)
    assert (after.fresh, after.waiting) == ((), ())
    assert settled(tmp_path, Known.of(after.known.text())).fresh == ()
    assert path.read_text(encoding="utf-8") == ROWS


def test_the_same_content_is_read_once_and_a_corrected_bulletin_again(tmp_path):
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    known = read(tmp_path, "a.csv", settled(tmp_path, Known()).known).known
    shutil.copy(tmp_path / "a.csv", tmp_path / "a (副本).csv")
    again = settled(tmp_path, known)
    assert again.fresh == ("a (副本).csv",)
    second = read(tmp_path, "a (副本).csv", again.known)
    assert (second.fault, second.observations) == (Fault.SAME, ())
    (tmp_path / "a.csv").write_text(ROWS.replace("5600", "5650"), encoding="utf-8")
    third = settled(tmp_path, second.known)
    assert third.fresh == ("a.csv",)
    assert {o.value for o in read(tmp_path, "a.csv", third.known).observations} >= {5650}


def test_old_encodings_merged_cells_and_bad_rows_are_told_and_the_rest_taken(tmp_path):
    (tmp_path / "2020").mkdir()
    (tmp_path / "2020" / "gbk.csv").write_bytes((ROWS + "花园口,昨天,90,5000\n天外站,2020-06-29,1,2\n").encode("gbk"))
    merged = [["黄河水情日报"], ["测站", "时间", "水位", "流量"], ["花园口", "2020-06-28 08:00", 90.8, 99999]]
    sheets.workbook(
        tmp_path / "merged.xlsx", [*merged, [None, "2020-06-28 20:00", 90.85, 5400]], merged=["A1:D1", "A3:A4"]
    )
    found = settled(tmp_path, Known())
    assert set(found.fresh) == {"2020/gbk.csv", "merged.xlsx"}
    old = read(tmp_path, "2020/gbk.csv", found.known)
    assert old.report is not None
    assert [(r.row, r.reason) for r in old.report.refusals] == [(4, Reason.BAD_TIME), (5, Reason.UNKNOWN_STATION)]
    assert len(old.observations) == 4
    new = read(tmp_path, "merged.xlsx", found.known)
    assert {o.value for o in new.observations if not o.doubts} == {90.8, 90.85, 5400}
    assert new.report is not None
    assert new.report.notes


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("empty.csv", b"", Reason.EMPTY),
        ("torn.xlsx", b"PK\x03\x04" + b"x" * 50, Reason.TORN),
        ("page.csv", b"<html><body>502</body></html>", Reason.WEB_PAGE),
        ("noise.txt", bytes(range(256)) * 9, Reason.BINARY),
    ],
)
def test_a_file_that_cannot_be_read_is_told_once(tmp_path, name, body, reason):
    (tmp_path / name).write_bytes(body)
    bulletin = read(tmp_path, name, settled(tmp_path, Known()).known)
    assert (bulletin.fault, bulletin.observations) == (reason, ())
    assert settled(tmp_path, bulletin.known).fresh == ()


def test_a_file_beyond_the_bound_is_not_even_opened(tmp_path):
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    bulletin = read(tmp_path, "a.csv", settled(tmp_path, Known()).known, limits=Limits(file_bytes=20))
    assert bulletin.fault is Reason.TOO_LARGE
    assert settled(tmp_path, bulletin.known).fresh == ()


def test_files_that_go_change_or_are_locked_while_they_are_read_are_tried_again(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    known = settled(tmp_path, Known()).known
    honest = folders.read_gauge

    def rewritten(*args: object, **more: object):
        os.utime(path, ns=(1, 1))
        return honest(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(folders, "read_gauge", rewritten)
    changing = read(tmp_path, "a.csv", known)
    assert (changing.fault, changing.known) == (Fault.CHANGING, known)

    def held(path: Path) -> bytes:
        raise PermissionError(13, "held by another", str(path))

    monkeypatch.setattr(Path, "read_bytes", held)
    assert read(tmp_path, "a.csv", known).fault is Fault.BUSY
    path.unlink()
    assert read(tmp_path, "a.csv", known).fault is Fault.VANISHED
    assert scan(tmp_path, known, 9).vanished == ("a.csv",)


def test_drafts_of_office_programs_and_other_files_are_passed_over(tmp_path):
    for name in ("~$日报.xlsx", ".hidden.csv", "photo.jpg", "a.csv.part", "b.CSV"):
        (tmp_path / name).write_bytes(b"x")
    assert scan(tmp_path, Known(), 0).waiting == ("b.CSV",)


def test_a_folder_that_is_not_there_loses_nothing_of_what_is_known(tmp_path):
    known = whats_new({"a.csv": Stamp(1, 1)}, Known(), 0, 3).known
    gone = scan(tmp_path / "none", known, 0)
    assert (gone.trouble, gone.known, gone.vanished) == ("no_folder", known, ())
    assert scan(Path(__file__), known, 0).trouble == "no_folder"


def test_a_folder_of_very_many_files_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MOST_FILES", 3)
    for n in range(5):
        (tmp_path / f"{n}.csv").write_text("x")
    found = scan(tmp_path, Known(), 0)
    assert (len(found.waiting), found.cut_off) == (3, True)
