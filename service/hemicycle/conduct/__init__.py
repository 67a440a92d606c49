"""One writer per meeting: every command passes here, and every console hears of it from here."""
