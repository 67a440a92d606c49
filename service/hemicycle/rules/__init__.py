"""The rules of the floor, pure: no I/O, no clock, no random, no framework."""
