"""Decisions: pure functions."""
