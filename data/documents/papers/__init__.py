"""The documents that the office issues: made as values, written as Word files."""
