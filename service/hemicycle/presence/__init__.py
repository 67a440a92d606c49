"""Who is there: connections as leases, marks of the desk for the room, debounced outcomes. Service time."""
