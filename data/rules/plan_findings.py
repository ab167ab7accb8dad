"""What a check of a plan table can find: codes and their parameters; the words for them belong to the caller."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """What is missing or contradictory. Parameters are named in the order in which a finding carries them."""

    MISSING = "missing"  # trigger, role, limit, proof or words of a row
    TRIGGER_UNREADABLE = "trigger_unreadable"  # expression
    TRIGGER_MISMATCH = "trigger_mismatch"  # expression, lower bound of the row
    BOUNDS_REVERSED = "bounds_reversed"  # lower, upper
    TIERS_REVERSED = "tiers_reversed"  # lower, upper
    TIER_UNKNOWN = "tier_unknown"  # tier
    BOUND_OUTSIDE_TIER = "bound_outside_tier"  # flow, tier, lower bound of the tier, its upper bound
    ID_DOUBLE = "id_double"  # row number of the first
    TITLE_DOUBLE = "title_double"  # id of the first
    TEXT_DOUBLE = "text_double"  # id of the other, likeness in per cent
    SUPERSEDES_UNKNOWN = "supersedes_unknown"  # id
    SUPERSEDES_ITSELF = "supersedes_itself"
    SUPERSEDES_CYCLE = "supersedes_cycle"  # ids of the cycle
    SUPERSEDES_APART = "supersedes_apart"  # id replaced, its upper bound, lower bound of the replacer
    SUPERSEDES_GAP = "supersedes_gap"  # id replaced, flow at which it comes back
    VAGUE = "vague"  # word
    EXPRESSION = "expression"  # offending text
    ROLE_UNKNOWN = "role_unknown"  # role
    POWER_UNKNOWN = "power_unknown"  # power
    POWER_EXCEEDED = "power_exceeded"  # act
    POWER_UNASKED = "power_unasked"  # power
    REPEAT_CLASH = "repeat_clash"  # id of the other, its period, period of this row
    TOO_MANY = "too_many"  # role, flow, count, limit


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: the row, its number in the file (0 when it concerns no single row), column, code, parameters."""

    row_id: str
    row_number: int
    column: str
    code: Code
    params: tuple[str, ...] = ()
