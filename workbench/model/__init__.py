"""Values only: what the workbench talks about. Nothing here reads a file, draws or computes a score."""
