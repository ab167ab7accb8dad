"""Checks a user's PIN against its Argon2id hash."""

from __future__ import annotations

from data.model.people import User


def pin_fits(user: User, pin: str) -> bool:
    """Whether the PIN is the user's; a user without a hash cannot be signed in by PIN."""
    from argon2 import PasswordHasher
    from argon2.exceptions import Argon2Error, InvalidHashError

    if not user.pin_hash:
        return False
    try:
        return PasswordHasher().verify(user.pin_hash, pin)
    except (Argon2Error, InvalidHashError):
        return False
