"""Observed values: which are to be doubted, which of several sources counts, and which become steps."""
