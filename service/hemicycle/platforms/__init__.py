"""The world outside: registration systems, mail, other platforms."""
