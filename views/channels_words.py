"""Words for the channels: kinds, faults, and every code with which an adapter says what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.gateway.channels.build import ChannelTrouble
from data.gateway.channels.catalogue import Fault
from data.gateway.channels.standing import Standing
from views import outbox_words, phrases
from views.channels_field_words import field_caption


def kind(value: str) -> str:
    """Name of a kind of channel."""
    t = QCoreApplication.translate
    return {
        "dingtalk_robot": t("ChannelsWords", "钉钉群机器人"),
        "dingtalk_app": t("ChannelsWords", "钉钉工作通知"),
        "zwdd": t("ChannelsWords", "政务钉钉"),
        "sms_http": t("ChannelsWords", "短信网关（HTTP）"),
        "mail": t("ChannelsWords", "电子邮件"),
        "cap_folder": t("ChannelsWords", "CAP 预警文件"),
        "cn12379_folder": t("ChannelsWords", "国家预警 12379 表单"),
        "tak": t("ChannelsWords", "TAK 态势服务器"),
    }.get(value, value)


def about(value: str) -> str:
    """What a kind does, and what is not known about it."""
    t = QCoreApplication.translate
    return {
        "dingtalk_robot": t("ChannelsWords", "发到一个群，不知道谁看过。机器人每分钟限 20 条。"),
        "dingtalk_app": t("ChannelsWords", "按手机号找到本单位的人，逐人发送并回查结果；可接收发给机器人的消息。"),
        "zwdd": t("ChannelsWords", "政务钉钉（含郑政钉）：网址、租户和密钥由平台方提供。"),
        "sms_http": t("ChannelsWords", "按短信服务商的接口写模板；也可作通用网络回调。"),
        "mail": t("ChannelsWords", "收件人互不可见；经加密连接发送。"),
        "cap_folder": t("ChannelsWords", "向公众：在文件夹写出 CAP 1.2 预警和 Atom 目录。"),
        "cn12379_folder": t("ChannelsWords", "向公众：写出预警发布表单。格式未经预警中心确认，确认前一律标为测试。"),
        "tak": t("ChannelsWords", "在 TAK 上标出推送；可接收 TAK 上的位置，只显示不留存。"),
    }.get(value, "")


def unconfirmed() -> str:
    """That no real tenant has confirmed a kind."""
    return QCoreApplication.translate(
        "ChannelsWords", "按公开文档实现，尚未用真实账号核对；启用前先试填、再向本人测试。"
    )


def why(code: str) -> str:
    """What is wrong with a setting."""
    t = QCoreApplication.translate
    return {
        "off": t("ChannelsWords", "已停用"),
        "unreadable": t("ChannelsWords", "设置文件读不懂"),
        "not_a_channel": t("ChannelsWords", "有不是渠道的内容"),
        "bad_name": t("ChannelsWords", "代号只用小写字母、数字、- 和 _"),
        "reserved": t("ChannelsWords", "这个代号席位自用"),
        "twice": t("ChannelsWords", "代号重复，后一个未采用"),
        "unknown_kind": t("ChannelsWords", "没有这种渠道"),
        "unknown_field": t("ChannelsWords", "没有这一项"),
        "secret_in_file": t("ChannelsWords", "密钥不能写在设置文件里"),
        "missing": t("ChannelsWords", "必填"),
        "missing_secret": t("ChannelsWords", "缺密钥"),
        "wrong_type": t("ChannelsWords", "填写的类型不对"),
        "not_finite": t("ChannelsWords", "不是数"),
        "too_small": t("ChannelsWords", "太小"),
        "too_large": t("ChannelsWords", "太大"),
        "too_long": t("ChannelsWords", "太长"),
        "too_many": t("ChannelsWords", "太多"),
        "not_a_choice": t("ChannelsWords", "不在可选之列"),
        "bad_form": t("ChannelsWords", "格式不对"),
        "address": t("ChannelsWords", "网址不对"),
        "no_tls": t("ChannelsWords", "未加密的连接须先允许"),
        "password_in_clear": t("ChannelsWords", "不加密时不能用密码"),
        "multicast_off": t("ChannelsWords", "组播是明文，须先允许"),
        "get_has_no_body": t("ChannelsWords", "GET 没有正文，也不能签名"),
        "not_json": t("ChannelsWords", "不是 JSON"),
        "unknown_place": t("ChannelsWords", "引用了没有的密钥"),
        "does_not_fit": t("ChannelsWords", "模板或设置互相矛盾"),
        "no_file": t("ChannelsWords", "文件不存在"),
        "no_folder": t("ChannelsWords", "文件夹不存在"),
        "disk": t("ChannelsWords", "设置无法读写"),
        "not_live": t("ChannelsWords", "推演、演练或回放中不测试"),
        "not_ready": t("ChannelsWords", "渠道未启用"),
    }.get(code, _secrets(code) if code.startswith("secrets_") else code)


def _secrets(code: str) -> str:
    t = QCoreApplication.translate
    return {
        "secrets_keyring_locked": t("ChannelsWords", "系统密钥环已锁"),
        "secrets_passphrase_needed": t("ChannelsWords", "密钥箱要口令"),
        "secrets_passphrase_wrong": t("ChannelsWords", "密钥箱口令不对"),
        "secrets_key_missing": t("ChannelsWords", "密钥箱的钥匙文件不见了"),
        "secrets_disk_full": t("ChannelsWords", "磁盘已满，密钥未存"),
    }.get(code, t("ChannelsWords", "密钥箱打不开（{0}）").format(code.removeprefix("secrets_")))


def trouble(kind_id: str, found: ChannelTrouble) -> str:
    """Why a channel is out of service, with the field at fault."""
    return trouble_of_field(kind_id, found.field, found.code) if found.field else why(found.code)


def trouble_of_field(kind_id: str, field: str, code: str) -> str:
    """What is wrong with one field."""
    return phrases.labelled(field_caption(kind_id, field), why(code))


def fault(found: Fault) -> str:
    """A fault of the settings file in one line."""
    name = found.name or QCoreApplication.translate("ChannelsWords", "设置文件")
    field = (
        f" {field_caption(found.kind, found.field)}"
        if found.field and found.why not in ("twice", "unknown_kind")
        else ""
    )
    return phrases.labelled(f"{name}{field}", why(found.why))


def line(standing: Standing) -> str:
    """How the line by which a channel listens stands; "" when it does not listen."""
    t = QCoreApplication.translate
    if not standing.line:
        return ""
    said = {
        "connecting": t("ChannelsWords", "接收：正在连接"),
        "online": t("ChannelsWords", "接收：在线"),
        "waiting": t("ChannelsWords", "接收：断开，稍后重连"),
        "stopped": t("ChannelsWords", "接收：已停"),
    }.get(standing.line, standing.line)
    return phrases.noted(said, detail(standing.line_why)) if standing.line_why else said


def detail(code: str) -> str:
    """What a delivery or a line of the outbox notes, in words; what nobody knows stays as it is."""
    t = QCoreApplication.translate
    bad_text, bad_area = t("ChannelsWords", "内容不合表单要求"), t("ChannelsWords", "预警范围画得不对")
    reference = t("ChannelsWords", "找不到要撤回或更新的前一条")
    tls = t("ChannelsWords", "对方证书不可信")
    own = {
        "token": t("ChannelsWords", "访问凭据被拒"),
        "no_permission": t("ChannelsWords", "应用没有这项权限"),
        "cut": t("ChannelsWords", "连接中断"),
        "connect": t("ChannelsWords", "连不上"),
        "unreachable": t("ChannelsWords", "连不上"),
        "closed": t("ChannelsWords", "连接已关"),
        "disconnect": t("ChannelsWords", "对方要求重连"),
        "handshake": t("ChannelsWords", "对方不接受连接"),
        "http": t("ChannelsWords", "对方不按协议应答"),
        "half_answer": t("ChannelsWords", "应答不完整"),
        "unreadable_answer": t("ChannelsWords", "应答读不懂"),
        "answer_too_long": t("ChannelsWords", "应答过长"),
        "redirect": t("ChannelsWords", "对方转到别的网址，未跟随"),
        "tls": tls,
        "tls_not_trusted": tls,
        "tls_refused": t("ChannelsWords", "加密连接被拒，查客户端证书"),
        "tls_failed": t("ChannelsWords", "加密连接失败"),
        "no_starttls": t("ChannelsWords", "邮件服务器不支持加密"),
        "certificate_file": t("ChannelsWords", "证书文件读不了"),
        "ca_file": t("ChannelsWords", "CA 证书文件读不了"),
        "address": t("ChannelsWords", "网址不对"),
        "no_tls": t("ChannelsWords", "未加密的连接不允许"),
        "login_refused": t("ChannelsWords", "邮箱账号或密码不对"),
        "bad_password": t("ChannelsWords", "密码里有不能用的字符"),
        "not_tried": t("ChannelsWords", "对方无回音，其余的稍后再发"),
        "clock": t("ChannelsWords", "本机时间与对方相差过大"),
        "keyword": t("ChannelsWords", "缺机器人要求的关键词"),
        "sign": t("ChannelsWords", "签名不对，查密钥"),
        "ip": t("ChannelsWords", "本机地址不在机器人白名单"),
        "stopped": t("ChannelsWords", "机器人已被停用"),
        "refused": t("ChannelsWords", "对方拒收"),
        "bad_number": t("ChannelsWords", "号码不对"),
        "daily_limit": t("ChannelsWords", "此人今天已到上限"),
        "failed": t("ChannelsWords", "平台说没有送到"),
        "forbidden": t("ChannelsWords", "平台不让送达"),
        "invalid_user": t("ChannelsWords", "账号已不存在"),
        "unconfirmed": t("ChannelsWords", "已接收，送达未确认"),
        "unread": t("ChannelsWords", "已送达，未读"),
        "read": t("ChannelsWords", "已读"),
        "duplicate": t("ChannelsWords", "此前已送达"),
        "accepted": t("ChannelsWords", "平台已接收"),
        "group": t("ChannelsWords", "已发到群"),
        "schema": bad_text,
        "namespace": bad_text,
        "bad_name": bad_text,
        "bad_time": bad_text,
        "time_missing": bad_text,
        "expired_at_once": t("ChannelsWords", "一发出就已过期"),
        "level_missing": t("ChannelsWords", "没有预警等级，不能填表"),
        "addresses_missing": t("ChannelsWords", "没有写明接收单位"),
        "restriction_missing": t("ChannelsWords", "没有写明限制范围"),
        "bad_circle": bad_area,
        "ring_flat": bad_area,
        "ring_open": bad_area,
        "ring_too_short": bad_area,
        "swapped": t("ChannelsWords", "经纬度颠倒"),
        "off_the_earth": bad_area,
        "far_from_home": t("ChannelsWords", "预警范围在国境之外"),
        "bad_reference": reference,
        "reference_missing": reference,
        "reference_unknown": reference,
        "not_live": why("not_live"),
        "not_ready": why("not_ready"),
    }
    return own.get(code) or _numbered(code) or outbox_words.reason(code)


def _numbered(code: str) -> str:
    """Codes that carry what the other side said."""
    t = QCoreApplication.translate
    for prefix, said in (
        ("http_", t("ChannelsWords", "对方应答 HTTP {0}")),
        ("errcode_", t("ChannelsWords", "钉钉错误码 {0}")),
        ("code_", t("ChannelsWords", "平台错误码 {0}")),
        ("smtp_", t("ChannelsWords", "邮件服务器：{0}")),
        ("refused_", t("ChannelsWords", "对方拒收（{0}）")),
    ):
        if code.startswith(prefix):
            return said.format(code.removeprefix(prefix))
    return {
        "disk_enoent": t("ChannelsWords", "文件夹不在，或共享未挂上"),
        "disk_enospc": t("ChannelsWords", "磁盘已满"),
        "disk_eacces": t("ChannelsWords", "没有写文件夹的权限"),
        "disk_erofs": t("ChannelsWords", "磁盘只读"),
    }.get(code, t("ChannelsWords", "写文件失败（{0}）").format(code[5:]) if code.startswith("disk_") else "")
