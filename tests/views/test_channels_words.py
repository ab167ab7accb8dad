"""Every kind, field and code of the channels has words, taken from the adapters' own sources."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import data.gateway.channels as adapters
from data.gateway.channels.build import ChannelTrouble
from data.gateway.channels.catalogue import KINDS, Fault, FieldType
from data.gateway.channels.dingtalk_app import DELIVERED
from data.gateway.channels.robot import REFUSALS
from views import channels_field_words, channels_words

TOLD = {"Trouble", "CapFault", "CapRefused", "FormRefused", "_Ended"}
NEVER_SHOWN = {"off"}  # told as a trouble of the settings


def codes() -> set[str]:
    """Every literal code that an adapter puts into a trouble, a refusal or a delivery."""
    found: set[str] = {code for _, code in REFUSALS} | {code for code in DELIVERED.values() if code}
    for path in Path(adapters.__path__[0]).glob("*.py"):
        if path.stem in {"catalogue", "build", "setup_file", "standing"}:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                named = isinstance(node.func, ast.Name) and node.func.id in TOLD
                given = [*(node.args[:1] if named else ()), *(k.value for k in node.keywords if k.arg == "detail")]
                parts = [
                    part for one in given for part in ([one.body, one.orelse] if isinstance(one, ast.IfExp) else [one])
                ]
                found |= {one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)}
            elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                first = node.value.elts[0]
                found |= {first.value} if isinstance(first, ast.Constant) else set()
    return {one for one in found if one} - NEVER_SHOWN


def test_every_code_of_the_adapters_has_words():
    known = codes()
    assert {"token", "no_starttls", "keyword", "level_missing", "swapped"} <= known
    assert {code for code in known if channels_words.detail(code) == code} == set()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("http_503", "对方应答 HTTP 503"), ("errcode_33012", "钉钉错误码 33012"),
        ("smtp_550 no such user", "邮件服务器：550 no such user"),
        ("disk_enoent", "文件夹不在，或共享未挂上"), ("disk_exdev", "写文件失败（exdev）"), ("code_1", "平台错误码 1"),
        ("refused_9", "对方拒收（9）"), ("SomethingNew", "SomethingNew"), ("", ""),
    ],
)  # fmt: skip
def test_codes_with_a_number_say_it_and_unknown_ones_stand_as_they_are(code: str, said: str):
    assert channels_words.detail(code) == said


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.id)
def test_every_kind_and_field_has_words(kind):
    assert channels_words.kind(kind.id) != kind.id
    assert channels_words.about(kind.id)
    for field in kind.fields:
        caption = channels_field_words.field_caption(kind.id, field.key)
        assert caption != field.key
        if field.type is FieldType.CHOICE and field.key not in ("method", "format"):
            assert all(channels_field_words.choice(field.key, one) != one for one in field.choices)
    captions = [channels_field_words.field_caption(kind.id, field.key) for field in kind.fields]
    assert len(set(captions)) == len(captions), "two fields of one caption"


def test_a_trouble_names_its_field_and_a_fault_its_channel():
    assert channels_words.trouble("mail", ChannelTrouble("missing_secret", "password")) == "邮箱密码或授权码：缺密钥"
    assert channels_words.trouble("mail", ChannelTrouble("off")) == "已停用"
    assert channels_words.fault(Fault("tak", "tak", "port", "too_large")) == "tak 端口：太大"
    assert channels_words.fault(Fault("", "", "", "unreadable")) == "设置文件：设置文件读不懂"
    assert channels_words.why("secrets_keyring_locked") == "系统密钥环已锁"
