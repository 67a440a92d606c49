"""Registrations from Indico (repository indico/indico, about 3.3): its exports and its check-in API."""
