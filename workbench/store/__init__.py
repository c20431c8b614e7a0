"""The project file: frozen texts, the journal of human decisions, drafts, places and caches; SQLite or PostgreSQL.

Nothing is imported here, so that `import workbench.store` costs nothing; SQLAlchemy comes with the modules that use it.
"""
