"""Reusable widgets that know no flood."""
