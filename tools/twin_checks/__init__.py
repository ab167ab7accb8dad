"""Verification of the flood solver: cases with known answers, their gates, and the page that tells of them."""
