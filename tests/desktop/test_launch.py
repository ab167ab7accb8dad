"""Starting a desk: a drill beside another drill listens somewhere else."""

from __future__ import annotations

import socket

from desktop.launch import free_ports


def test_a_drill_takes_any_free_ports_when_another_drill_has_one_of_its_own() -> None:
    with socket.socket() as other, socket.socket() as free:
        other.bind(("127.0.0.1", 0))
        other.listen()
        free.bind(("127.0.0.1", 0))
        taken, spare = other.getsockname()[1], free.getsockname()[1]
        free.close()
        assert free_ports((spare, taken, 0)) == (0, 0, 0)
        assert free_ports((spare, 0, 0)) == (spare, 0, 0)
