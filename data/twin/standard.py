"""The standard flood every scenario of the library is: one shape of hydrograph, and a staircase for steady surfaces.

    Q(t) = base + (peak − base) · (s e^(1 − s))^4,  s = t / 9 h,  over 24 h

A peak no higher than the base is that flow without end. A shape is a value with its place in the library's key.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from data.twin.case import Series

HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A family of hydrographs that differ in their peak alone; `frame_s` is how often the depths are kept."""

    base_m3s: float = 2_000.0
    peak_h: float = 9.0
    steepness: float = 4.0
    hours: float = 24.0
    frame_s: float = 600.0

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.hours * HOUR_S


STANDARD = Shape()


@dataclass(frozen=True, slots=True)
class Staircase:
    """Flows held one after another, rising; the state at the end of each hold counts as the steady surface of its flow.

    On the test reach 12 h come within 2 cm of 30 h from 4,800 m³/s up; a plain that is just overtopped fills for days.
    The first flow is held once more before that: the river may begin dry.
    """

    flows_m3s: tuple[float, ...]
    hold_h: float = 12.0
    rise_s: float = 600.0

    def __post_init__(self) -> None:
        """Flows rise, and a rise fits into a hold."""
        if not self.flows_m3s or any(b <= a for a, b in zip(self.flows_m3s, self.flows_m3s[1:], strict=False)):
            raise ValueError("the flows of a staircase rise")
        if not 0 < self.rise_s < self.hold_h * HOUR_S:
            raise ValueError("a rise of the staircase is shorter than its hold")

    @property
    def hold_s(self) -> float:
        """How long each flow is held."""
        return self.hold_h * HOUR_S

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.hold_s * (len(self.flows_m3s) + 1)

    @property
    def first_frame(self) -> int:
        """Which of the frames, kept every `hold_s` from the start, is the first steady state."""
        return 2


def flow_at(hours: float, peak_m3s: float, shape: Shape = STANDARD) -> float:
    """Return the inflow at a moment of the standard flood, m³/s."""
    if peak_m3s <= shape.base_m3s:
        return peak_m3s
    s = max(0.0, hours) / shape.peak_h
    return shape.base_m3s + (peak_m3s - shape.base_m3s) * (s * math.exp(1.0 - s)) ** shape.steepness


def course(peak_m3s: float, shape: Shape = STANDARD) -> tuple[tuple[float, float], ...]:
    """Return the standard flood as hours and m³/s, at every moment at which depths are kept, the peak among them."""
    if peak_m3s <= shape.base_m3s:
        return ((0.0, peak_m3s), (shape.hours, peak_m3s))
    count = round(shape.seconds / shape.frame_s)
    moments = {number * shape.frame_s / HOUR_S for number in range(count + 1)} | {shape.peak_h}
    return tuple((hour, flow_at(hour, peak_m3s, shape)) for hour in sorted(moments))


def hydrograph(peak_m3s: float, shape: Shape = STANDARD) -> Series:
    """Return the standard flood as a run takes it: seconds and m³/s."""
    points = course(peak_m3s, shape)
    return Series(tuple(hour * HOUR_S for hour, _ in points), tuple(flow for _, flow in points))


def staircase(stairs: Staircase) -> Series:
    """Return a staircase as a run takes it: seconds and m³/s; frames every `hold_s` are its steady states."""
    points: list[tuple[float, float]] = [(0.0, stairs.flows_m3s[0])]
    for number, flow in enumerate(stairs.flows_m3s[1:], start=2):
        points += [(number * stairs.hold_s, points[-1][1]), (number * stairs.hold_s + stairs.rise_s, flow)]
    return Series(tuple(at for at, _ in points), tuple(flow for _, flow in points))
