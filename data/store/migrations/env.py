"""Alembic's entrance: migrations run on the connection that the store has opened."""

from __future__ import annotations

from alembic import context

from data.store.projected import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
