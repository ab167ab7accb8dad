"""Words of the 手机 tab and of the link in the top bar: troubles, roles, kinds of address, how a phone stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.gateway.addresses import Interface, Kind
from data.gateway.ports import LinkTrouble
from data.model.field import PhoneRole
from views import phrases, words


def role(value: PhoneRole) -> str:
    """Role of a phone."""
    t = QCoreApplication.translate
    return {
        PhoneRole.GRID_WORKER: t("PhoneWords", "网格员"),
        PhoneRole.SQUAD_LEADER: t("PhoneWords", "队长"),
        PhoneRole.CONTACT_PERSON: t("PhoneWords", "包保干部"),
        PhoneRole.OBSERVER: t("PhoneWords", "观察员"),
    }[value]


def role_about(value: PhoneRole) -> str:
    """What the page of a phone of this role offers."""
    t = QCoreApplication.translate
    return {
        PhoneRole.GRID_WORKER: t("PhoneWords", "接任务、报险情、巡查、点名、视频"),
        PhoneRole.SQUAD_LEADER: t("PhoneWords", "同网格员，并替全队接任务、报平安"),
        PhoneRole.CONTACT_PERSON: t("PhoneWords", "同网格员，并有本人包保的户名单，可扫户牌"),
        PhoneRole.OBSERVER: t("PhoneWords", "只看、应答和通话，不能改动"),
    }[value]


def trouble(found: LinkTrouble) -> str:
    """Say what is wrong with the link and what may be done; the detail stands in brackets."""
    return phrases.noted(_troubles().get(found.code, found.code), found.detail)


def _troubles() -> Mapping[str, str]:
    t = QCoreApplication.translate
    return {
        # where it listens
        "port_busy": t("PhoneWords", "端口被别的程序占用：关掉它，几秒后自动重试"),
        "port_denied": t("PhoneWords", "系统不许使用这个端口：请放行防火墙或换端口"),
        "address_gone": t("PhoneWords", "本机现在没有这个地址：检查网线或 Wi-Fi，地址回来后自动恢复，也可改用别的地址"),
        "gateway_failed": t("PhoneWords", "手机接入程序出错已停，错误已记入日志；请重新启动本程序"),
        # files
        "cannot_read": t("PhoneWords", "证书文件读不出，请检查权限"),
        "cannot_write": t("PhoneWords", "证书文件写不进，请检查权限"),
        "disk_full": t("PhoneWords", "磁盘已满，证书写不进"),
        "name_bad": t("PhoneWords", "地址或域名写法不对"),
        # our own authority
        "ca_foreign": t("PhoneWords", "证书文件夹里的根证书不是本系统做的，没有动它；请移开后重试"),
        "ca_key_mismatch": t("PhoneWords", "根证书与私钥不配，请从备份恢复"),
        "ca_expired": t("PhoneWords", "根证书已过期：须重做，手机要重新安装"),
        "ca_unreadable": t("PhoneWords", "根证书文件读不出，暂用现有站点证书"),
        "ca_missing": t("PhoneWords", "根证书文件不在了：现有证书还能用，换地址时发不出新证书"),
        "ca_remade": t("PhoneWords", "根证书已重做：已装旧证书的手机要重新安装"),
        "ca_not_yet": t("PhoneWords", "本机时钟比根证书生效时间还早，请校时"),
        "ca_ends_soon": t("PhoneWords", "根证书快到期，请安排手机重装"),
        "left_out": t("PhoneWords", "根证书不能为这些地址作保，手机在那里会报不安全"),
        # a certificate of the house
        "own_unreadable": t("PhoneWords", "自备证书或私钥读不出"),
        "own_key_locked": t("PhoneWords", "自备证书的私钥有口令，请换成无口令的"),
        "own_key_mismatch": t("PhoneWords", "自备证书与私钥不配"),
        "own_expired": t("PhoneWords", "自备证书已过期"),
        "own_not_yet": t("PhoneWords", "自备证书尚未生效，请核对本机时钟"),
        "own_not_server": t("PhoneWords", "自备证书不是服务器用途"),
        "own_chain": t("PhoneWords", "自备证书的证书链不全或次序不对"),
        "own_names": t("PhoneWords", "自备证书不含手机要访问的地址或域名"),
        "ends_soon": t("PhoneWords", "自备证书快到期"),
    }


def trouble_codes() -> frozenset[str]:
    """Every code that has words."""
    return frozenset(_troubles())


def refused(code: str, params: Mapping[str, object]) -> str:
    """Why an invitation or a confirmation came to nothing (EnrolTrouble)."""
    t = QCoreApplication.translate
    return {
        "too_many_open": t("PhoneWords", "未用的登记码已满 {0} 个，请等它们过期或作废一些").format(
            params.get("most", "")
        ),
        "not_possible": t("PhoneWords", "这部手机不再等候：已处理、已放弃或超过 10 分钟，请重新生成登记码"),
        "no_link": t("PhoneWords", "手机接入没有在运行，不能登记"),
    }.get(code, code)


def reach(one: Interface) -> str:
    """Who can get to an address."""
    t = QCoreApplication.translate
    return {
        Kind.LOOPBACK: t("PhoneWords", "只有本机"),
        Kind.PRIVATE: t("PhoneWords", "同一局域网内的设备"),
        Kind.SHARED: t("PhoneWords", "同一专网（VPN）内的设备"),
        Kind.LINK_LOCAL: t("PhoneWords", "同一根网线或热点上的设备"),
        Kind.PUBLIC: t("PhoneWords", "公网地址：不经防火墙时互联网上任何人"),
    }[one.kind]


def net(one: Interface) -> str:
    """Kind of net behind an address, short."""
    t = QCoreApplication.translate
    return {
        Kind.LOOPBACK: t("PhoneWords", "本机"),
        Kind.PRIVATE: t("PhoneWords", "局域网"),
        Kind.SHARED: t("PhoneWords", "专网"),
        Kind.LINK_LOCAL: t("PhoneWords", "直连"),
        Kind.PUBLIC: t("PhoneWords", "公网"),
    }[one.kind]


def opens(one: Interface, ports: str) -> str:
    """Say what opening an address means, before it is done."""
    said = QCoreApplication.translate(
        "PhoneWords",
        "将在 {0} 开放端口 {1}。能连到的：{2}。他们能看到登记页和证书帮助页；没有登记码并经值班员确认的手机进不来。",
    )
    return said.format(one.address, ports, reach(one))


def heard(at: datetime | None, now: datetime) -> str:
    """How long a phone has not been heard of."""
    return words.DASH if at is None else words.span(now - at)


def knocks(person: str, phone: str) -> str:
    """Who waits to be let in."""
    return QCoreApplication.translate("PhoneWords", "{0}的手机“{1}”等待登记").format(person, phone)
