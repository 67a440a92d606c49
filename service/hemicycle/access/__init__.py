"""Who may enter, and who may do and see what."""
