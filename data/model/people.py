"""People: staff of the headquarters and grids, squads, key persons, growers, households, desk users."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.model.columns import column


@dataclass(frozen=True, slots=True)
class Staff:
    """One of the 294 grid staff or a member of the headquarters; `role` is a plan role R01 … R22."""

    id: str = column("人员编号", "编号")
    name: str = column("姓名", personal=True)
    role: str = column("岗位代码", "岗位")
    post: str = column("职务")
    kind: str = column("人员类别")  # 社区微网格长 | 农村专兼职网格员 | 镇干部 | 河务技术 | …
    grid: str = column("网格编号", default="")
    squad: str = column("队伍编号", default="")
    phone: str = column("手机", "电话", default="", personal=True)
    deputy: str = column("副职编号", default="")
    skills: str = column("技能", default="")
    lon: float | None = column("经度", default=None)
    lat: float | None = column("纬度", default=None)
    on_duty: bool = column("在岗", default=True)


@dataclass(frozen=True, slots=True)
class Squad:
    """A flood-fighting squad; template "1-3-4" = technical, backbone, member counts (editable, unconfirmed meaning)."""

    id: str = column("队伍编号", "编号")
    name: str = column("队伍名称", "名称")
    kind: str = column("类型")
    template: str = column("编成", default="1-3-4")
    leader: str = column("队长编号", default="")
    lon: float | None = column("经度", default=None)
    lat: float | None = column("纬度", default=None)
    equipment: str = column("装备", default="")


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """A person of the key-person list (重点关注人员)."""

    id: str = column("编号")
    name: str = column("姓名", personal=True)
    category: str = column("类别")
    grid: str = column("网格编号")
    place: str = column("所在位置")
    phone: str = column("手机", "电话", default="", personal=True)
    people: int = column("人数", default=1)
    need: str = column("处置要点", default="")
    contact: str = column("包保干部编号", default="")
    bench: str = column("滩别", default="背河")
    lon: float | None = column("经度", default=None)
    lat: float | None = column("纬度", default=None)
    note: str = column("备注", default="", personal=True)


@dataclass(frozen=True, slots=True)
class Grower:
    """A floodplain grower (滩区种植户); plots hang on it by id."""

    id: str = column("种植户编号", "编号")
    name: str = column("户主或主体", "姓名", personal=True)
    kind: str = column("经营主体")  # 农户 | 种植大户 | 合作社 | 企业 | 外来承包
    village: str = column("所属村")
    phone: str = column("手机", "电话", default="", personal=True)
    on_floodplain: int = column("在滩人数", default=0)
    overnight: int = column("过夜人数", default=0)
    livestock: str = column("养殖", default="")
    machines: str = column("农机", default="")
    facilities: str = column("设施", default="")
    contact: str = column("包保干部编号", default="")
    muster: str = column("集合点", default="")
    route: str = column("撤离路线编号", default="")


@dataclass(frozen=True, slots=True)
class Household:
    """A household of the relocation list."""

    id: str = column("户号", "编号")
    name: str = column("户主", "姓名", personal=True)
    village: str = column("所属村")
    grid: str = column("网格编号")
    people: int = column("人口")
    phone: str = column("手机", "电话", default="", personal=True)
    special: str = column("特殊人群", default="")
    lon: float | None = column("经度", default=None)
    lat: float | None = column("纬度", default=None)
    shelter: str = column("安置点编号", default="")
    contact: str = column("包保干部编号", default="")


class Right(StrEnum):
    """What a user of the desk may do beyond reading and keeping the log."""

    SIGN = "sign"  # set the level, sign off a what-if
    APPROVE = "approve"  # approve a push
    UNMASK = "unmask"  # see personal data
    CONFIGURE = "configure"  # replace registers and settings


@dataclass(frozen=True, slots=True)
class User:
    """A person who may sign in at the desk. `pin_hash` is Argon2id; `rights` are Right values joined by ';'."""

    id: str = column("用户编号", "编号")
    name: str = column("姓名")
    post: str = column("职务")
    rights: str = column("权限", default="")
    pin_hash: str = column("口令哈希", default="")

    def may(self, right: Right) -> bool:
        """Whether the user holds the right."""
        return right.value in self.rights.split(";")


class Whereabouts(StrEnum):
    """Relocation state of a grower, key person or household; UNKNOWN is a state of its own."""

    UNTOLD = "未通知"
    TOLD = "已通知"
    SIGNED = "已签收"
    LEAVING = "撤离中"
    LEFT = "已撤离"
    REFUSED = "拒绝撤离"
    UNKNOWN = "下落不明"
