"""The report for people: one value from an export view, and a writer for each output."""
