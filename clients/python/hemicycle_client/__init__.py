"""The client of a Hemicycle service: follow a meeting, ask for the floor, resume by itself."""
