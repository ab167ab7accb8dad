"""A condition: what a detector sees of one tag at a moment, before delays, deadband and modes have their say."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.alarms import AlarmKind, Priority

Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds of one tag now.

    With value and limit the engine applies a deadband, the tag's own or that of its kind: a detector shows values
    that are near the limit too. `below` says that small values are the bad ones. `grows` marks a count of which every
    greater one is news. `priority` None: that of the kind. `params` also name what may share a line (station, works,
    role, …).
    """

    kind: str
    ref: str
    value: float | None = None
    limit: float | None = None
    params: Params = ()
    priority: Priority | None = None
    deadband: float | None = None
    below: bool = False
    grows: bool = False

    @property
    def tag(self) -> str:
        """Identity of the alarm that it raises."""
        return f"{self.kind}/{self.ref}"

    def reaches(self) -> bool:
        """Whether it is bad enough to raise."""
        if self.value is None or self.limit is None:
            return True
        return self.value <= self.limit if self.below else self.value >= self.limit

    def keeps(self, of_kind: float) -> bool:
        """Whether it is still bad enough to keep standing what was raised, by its own deadband or its kind's."""
        if self.value is None or self.limit is None:
            return True
        deadband = of_kind if self.deadband is None else self.deadband
        return self.value <= self.limit + deadband if self.below else self.value >= self.limit - deadband


def group_of(row: AlarmKind, condition: Condition) -> str:
    """Return what shares a line with it in a flood of alarms, as the row says: the kind, the ref, or a parameter."""
    if row.group == "kind":
        return condition.kind
    return dict(condition.params).get(row.group, condition.ref)
