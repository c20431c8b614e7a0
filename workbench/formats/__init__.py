"""One file for each format: reading and writing; what a format cannot hold is reported, never dropped in silence."""
