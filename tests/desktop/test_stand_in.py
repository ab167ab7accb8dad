"""The stand-in for a phone: it goes to our own gateway on this machine, knows it by its certificate, and no other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QSslCertificate
from PySide6.QtWebEngineCore import QWebEnginePermission

from data.gateway.tls import LEAF_FILE, ensure
from desktop import stand_in
from desktop.settings import Settings
from desktop.stand_in import StandIn, film, leaf_digest, on_this_machine, prepare_camera

pytestmark = pytest.mark.browser

Type = QWebEnginePermission.PermissionType
ADDRESS = "https://127.0.0.1:8843"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates as our gateway makes them."""
    made = tmp_path_factory.mktemp("ours")
    ensure(made, (), datetime.now(UTC))
    return made


@pytest.fixture
def phone(qapp: object, folder: Path) -> Iterator[StandIn]:
    """A stand-in that has not been started."""
    made = StandIn(ADDRESS, leaf_digest(folder), "t" * 43)
    yield made
    made.close()
    made.deleteLater()


def chain(folder: Path) -> list[QSslCertificate]:
    return QSslCertificate.fromData((folder / LEAF_FILE).read_bytes())


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8843",
        "https://localhost:8843",
        "https://192.0.2.7:8843",
        "https://127.0.0.1",
        "https://a.b:1",
        "",
    ],
)
def test_it_is_made_for_a_gateway_of_this_machine_only(qapp: object, address: str) -> None:
    with pytest.raises(ValueError, match="not a gateway of this machine"):
        StandIn(address, b"", "t" * 43)


def test_it_trusts_the_very_certificate_of_our_gateway(phone: StandIn, folder: Path) -> None:
    assert phone.trusts(QUrl(f"{ADDRESS}/"), chain(folder))
    assert phone.trusts(QUrl("wss://127.0.0.1:8843/api/line"), chain(folder))


def test_it_trusts_no_other_certificate_though_it_has_our_address(phone: StandIn, tmp_path: Path) -> None:
    ensure(tmp_path, (), datetime.now(UTC))
    assert not phone.trusts(QUrl(f"{ADDRESS}/"), chain(tmp_path))
    assert not phone.trusts(QUrl(f"{ADDRESS}/"), [])


def test_our_certificate_second_in_a_chain_is_not_enough(phone: StandIn, folder: Path, tmp_path: Path) -> None:
    ensure(tmp_path, (), datetime.now(UTC))
    assert not phone.trusts(QUrl(f"{ADDRESS}/"), [*chain(tmp_path), *chain(folder)])


@pytest.mark.parametrize("place", ["https://127.0.0.1:9/", "https://192.0.2.7:8843/", "https://localhost:8843/"])
def test_it_trusts_our_certificate_nowhere_else_and_goes_nowhere_else(phone: StandIn, folder: Path, place: str) -> None:
    assert not phone.trusts(QUrl(place), chain(folder))
    assert not phone.is_ours(QUrl(place))
    assert not phone.may_use(QUrl(place), Type.MediaVideoCapture)


@pytest.mark.parametrize(
    "kind", [Type.Geolocation, Type.Notifications, Type.ClipboardReadWrite, Type.DesktopVideoCapture]
)
def test_it_gives_its_page_camera_and_microphone_and_nothing_besides(phone: StandIn, kind: Type) -> None:
    assert phone.may_use(QUrl(ADDRESS), Type.MediaAudioVideoCapture)
    assert not phone.may_use(QUrl(ADDRESS), kind)


def test_it_keeps_nothing_on_disk(phone: StandIn) -> None:
    assert phone.page.profile().isOffTheRecord()


def test_the_camera_is_a_film_of_a_drawing_set_before_the_engine_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(stand_in.FLAGS, "--disable-gpu")
    prepare_camera(tmp_path)
    flags = os.environ[stand_in.FLAGS].split()
    assert flags[0] == "--disable-gpu"
    assert "--use-fake-device-for-media-stream" in flags
    (kept,) = (Path(flag.partition("=")[2]) for flag in flags if flag.startswith("--use-file-for-fake-video-capture="))
    assert kept.read_bytes().count(b"\xff\xd8\xff") == stand_in.FRAMES


def test_a_film_moves_but_its_corner_with_the_words_stands_still(tmp_path: Path) -> None:
    import resources

    body = film(resources.path("demo/photos/spur-sinking.jpg"))
    starts = [n for n in range(len(body)) if body.startswith(b"\xff\xd8\xff", n)]
    assert len({body[a:b] for a, b in zip(starts, [*starts[1:], len(body)], strict=True)}) > stand_in.FRAMES // 2


def test_for_pictures_the_gateway_listens_for_this_machine_only() -> None:
    asked = Settings(field_address="192.0.2.7", certificate_file="a", certificate_key="b", certificate_name="c")
    assert on_this_machine(asked) == Settings()
