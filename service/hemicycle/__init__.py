"""Hemicycle runs live hybrid meetings: who may speak, who speaks now, who speaks next."""

__version__ = "0.1.0"
