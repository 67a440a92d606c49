"""Why the data folder or its database cannot be used."""


class StorageRefused(Exception):
    """The place of the data cannot be used. The message says why and what to do."""
