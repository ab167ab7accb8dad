"""The twin: terrain, flood solver, cases and results; Qt-free, and shown by nobody in here."""
