"""Pack the places of many points into little text, exact to a centimetre."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def packed_points(
    ids: Sequence[str], lons: Sequence[float], lats: Sequence[float], kinds: Sequence[int] | None
) -> tuple[list[float], str, str | None]:
    """Give the origin, base64 of 32-bit offsets from it (all longitudes, then all latitudes), and the kinds."""
    import numpy as np

    x, y = np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64)
    if not len(ids) == len(x) == len(y) or (kinds is not None and len(kinds) != len(x)):
        message = f"unequal lengths: {len(ids)} ids, {len(x)} longitudes, {len(y)} latitudes"
        raise ValueError(message)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        message = "a place is not a number"
        raise ValueError(message)
    origin = [float(x.mean()), float(y.mean())] if len(x) else [0.0, 0.0]
    offsets = np.concatenate((x - origin[0], y - origin[1])).astype("<f4")
    places = base64.b64encode(offsets.tobytes()).decode("ascii")
    packed = None if kinds is None else base64.b64encode(np.asarray(kinds, dtype=np.uint8).tobytes()).decode("ascii")
    return origin, places, packed
