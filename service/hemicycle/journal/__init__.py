"""The log of each meeting, the receipts of its commands and the reasons given with them."""
