"""Runs the migrations on the connection, and in the transaction, that ``storage.upgrade`` opened."""

from alembic import context

from hemicycle.storage.tables import Row

context.configure(connection=context.config.attributes["connection"], target_metadata=Row.metadata)
context.run_migrations()
