"""The REST edge, thin: it reads the request, asks the room below, and writes the answer."""
