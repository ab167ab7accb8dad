"""Seeded chance, invented names and telephone numbers: the same on every machine and in every Python."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文祝鲁岳靳冉荆牛司"
)
_GIVEN = (  # in pairs: a first and a second character
    "建国志强春兰秀英海涛永红新民玉梅卫东桂芳保林晓燕文斌长河明月立军金凤大鹏雪松庆丰爱华振宇小满俊杰凯旋福生丽娟"
    "向阳思源铁柱云霞浩然守业静怡广田瑞雪栓成荣昌子涵宏图喜来翠萍耀祖占魁艳玲继业同心会敏根旺平川"
)
_SINGLE = "涛军鹏杰敏燕斌娟玲霞梅芳强英华宇阳萍"
_PHONE_BASE = 13_800_000_000
_PHONE_STRIDE = 3_877  # coprime with 10,000: walks every number of the block once, in no visible order
_PHONE_BLOCK = 10_000


class Dice:
    """Chance that uses only `random()`, whose sequence for a seed Python promises to keep."""

    __slots__ = ("_random",)

    def __init__(self, topic: str) -> None:
        self._random = random.Random(f"huayuankou demonstration {topic}")

    def unit(self) -> float:
        return self._random.random()

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """Return an integer, both ends included."""
        return low + int(self.unit() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.unit() * len(items))]

    def chance(self, share: float) -> bool:
        return self.unit() < share

    def shuffled(self, items: Sequence[T]) -> list[T]:
        out = list(items)
        for last in range(len(out) - 1, 0, -1):
            other = int(self.unit() * (last + 1))
            out[last], out[other] = out[other], out[last]
        return out


class Registry:
    """Hands out each invented name and each number of the unassigned block 1380000xxxx once."""

    __slots__ = ("_dice", "_phones", "_taken")

    def __init__(self) -> None:
        self._dice = Dice("names")
        self._taken: set[str] = set()
        self._phones = self._numbers()

    @staticmethod
    def _numbers() -> Iterator[str]:
        for step in range(1, _PHONE_BLOCK):
            yield str(_PHONE_BASE + step * _PHONE_STRIDE % _PHONE_BLOCK)

    def phone(self) -> str:
        return next(self._phones)

    def name(self) -> str:
        while True:
            # a third of the surnames are rare: square the draw so that the common ones come first
            surname = _SURNAMES[int(self._dice.unit() ** 1.6 * len(_SURNAMES))]
            if self._dice.chance(0.13):
                name = surname + self._dice.pick(_SINGLE)
            else:
                name = surname + self._dice.pick(_GIVEN[0::2]) + self._dice.pick(_GIVEN[1::2])
            if name not in self._taken:
                self._taken.add(name)
                return name
