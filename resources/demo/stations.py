"""Gauging stations and the four desk users of the demonstration."""

from __future__ import annotations

from data.model.people import Right, User
from data.model.river import HUAYUANKOU, Station

_CODE = "站码：公开资料，正式使用前核对"
_LOCAL = "站码为本地编号，代码待核；坐标约值"
_TRAVEL_LOW = "传播时间设定，待核"


def stations() -> tuple[Station, ...]:
    """Return 花园口 and the stations its warnings look to; codes that begin with HYK- are local."""
    return (
        Station(HUAYUANKOU, "花园口", "黄河", 113.6655, 34.9051, "", 0.0, f"{_CODE}；坐标约值；基面待核"),
        Station("HYK-XLD", "小浪底", "黄河", 112.37, 34.92, "", 15.0, f"{_LOCAL}；传播14–16h取中（4000级）"),
        Station("40104950", "黑石关", "伊洛河", 112.93, 34.72, "", 10.0, f"{_CODE}；坐标约值；1958年峰—峰约10h"),
        Station("HYK-WZ", "武陟", "沁河", 113.27, 35.07, "", 6.0, f"{_LOCAL}；4–8h取中，{_TRAVEL_LOW}"),
        Station("HYK-JHT", "夹河滩", "黄河", 114.57, 34.90, "", -12.0, f"{_LOCAL}；10–14h取中，{_TRAVEL_LOW}"),
        Station("HYK-GC", "高村", "黄河", 115.08, 35.38, "", -28.5, f"{_LOCAL}；由1958年峰现时间推算"),
        Station("HYK-TG", "潼关", "黄河", 110.33, 34.60, "", None, f"{_LOCAL}；经三门峡、小浪底调蓄，不设传播时间"),
        Station("HYK-LM", "龙门", "黄河", 110.60, 35.66, "", None, f"{_LOCAL}；经水库调蓄，不设传播时间"),
        Station("HYK-HX", "华县", "渭河", 109.77, 34.58, "", None, f"{_LOCAL}；经水库调蓄，不设传播时间"),
        Station("40103000", "白马寺", "洛河", 112.58, 34.72, "", None, f"{_CODE}；坐标约值；传播时间待核"),
        Station("40103800", "龙门镇", "伊河", 112.47, 34.56, "", None, f"{_CODE}；坐标约值；传播时间待核"),
        Station(
            "HYK-XLDK", "小浪底水库", "黄河", 112.36, 34.93, "", None, f"{_LOCAL}；库水位、出库，与坝下站分列；基面待核"
        ),
        Station("HYK-LH", "陆浑水库", "伊河", 112.18, 34.20, "", None, f"{_LOCAL}；基面待核"),
        Station("HYK-GX", "故县水库", "洛河", 111.28, 34.24, "", None, f"{_LOCAL}；基面待核"),
        Station("HYK-HKC", "河口村水库", "沁河", 112.66, 35.20, "", None, f"{_LOCAL}；基面待核"),
        Station("HYK-DPH", "东平湖老湖", "大汶河", 116.20, 35.98, "", None, f"{_LOCAL}；基面待核；在花园口下游"),
    )


# Argon2id of the demonstration PIN 2580 (README), small cost so that a first sign-in is quick
_HASHES = (
    "$argon2id$v=19$m=8192,t=1,p=1$RKQmPwrS1WijpIQfyvTMsg$ZvrCFn8XmkxWrBKi9bD7gSRyqh4zpIUP",
    "$argon2id$v=19$m=8192,t=1,p=1$tXIuoTYNlVoqpeus3EKsvA$WNYhV0GwzAbIIKwlAofdnuXzwvWXyWqB",
    "$argon2id$v=19$m=8192,t=1,p=1$UOSUAVtTnj5BTnCE9zWeAQ$kwR1z+ooquyjN+4cqselEwxXv6KRA37E",
    "$argon2id$v=19$m=8192,t=1,p=1$QX8YwfWONIofvMDmVEGanA$uTIH69fUK/Kvl+DqTbtVpcZ3eBXRN9+x",
)


def users() -> tuple[User, ...]:
    """Return the duty officer, duty leader, commander and administrator."""
    posts: tuple[tuple[str, str, str, tuple[Right, ...]], ...] = (
        ("duty", "值班员（演示）", "防汛值班员", ()),
        ("leader", "值班长（演示）", "带班领导、值班长", (Right.APPROVE, Right.UNMASK)),
        ("commander", "指挥长（演示）", "指挥长", (Right.SIGN, Right.APPROVE, Right.UNMASK)),
        ("admin", "系统管理员（演示）", "系统管理员", (Right.CONFIGURE,)),
    )
    return tuple(
        User(id_, name, post, ";".join(rights), pin_hash)
        for (id_, name, post, rights), pin_hash in zip(posts, _HASHES, strict=True)
    )
