"""What a meeting is made of, one subject a file. Values only; nothing here changes."""
