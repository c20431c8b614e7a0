"""Translation memory: what was translated before, in this project, in others and in files, found again by likeness."""
