"""The forms of what phones may send: fields, their bounds, and which are needed. Unknown fields are passed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Line = Annotated[str, msgspec.Meta(max_length=300)]
Text = Annotated[str, msgspec.Meta(max_length=4000)]
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Lon = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Lat = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Metres = Annotated[float, msgspec.Meta(ge=0, le=100_000)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]


class Photo(msgspec.Struct, frozen=True):
    """The answer of /api/file, sent back with what it belongs to."""

    digest: Digest
    media: Line = "image/jpeg"
    size: Count = 0
    width: Count = 0
    height: Count = 0
    seconds: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 0.0
    taken_at: datetime | None = None
    lon: Lon | None = None
    lat: Lat | None = None


Photos = Annotated[list[Photo | Digest], msgspec.Meta(max_length=12)]


class Elements(msgspec.Struct, frozen=True):
    """The six elements of a danger's first report, as typed."""

    time: Line = ""
    place: Line = ""
    size: Line = ""
    water: Line = ""
    casualties: Line = ""
    taken: Line = ""
    needs: Line = ""


class ReportIn(msgspec.Struct, frozen=True):
    """A report."""

    category: Annotated[str, msgspec.Meta(pattern=r"^E[1-9]$")]
    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    text: Text = ""
    grade: Literal[1, 2, 3] = 3
    lon: Lon | None = None
    lat: Lat | None = None
    accuracy_m: Metres | None = None
    position: Literal["", "gps", "exif", "map", "place"] = ""
    place: Line = ""
    photos: Photos = []
    task: Annotated[str, msgspec.Meta(max_length=80)] = ""
    elements: Elements | None = None


class TaskIn(msgspec.Struct, frozen=True):
    """Progress of a task."""

    task: Id
    move: Literal["acknowledge", "arrive", "progress", "finish"]
    note: Text = ""
    count: Count | None = None
    photos: Photos = []
    lon: Lon | None = None
    lat: Lat | None = None


class PushIn(msgspec.Struct, frozen=True):
    """Answer to a push."""

    push: Id
    answer: Literal["seen", "answered", "cannot", "needs_help"]
    note: Text = ""


class MusterIn(msgspec.Struct, frozen=True):
    """Answer to a roll-call."""

    muster: Id
    answer: Literal["present", "away", "help"]
    note: Text = ""
    lon: Lon | None = None
    lat: Lat | None = None


class PollIn(msgspec.Struct, frozen=True):
    """Answer to the Go/No-Go poll of a briefing; whose it is and for which role, the gateway says."""

    poll: Id
    answer: Literal["go", "no_go", "abstain"]
    reason: Line = ""


class WatchIn(msgspec.Struct, frozen=True):
    """A team reports itself well, or calls for help."""

    watch: Id
    well: bool
    note: Text = ""


class WhereaboutsIn(msgspec.Struct, frozen=True):
    """What a contact person found at the door."""

    register: Literal["growers", "keypeople", "households"]
    ids: Annotated[list[Id], msgspec.Meta(min_length=1, max_length=500)]
    state: Literal["told", "signed", "leaving", "left", "refused", "unknown"]
    note: Text = ""


class PatrolStartIn(msgspec.Struct, frozen=True):
    """A walk begins."""

    patrol: Id
    section: Id
    lon: Lon | None = None
    lat: Lat | None = None


class PatrolEndIn(msgspec.Struct, frozen=True):
    """A walk ends."""

    patrol: Id
    note: Text = ""


class PicturesIn(msgspec.Struct, frozen=True):
    """Pictures to something that is known already."""

    about: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{1,20}/.{1,80}$")]
    photos: Annotated[list[Photo | Digest], msgspec.Meta(min_length=1, max_length=12)]
    note: Text = ""


class NoteIn(msgspec.Struct, frozen=True):
    """A line of text; `about` is "report/id" where it adds to what that person reported."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
    about: Annotated[str, msgspec.Meta(pattern=r"^([a-z]{1,20}/.{1,80})?$")] = ""


Content = (
    ReportIn
    | TaskIn
    | PushIn
    | MusterIn
    | PollIn
    | WatchIn
    | WhereaboutsIn
    | PatrolStartIn
    | PatrolEndIn
    | PicturesIn
    | NoteIn
)

KINDS: Mapping[str, type[Content]] = MappingProxyType(
    {
        "report": ReportIn,
        "task": TaskIn,
        "push": PushIn,
        "muster": MusterIn,
        "poll": PollIn,
        "watch": WatchIn,
        "whereabouts": WhereaboutsIn,
        "patrol_start": PatrolStartIn,
        "patrol_end": PatrolEndIn,
        "pictures": PicturesIn,
        "note": NoteIn,
    }
)
"""What a phone may send, by kind."""
