"""What each audience sees of a meeting: pure projections, one file per audience."""
