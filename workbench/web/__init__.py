"""The review screen in a browser: who may speak to it, and what it is served by."""
