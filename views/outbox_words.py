"""Words for what the outbox and the ladder note as codes: why something did not go out, by what it went."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel
from views import words


def carrier(name: str, names: Mapping[str, str]) -> str:
    """Name of a carrier: as the settings call it, a rung's own word when it is worked by hand, else as it stands."""
    if name in names:
        return names[name]
    return words.channel(Channel(name)) if name in {one.value for one in Channel} else name


def reason(code: str) -> str:
    """Why an attempt came to nothing; what a person typed stays as it is."""
    t = QCoreApplication.translate
    no_number, bad_number = t("OutboxWords", "没有号码"), t("OutboxWords", "号码或账号不对")
    silent, refused = t("OutboxWords", "对方没有说明结果"), t("OutboxWords", "对方拒收（{0}）").format(code)
    busy = t("OutboxWords", "渠道限流，稍后再试")
    return {
        "waited_out": t("OutboxWords", "等候到时未应答"),
        "no_phone": t("OutboxWords", "没有登记的手机"),
        "no_carrier": t("OutboxWords", "本席未接入此渠道"),
        "no_deputy": t("OutboxWords", "没有登记副职"),
        "no_number": no_number,
        "no_address": no_number,
        "bad_address": bad_number,
        "no_account": bad_number,
        "exercise": t("OutboxWords", "演练：未向外发送"),
        "by_hand": t("OutboxWords", "由人登记"),
        "timeout": t("OutboxWords", "超时无回音"),
        "no_word": silent,
        "bad_answer": silent,
        "refused": refused,
        "keyword": refused,
        "sign": refused,
        "ip": refused,
        "stopped": refused,
        "no_token": t("OutboxWords", "渠道凭据无效"),
        "throttled": busy,
        "pace": busy,
        "busy": busy,
        "too_long": t("OutboxWords", "正文过长"),
        "fault": t("OutboxWords", "渠道程序出错，已记录"),
    }.get(code, code)


def seconds(wait_s: int) -> str:
    """How long a rung waits: "3 分", "90 秒", "由人转级"."""
    t = QCoreApplication.translate
    if not wait_s:
        return t("OutboxWords", "由人转级")
    if wait_s % 60:
        return t("OutboxWords", "{0} 秒").format(wait_s)
    return t("OutboxWords", "{0} 分").format(wait_s // 60)
