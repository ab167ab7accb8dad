"""Nouns: frozen dataclasses and enums."""
