"""A stream of bytes cut into CoT events: TCP keeps no borders, and what lies between events is passed over."""

from __future__ import annotations

from data.gateway.channels.cot import LARGEST_EVENT_BYTES

_END = b"</event>"
_STARTS = tuple(b"<event" + after for after in (b" ", b"\n", b"\r", b"\t", b">"))


class EventSplitter:
    """Holds the beginning of the next event, never more than the largest event allowed and one chunk."""

    def __init__(self, largest: int = LARGEST_EVENT_BYTES) -> None:
        """Start empty."""
        self._largest = largest
        self._held = b""
        self.passed_over = 0
        """Bytes that belonged to no event."""

    def feed(self, chunk: bytes) -> list[bytes]:
        """Take what came and return the events that are whole now; each begins at the last start before its end.

        So an event that was cut short spoils only itself.
        """
        looked_at = max(0, len(self._held) - len(_END) + 1)
        buffer = self._held + chunk
        events: list[bytes] = []
        begin = 0
        while (end := buffer.find(_END, max(begin, looked_at))) >= 0:
            end += len(_END)
            start = _last_start(buffer, begin, end)
            if start < 0 or end - start > self._largest:
                self.passed_over += end - begin
            else:
                self.passed_over += start - begin
                events.append(buffer[start:end])
            begin = end
        self._held = self._kept(buffer[begin:])
        return events

    def _kept(self, rest: bytes) -> bytes:
        if len(rest) <= self._largest:
            return rest
        start = _last_start(rest, 0, len(rest))
        longest = len(_END) - 1  # the end tag, or the start tag, may itself be cut in two
        keep = rest[start:] if start > 0 and len(rest) - start <= self._largest else rest[-longest:]
        self.passed_over += len(rest) - len(keep)
        return keep


def _last_start(buffer: bytes, begin: int, end: int) -> int:
    return max(buffer.rfind(start, begin, end) for start in _STARTS)
