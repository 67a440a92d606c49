"""The consoles' connections: the protocol without sockets, the fan-out, and the socket."""
