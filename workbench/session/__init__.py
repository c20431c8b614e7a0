"""The use cases: one method each. Both front ends, terminal and command line, only translate to and from these."""
