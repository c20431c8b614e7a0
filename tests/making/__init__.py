"""Small reviews made for tests, without files, session or database."""
