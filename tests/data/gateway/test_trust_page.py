"""The page that helps a phone to trust the desk: right files, right words for the phone at hand, nothing that runs."""

from __future__ import annotations

import plistlib
import re
from pathlib import Path

import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from data.gateway.certificates import fingerprint, new_authority
from data.gateway.trust_page import Asked, ca_pem, fill, mobileconfig, serve
from tests.data.gateway.trusting import NOW

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "phone" / "trust"
ANDROID = "Mozilla/5.0 (Linux; Android 14; V2055A) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1"
WORDS = {"name": "安澜", "organisation": "指挥台", "description": "说明"}


@pytest.fixture(scope="module")
def authority():
    return new_authority(NOW).certificate


def asked(authority, agent=""):
    return Asked(authority, "https://10.99.0.1:8843/", agent)


def page(authority, agent=""):
    return serve(FOLDER, "/ca", asked(authority, agent)).body.decode()


def test_the_certificate_is_served_as_phones_install_it(authority):
    for path in ("/ca.crt", "/ca/anlan-ca.crt"):
        served = serve(FOLDER, path, asked(authority))
        assert x509.load_der_x509_certificate(served.body) == authority
        assert served.media == "application/x-x509-ca-cert"
        assert 'filename="anlan-ca.crt"' in served.headers["Content-Disposition"]
    text = serve(FOLDER, "/ca/anlan-ca.pem", asked(authority)).body
    assert text == ca_pem(authority)
    assert x509.load_pem_x509_certificate(text) == authority


def test_the_ios_profile_installs_the_authority_and_is_the_same_every_time(authority):
    served = serve(FOLDER, "/ca/anlan.mobileconfig", asked(authority, IPHONE))
    profile = plistlib.loads(served.body)
    (inner,) = profile["PayloadContent"]
    assert served.media == "application/x-apple-aspen-config"
    assert x509.load_der_x509_certificate(inner["PayloadContent"]) == authority
    assert (inner["PayloadType"], profile["PayloadType"]) == ("com.apple.security.root", "Configuration")
    assert not profile["PayloadRemovalDisallowed"]
    assert mobileconfig(authority, WORDS) == mobileconfig(authority, WORDS)
    other = plistlib.loads(mobileconfig(new_authority(NOW).certificate, WORDS))
    mine = plistlib.loads(mobileconfig(authority, WORDS))
    assert len({mine["PayloadUUID"], other["PayloadUUID"], mine["PayloadContent"][0]["PayloadUUID"]}) == 3


def test_the_page_shows_the_fingerprint_to_compare_and_the_link_to_try(authority):
    shown = html.fromstring(page(authority))
    assert shown.find_class("print")[0].text_content().split() == fingerprint(authority).split()
    assert "https://10.99.0.1:8843/" in {link.get("href") for link in shown.iter("a")}


@pytest.mark.parametrize(
    ("agent", "there", "missing"),
    [
        (ANDROID, "仍然安装", "证书信任设置"),
        (IPHONE, "证书信任设置", "仍然安装"),
        ("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1", "仍然安装", "证书信任设置"),
        (f"{ANDROID} MicroMessenger/8.0", "这里装不了", "请用 Safari"),
        (f"{IPHONE} AliApp(DingTalk/7.6)", "这里装不了", "请用 Safari"),
        (f"{IPHONE} CriOS/130", "请用 Safari", "这里装不了"),
        (IPHONE, "核对指纹", "请用 Safari"),
    ],
)
def test_each_phone_sees_its_own_steps(authority, agent, there, missing):
    shown = page(authority, agent)
    assert there in shown
    assert missing not in shown


def test_an_unknown_browser_sees_the_steps_of_both(authority):
    assert all(words in page(authority) for words in ("仍然安装", "证书信任设置"))


def test_the_page_says_what_the_certificate_can_do(authority):
    assert "不能冒充互联网网站" in page(authority)
    free = new_authority(NOW, constrain=False).certificate
    assert "未限定地址" in page(free)
    assert "不能冒充互联网网站" not in page(free)


def test_every_paragraph_is_told_in_english_too(authority):
    shown = html.fromstring(page(authority))
    told = [block for block in shown.iter("h1", "h2", "li", "p") if not block.xpath(".//*[@lang='en']")]
    assert [block.text_content() for block in told if not block.find_class("name")] == []


@pytest.mark.parametrize("agent", ["", ANDROID, IPHONE, f"{IPHONE} MicroMessenger"])
def test_no_page_runs_or_styles_anything_inline_or_leaves_a_place_unfilled(authority, agent):
    shown = page(authority, agent)
    parsed = html.fromstring(shown)
    assert parsed.xpath("//script | //style | //*[@style] | //iframe | //form | //@*[starts-with(name(), 'on')]") == []
    assert not re.search(r"\{\{|\}\}|<!--", shown)
    served = serve(FOLDER, "/ca", asked(authority, agent))
    policy = served.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_every_link_of_the_page_is_answered(authority):
    parsed = html.fromstring(page(authority))
    links = {link.get("href") for link in parsed.iter("a", "link")} - {"https://10.99.0.1:8843/"}
    assert links
    assert all(serve(FOLDER, link, asked(authority)) for link in links)


def test_style_is_served_as_style(authority):
    assert serve(FOLDER, "/ca/trust.css", asked(authority)).media.startswith("text/css")


near = st.sampled_from(["/", "/ca/../index.html", "/ca/index.html", "/ca//trust.css", "/ca/profile.json", "//ca"])


@given(st.one_of(st.text(max_size=40), near))
def test_nothing_else_is_served(path):
    if path not in {"/ca", "/ca/"}:
        assert serve(FOLDER, path, asked(new_authority(NOW).certificate)) is None


@given(st.text(max_size=60))
def test_a_value_never_becomes_markup(value):
    shown = fill('<p title="{{a}}">{{a}}</p>', {"a": value}, frozenset())
    assert shown.count("<") == 2
    assert shown.count('"') == 2


@given(st.text(max_size=200))
def test_no_browser_name_breaks_the_page_or_gets_into_it(agent):
    authority = new_authority(NOW).certificate
    assert html.fromstring(page(authority, agent)).find(".//h1") is not None
