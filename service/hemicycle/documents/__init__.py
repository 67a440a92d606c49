"""Files of the conference: checked by content, stored apart by their sha256, read in a bounded process."""
