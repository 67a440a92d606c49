"""Mail: an outbox folder by default, a mail server (SMTP) where one is configured."""
