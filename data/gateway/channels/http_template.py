"""Filling in a template that other people's text goes into: escaped for where it stands, signed, and read back."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import cast
from urllib.parse import quote_plus

PLACE = re.compile(r"\{([a-z]+(?:\.[a-z0-9_]+)?)\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class BodyFormat(StrEnum):
    """How the body is written, and so how what is filled in is escaped."""

    JSON = "application/json"
    FORM = "application/x-www-form-urlencoded"
    TEXT = "text/plain"


def clean(text: str) -> str:
    """Return the text without control characters and halves of characters; line breaks stay."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def sms_length(text: str) -> int:
    """Return the length as the network counts it: UTF-16 units."""
    return len(text.encode("utf-16-le", "replace")) // 2


def sms_segments(length: int) -> int:
    """Return how many short messages a Chinese text of that length costs: 70 alone, 67 each when joined."""
    return 1 if length <= 70 else -(-length // 67)


def sign(key: str, id_: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Return the headers that let the receiver check who sent this, when, and that nothing was changed."""
    over = f"{id_}.{timestamp}.".encode() + body
    digest = hmac.new(key.encode("utf-8"), over, hashlib.sha256).hexdigest()
    return {
        "X-Anlan-Id": id_,
        "X-Anlan-Timestamp": str(timestamp),
        "X-Anlan-Signature": f"sha256={digest}",
    }


def fill(template: str, values: Mapping[str, str], escape: Callable[[str], str]) -> str:
    """Return the template with every place filled once; what is filled in is never looked at again."""
    return PLACE.sub(lambda hit: escape(values[hit[1]]), template)


def fill_body(kind: BodyFormat, template: str, values: Mapping[str, str], numbers: list[str]) -> bytes:
    """Return the body; a value can change nothing but itself."""
    if not template:
        return b""
    if kind is BodyFormat.JSON:
        tree = _fill_tree(cast("Json", json.loads(template)), values, numbers)
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    escape = quote_plus if kind is BodyFormat.FORM else one_line
    return fill(template, values, escape).encode("utf-8", "replace")


def at_pointer(tree: Json, pointer: str) -> str | None:
    """Return the plain value at a JSON pointer as text (true, false, null as JSON writes them), None when absent."""
    here = tree
    for raw in pointer.split("/")[1:]:
        step = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(here, dict) and step in here:
            here = here[step]
        elif isinstance(here, list) and re.fullmatch(r"[0-9]{1,6}", step) and int(step) < len(here):
            here = here[int(step)]
        else:
            return None
    if isinstance(here, (dict, list)):
        return None
    return here if isinstance(here, str) else json.dumps(here)


def one_line(text: str) -> str:
    """Return the text without line breaks: one would begin a header or a field of somebody else's choosing."""
    return re.sub(r"[\n\t\u2028\u2029\x85]+", " ", text)


def _fill_tree(tree: Json, values: Mapping[str, str], numbers: list[str]) -> Json:
    if isinstance(tree, str):
        return [*numbers] if tree == "{phones}" else fill(tree, values, str)
    if isinstance(tree, list):
        return [_fill_tree(one, values, numbers) for one in tree]
    if isinstance(tree, dict):
        return {key: _fill_tree(one, values, numbers) for key, one in tree.items()}
    return tree
