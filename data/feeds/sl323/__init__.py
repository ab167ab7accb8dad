"""Databases of other water offices after SL 323-2011, read as they are found in the field and never written to."""
