"""Checks: each one class with its declaration and examples, found by the registry and run by the runner."""
