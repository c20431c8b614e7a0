"""One module per check or family of checks. A module that is put here is found by the registry: nothing else to do."""
