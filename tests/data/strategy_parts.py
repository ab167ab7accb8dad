"""What the strategies of steps share: texts that are hard to keep, the clock of a run, a picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

from data.model.field import Attachment
from data.model.situation import Situation
from data.model.steps import Body
from tests import township

Maker = Callable[[Random, Situation, str], Body | None]
"""Makes a body that may fit the situation; the name is fresh."""

TEXTS = ("", "马渡 26 坝渗水", 'say "水"\n\\', "🌊 ok", "null", "%_'", "2020-06-29T08:00:00")


def clock(now: Situation) -> datetime:
    """The time of the run: noon before anything happened."""
    return max(now.at, township.NOON)


def picture(name: str) -> Attachment:
    """A picture of that name; there is no file."""
    return Attachment(name.encode().hex().rjust(64, "0")[:64], "image/jpeg", 1000, 640, 480, lon=113.7, lat=34.9)
