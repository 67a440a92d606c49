"""The service's time and its alarm clock: another actor that sends commands."""
