"""Which message of a push this is: a retraction has the id of its push, and must not look like its repeat."""

from __future__ import annotations

from data.rules.channels import Message


def own_id(message: Message) -> str:
    """Return an id that is the same for every repeat and differs between a push and its retraction."""
    return f"{message.id}/retract" if message.retracts else message.id


def earlier_ids(message: Message) -> tuple[str, ...]:
    """Return what the message refers to; a retraction that names nothing retracts its own push."""
    return message.references or ((message.id,) if message.retracts else ())
