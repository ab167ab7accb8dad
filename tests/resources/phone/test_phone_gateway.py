"""The phone page with the real gateway, over TLS and at its real pace: they understand one another."""

from __future__ import annotations

import json

import pytest

from data.gateway.inbound import Taking, to_body
from data.gateway.links import Ports
from data.gateway.ports import EnrolmentAsked, LinkOpened
from data.gateway.server import Gateway, Options
from data.gateway.static import listed
from data.model.field import PhoneRole
from data.model.steps import ReportReceived
from tests.chromium import BROWSER, Chromium, wait_for
from tests.data.gateway.linked import TRUST_FOLDER, Memory, situation
from tests.resources.phone.a_day import kinds
from tests.resources.phone.desk_fake import PAGE

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def test_enrolment_reports_and_a_wipe_work_with_the_real_gateway(tmp_path, photo):
    if not BROWSER:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    memory = Memory(tmp_path / "files")
    rows = tuple((row["category"], row["kind"], row["urgency"]) for row in kinds())
    options = Options(
        certificates=tmp_path / "certificates",
        trust_folder=TRUST_FOLDER,
        phone_files=listed(PAGE),
        ports=Ports(0, 0, 0),
        kinds=rows,
    )
    gateway = Gateway(memory.ports(), options)
    assert gateway.start(20)
    try:
        address = memory.wait_for(LinkOpened).phones.rstrip("/")
        with Chromium("--ignore-certificate-errors") as browser:
            page = browser.page()
            page.allow(address, "geolocation")
            page.place(113.672, 34.9118, 8)
            page.choosing(on=True)
            _, code = gateway.invite("P101", PhoneRole.GRID_WORKER, "op")
            page.go(f"{address}/#e={code}")
            page.tap("[data-act=enrol]")
            asked = memory.wait_for(EnrolmentAsked)
            page.until(f"document.querySelector('[data-number=\"{asked.number}\"]')")
            device = gateway.confirm(asked.pending)
            now = situation(device)
            gateway.show(now)
            page.until("document.querySelector('.tabs') && document.querySelector('.link.open')")
            page.until("caches.match('/js/screens/watch.js').then(Boolean)", 60)
            page.until("navigator.serviceWorker.controller", 60)
            for _ in range(3):  # a nervous thumb: the pace of the gateway must not break the page
                page.reload()
                page.until("document.querySelector('.tabs')")
            page.evaluate("location.hash = '#/report/E2/雨淋沟'")
            page.until("document.querySelector('.what') && document.querySelector('.place.good')")
            page.files("#shoot", [photo(at="2026:08:20 14:05:06", lon=113.7012, lat=34.9087)])
            page.until("document.querySelector('.thumb img')")
            page.tap("[data-act=send]")
            wait_for(lambda: len(memory.kept) == 1, 30, lambda: f"nothing came; {page.trouble}; {page.text()[:300]}")
            page.evaluate("location.hash = '#/danger'")
            page.tap("[data-value=管涌]")
            page.write("[data-element=size]", "口径 5 厘米")
            page.until("document.querySelector('.place.good')")
            page.tap("[data-act=send]")
            wait_for(lambda: len(memory.kept) == 2, 30, lambda: f"nothing came; {page.trouble}; {page.text()[:300]}")
            plain, danger = (to_body(now, one, Taking(one.received_at)) for one in memory.kept.values())
            assert isinstance(plain, ReportReceived)
            assert isinstance(danger, ReportReceived)
            assert (plain.report.kind, plain.report.position, len(plain.report.photos)) == ("雨淋沟", "gps", 1)
            assert plain.report.photos[0].lon == pytest.approx(113.7012, abs=1e-4)
            assert plain.report.photos[0].size > 0
            assert "险情：管涌 口径 5 厘米" in danger.report.text
            assert [json.loads(one.body)["category"] for one in memory.kept.values()] == ["E2", "E1"]
            gateway.revoke(device.id)
            page.until("document.querySelector('[data-wiped]')")
            page.until("indexedDB.databases().then((held) => held.length === 0)")
    finally:
        gateway.stop()
