"""A phone comes in as it does at a desk: invited, scanned, compared, confirmed, heard, shut out."""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from data.gateway.ports import LinkTrouble
from data.model.field import PhoneRole
from desktop.app import Anlan
from tests.data.gateway.linked import message
from views.phones import PhonesTab
from views.phones_rows import Phase
from views.system import SystemWorkspace

pytestmark = pytest.mark.browser


@pytest.fixture
def linked(anlan: Anlan, qtbot: QtBot) -> Anlan:
    """A desk whose gateway listens on loopback, at ports of its own."""
    anlan.field.ports = (0, 0, 0)
    anlan.field.start()
    qtbot.waitUntil(lambda: anlan.phones.state().phase is Phase.LOCAL, timeout=20_000)
    qtbot.waitUntil(lambda: anlan.field.link.gateway is not None)
    return anlan


def tab_of(anlan: Anlan) -> PhonesTab:
    anlan.top_bar.phones.click()
    page = anlan.window.findChild(SystemWorkspace)
    assert page is not None
    return page.phones


def scanned(widget: QWidget) -> str:
    """What a phone's camera reads off a widget."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : image.width()]))
    return found[0].text if found else ""


def invited(anlan: Anlan, tab: PhonesTab, person: str, qtbot: QtBot) -> str:
    """Invite a person with the mouse; return the link that his camera reads."""
    qtbot.waitUntil(lambda: bool(tab.invite.picker.list.lines()))
    tab.invite.picker.list.choose([person], tell=True)
    qtbot.mouseClick(tab.invite.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.invite.invited() is not None and tab.invite.code.isVisible())
    qtbot.waitUntil(lambda: scanned(tab.invite.code).startswith("https://"))
    return scanned(tab.invite.code)


@pytest.fixture
def phone(linked: Anlan) -> Iterator[Callable[[str], httpx.Client]]:
    """Phones that trust the authority of this desk and nothing else."""
    made: list[httpx.Client] = []

    def at(base: str) -> httpx.Client:
        trust = ssl.create_default_context(cafile=linked.home / "gateway" / "ca.pem")
        made.append(httpx.Client(base_url=base, verify=trust, headers={"origin": base}, timeout=20))
        return made[-1]

    yield at
    for one in made:
        one.close()


def test_a_phone_is_invited_compared_confirmed_heard_and_shut_out(
    linked: Anlan, phone: Callable[[str], httpx.Client], qtbot: QtBot
) -> None:
    tab = tab_of(linked)
    link = invited(linked, tab, "P001", qtbot)
    where = urlsplit(link)
    assert where.hostname == "127.0.0.1"
    client = phone(f"https://{where.netloc}")
    code = where.fragment.removeprefix("e=")
    assert code not in _words_of(linked.window)
    asked = client.post("/api/enrol", json={"code": code, "name": "测试机"})
    assert asked.status_code == 202
    number, pending = asked.json()["number"], asked.json()["pending"]
    qtbot.waitUntil(tab.invite.phone.isVisible)
    assert tab.invite.phone.number.text() == number
    assert not tab.invite.code.isVisible()
    assert client.get(f"/api/enrol/{pending}").status_code == 202
    assert client.post("/api/enrol", json={"code": code, "name": "别人"}).status_code in {400, 409, 410}
    qtbot.waitUntil(tab.invite.phone.yes.isEnabled)
    qtbot.mouseClick(tab.invite.phone.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: client.get(f"/api/enrol/{pending}").status_code == 200, timeout=10_000)
    assert "__Host-anlan" in client.cookies
    me = client.get("/api/me").json()
    assert (me["person"], me["role"]) == ("P001", PhoneRole.GRID_WORKER.value)
    qtbot.waitUntil(lambda: len(tab.devices.rows()) == 1)
    assert client.post("/api/send", json=message()).status_code == 201
    device = me["device"]
    qtbot.waitUntil(lambda: device in linked.field.link.heard)
    qtbot.waitUntil(lambda: tab.devices.rows()[0].heard is not None)
    tab.devices.table.choose([device], tell=True)
    assert not tab.devices.revoke.isEnabled()
    qtbot.keyClicks(tab.devices.reason, "lost")
    qtbot.mouseClick(tab.devices.revoke, Qt.MouseButton.LeftButton)
    gone = client.get("/api/me")
    assert (gone.status_code, gone.json().get("wipe")) == (401, True)
    assert not linked.room.situation.devices[device].active
    log = (linked.home / "log" / "anlan.log").read_text("utf-8")
    assert code not in log


def test_a_phone_that_waits_is_seen_on_any_workspace_and_takes_no_focus(
    linked: Anlan, phone: Callable[[str], httpx.Client], qtbot: QtBot
) -> None:
    link = invited(linked, tab_of(linked), "P002", qtbot)
    linked.window.open_workspace("desk")
    linked.finder.open()
    before = linked.window.focusWidget()
    where = urlsplit(link)
    client = phone(f"https://{where.netloc}")
    asked = client.post("/api/enrol", json={"code": where.fragment[2:], "name": "红米"}).json()
    knock = linked.phones.knock
    qtbot.waitUntil(knock.isVisible)
    assert knock.card.number.text() == asked["number"]
    assert linked.window.focusWidget() is before
    assert not knock.card.yes.isEnabled()  # a click that was meant for what lay there before must not let anyone in
    assert "待确认 1" in linked.top_bar.phones.text_shown()
    qtbot.waitUntil(knock.card.no.isEnabled)
    qtbot.mouseClick(knock.card.no, Qt.MouseButton.LeftButton)
    assert not knock.isVisible()
    assert client.get(f"/api/enrol/{asked['pending']}").status_code == 410
    assert len(linked.room.situation.devices) == 0


def test_a_code_that_was_voided_lets_nobody_in(
    linked: Anlan, phone: Callable[[str], httpx.Client], qtbot: QtBot
) -> None:
    tab = tab_of(linked)
    where = urlsplit(invited(linked, tab, "P003", qtbot))
    qtbot.mouseClick(tab.invite.void, Qt.MouseButton.LeftButton)
    client = phone(f"https://{where.netloc}")
    asked = client.post("/api/enrol", json={"code": where.fragment[2:], "name": "红米"})
    assert asked.status_code in {400, 403, 409, 410}
    assert linked.field.link.asked == {}


def test_opening_at_an_address_is_kept_and_leads_the_help_page_there(linked: Anlan, qtbot: QtBot) -> None:
    tab = tab_of(linked)
    qtbot.waitUntil(lambda: bool(tab.access.code.modules()))
    assert scanned(tab.access.code) == f"{linked.field.link.opened.trust}/ca"
    linked.phones.open("127.0.0.2")  # any address of this machine that a test may use
    qtbot.waitUntil(lambda: linked.phones.state().address == "127.0.0.2" and tab.access.close_link.isEnabled())
    assert linked.settings.field_address == "127.0.0.2"
    qtbot.mouseClick(tab.access.close_link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: linked.phones.state().phase is Phase.LOCAL)
    assert linked.settings.field_address == ""


def test_a_gateway_that_failed_is_never_shown_as_there(linked: Anlan) -> None:
    linked.field.link._on_told(LinkTrouble("gateway_failed"))
    state = linked.phones.state()
    assert (state.phase, state.online) == (Phase.FAILED, ())
    assert "故障" in linked.top_bar.phones.text_shown()


def test_tags_of_a_village_are_written_and_opened(linked: Anlan, qtbot: QtBot, monkeypatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr("desktop.phones.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    tab = tab_of(linked)
    key = tab.tags.place.key()
    for name in ("tags.html", "tags.pdf"):
        linked.phones.write_sheet(key, str(tmp_path / name))
        qtbot.waitUntil(lambda name=name: str(tmp_path / name) in opened, timeout=30_000)
    assert (tmp_path / "tags.pdf").read_bytes().startswith(b"%PDF")
    assert "anlan" not in json.dumps(sorted(path.name for path in tmp_path.iterdir()))
    assert sorted(path.name for path in tmp_path.glob("*tags*")) == ["tags.html", "tags.pdf"]
    assert (linked.home / "gateway" / "tags.key").stat().st_mode & 0o077 == 0


def _words_of(root: QWidget) -> str:
    """Everything that is written anywhere on the screen or for screen readers."""
    texts = []
    for one in root.findChildren(QWidget):
        texts.append(one.accessibleName())
        texts.append(one.toolTip())
        if callable(getattr(one, "text", None)):
            texts.append(str(one.text()))
    return "\n".join(texts)
