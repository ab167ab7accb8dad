"""Make the tones of resources/sounds: a burst a priority, told apart by rhythm before pitch; the gong of a drill."""

from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 16_000
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
EDGE_S = 0.012
"""Rise and fall of a pulse: without it a loudspeaker clicks."""

OVERTONES = ((1, 1.0), (2, 0.42), (3, 0.26), (4, 0.12))
"""A tone of several harmonics is heard through noise and by ears that miss one of them."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """A tone of `hertz` for `length_s`, and the silence after it."""

    hertz: float
    length_s: float
    rest_s: float


TONES: tuple[tuple[str, tuple[Pulse, ...]], ...] = (
    ("high", tuple(Pulse(hertz, 0.13, rest) for hertz, rest in
                   ((659, 0.06), (784, 0.06), (988, 0.24), (784, 0.06), (988, 0.1)))),
    ("medium", (Pulse(587, 0.2, 0.12), Pulse(587, 0.2, 0.12), Pulse(740, 0.22, 0.1))),
    ("low", (Pulse(494, 0.26, 0.1), Pulse(440, 0.3, 0.1))),
    ("diagnostic", (Pulse(349, 0.18, 0.08),)),
    ("drill", (Pulse(784, 0.3, 0.04), Pulse(659, 0.3, 0.04), Pulse(523, 0.55, 0.1))),
)  # fmt: skip


def samples(pulses: tuple[Pulse, ...]) -> list[int]:
    """Return 16-bit samples of pulses one after another."""
    whole = sum(share for _, share in OVERTONES)
    made: list[int] = []
    for pulse in pulses:
        count = round(pulse.length_s * RATE)
        edge = EDGE_S * RATE
        for at in range(count):
            loud = min(1.0, at / edge, (count - at) / edge)
            value = sum(share * math.sin(2 * math.pi * pulse.hertz * times * at / RATE) for times, share in OVERTONES)
            made.append(round(28_000 * loud * value / whole))
        made.extend([0] * round(pulse.rest_s * RATE))
    return made


def write(folder: Path) -> list[Path]:
    """Write every tone as a mono wav file; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for name, pulses in TONES:
        path = folder / f"{name}.wav"
        with wave.open(str(path), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            made = samples(pulses)
            out.writeframes(struct.pack(f"<{len(made)}h", *made))
        files.append(path)
    return files


if __name__ == "__main__":
    for written in write(FOLDER):
        sys.stdout.write(f"{written} {written.stat().st_size}\n")
