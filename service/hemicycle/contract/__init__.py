"""The wire: what consoles and programs may send and what they are answered, derived from the rules' types."""
