"""Which source sentences belong to which target sentences: a dictionary and a dynamic programme."""
