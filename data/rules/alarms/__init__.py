"""Alarms: what raises them, how they live, how they are shown (ISA-18.2; peers.md §6)."""
