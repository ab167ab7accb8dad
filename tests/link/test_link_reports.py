"""A phone comes in by its QR, reports with picture and position, and answers a push: over a real wire."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.chromium import Page, wait_for
from tests.link.sides import STANDS, DeskSide, measured, report, reported
from tests.resources.phone.pictures import a_photo

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

ON_THE_MAP = """(() => {
  const mark = floodMap.layers.get("reports")?.byId.get("ID")?.[0];
  if (!mark) return null;
  const { lonOf, latOf, find } = floodMap.layers;
  const [x, y] = mark.at;
  return { lon: lonOf(x), lat: latOf(y), layer: find(x, y, 1e6, 15)?.layer ?? "", ...mark.own };
})()"""


def test_a_report_with_picture_and_place_is_on_the_map_of_the_desk(
    desk: DeskSide, phone: Page, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    taken = a_photo(tmp_path / "p.jpg", at="2026:08:20 14:05:06", lon=113.7012, lat=34.9087)
    began = time.monotonic()
    report(phone, "坝坡雨淋沟长三米", taken)
    found = reported(desk, "坝坡雨淋沟长三米")
    took = desk.enrolled_s["P001"] + time.monotonic() - began
    measured(record_property, invite_to_first_report_s=took)
    assert took < 120
    assert (found["kind"], found["by"]) == ("雨淋沟", "P001")
    assert (found["lon"], found["lat"]) == pytest.approx(STANDS, abs=1e-5)
    ((digest, lon, lat),) = found["photos"]
    assert (lon, lat) == pytest.approx((113.7012, 34.9087), abs=1e-4)
    kept = Path(desk.ask("file", digest=digest))
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == digest
    with Image.open(kept) as picture:
        assert not picture.getexif()
        assert picture.size == (1920, 1440)
    desk.ask("look", workspace="desk")
    shown = desk.until("page", which="map", script=ON_THE_MAP.replace("ID", found["id"]))
    lon, lat, layer = shown.pop("lon"), shown.pop("lat"), shown.pop("layer")
    assert (lon, lat, layer) == (pytest.approx(STANDS[0], abs=1e-5), pytest.approx(STANDS[1], abs=1e-5), "reports")
    assert (shown["role"], shown["hollow"]) == ("report.e2", True)  # 工程隐患, not verified yet


def test_a_push_approved_by_a_second_person_is_signed_and_answered_on_the_phone(desk: DeskSide, phone: Page) -> None:
    drafted, by_its_author, by_another = desk.ask(
        "push", identity="link-push", title="滩区人员十八时前撤出", text="收到请回复。", people=["P001", "P002"]
    )
    assert (drafted, by_its_author, by_another) == (True, False, True)
    phone.until("document.querySelector('a[href*=\"push/link-push\"]')", 30)
    assert "滩区人员十八时前撤出" in phone.text()
    phone.tap("a[href*='push/link-push']")
    wait_for(lambda: _receipt(desk, "P001")[0] == "delivered", 20, lambda: f"not signed: {_receipt(desk, 'P001')}")
    phone.tap("[data-answer=answered]")
    wait_for(lambda: _receipt(desk, "P001")[0] == "answered", 20, lambda: f"not answered: {_receipt(desk, 'P001')}")
    assert ["phone_page", "answered"] in _receipt(desk, "P001")[1]
    assert _receipt(desk, "P002")[0] not in {"delivered", "answered"}


def _receipt(desk: DeskSide, person: str) -> list:
    return desk.ask("receipts", push="link-push")[person]
