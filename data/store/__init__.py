"""The only SQL: tables, journal, migrations."""
