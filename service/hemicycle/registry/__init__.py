"""The room for conferences: their files, meetings, delegations, people and seats."""
